#include "render/flow/scene.hpp"

#include <cmath>

namespace cjm::render::flow {

bool shows_wait(const Scene& scene, const Edge& edge) {
    return edge.wait_days &&
           *edge.wait_days >= scene.measures.long_wait_part * scene.graph.longest_wait_days;
}

bool shows_difference(const Scene& scene, const MaybeEstimate& difference, bool changed) {
    return told_from_nothing(difference) &&
           (changed || std::abs(difference->estimate) >= scene.measures.least_difference);
}

ChangeWords change_words(const Scene& scene) {
    return {scene.journey, *scene.change};
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

}  // namespace cjm::render::flow
