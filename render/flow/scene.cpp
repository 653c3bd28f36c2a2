#include "render/flow/scene.hpp"

#include <array>

namespace cjm::render::flow {

bool shows_wait(const Scene& scene, const Edge& edge) {
    return edge.wait_days &&
           *edge.wait_days >= scene.measures.long_wait_part * scene.graph.longest_wait_days;
}

Meaning meaning_of_cause(std::size_t cause) {
    constexpr std::array built_in{Meaning::dissatisfaction, Meaning::price, Meaning::neglect,
                                  Meaning::priorities, Meaning::delay};
    static_assert(built_in.size() == built_in_cause_count);
    return cause < built_in.size() ? built_in[cause] : Meaning::own_cause;
}

std::string name_of_cause(const Scene& scene, std::size_t cause) {
    constexpr std::array built_in{Message::cause_dissatisfaction, Message::cause_price,
                                  Message::cause_neglect, Message::cause_priorities,
                                  Message::cause_delay};
    if (cause < built_in.size()) return scene.words(built_in[cause]);
    return scene.journey.causes[cause].shown();
}

std::string found_words(const Scene& scene, const FoundMoment& found) {
    const auto low = static_cast<double>(found.rank_low);
    const auto high = static_cast<double>(found.rank_high);
    const auto rank = low < high ? scene.numbers.interval(low, high, 0) : scene.numbers.count(low);
    return scene.words(Message::flow_found, rank, scene.numbers.number(100 * found.impact, 1));
}

Meaning meaning_of(const FlowGraph& graph, const Edge& edge) {
    if (edge.back) return Meaning::loop;
    if (!graph.is_end(edge.to)) return Meaning::traffic;
    return graph.ends[edge.to - graph.cards.size()].kind == EndKind::success ? Meaning::success
                                                                             : Meaning::lost;
}

TextStyle style(double size_pt, Weight weight, Colour colour) {
    TextStyle result;
    result.size_pt = size_pt;
    result.weight = weight;
    result.colour = colour;
    return result;
}

}  // namespace cjm::render::flow
