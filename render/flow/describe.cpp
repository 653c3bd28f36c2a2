#include "render/flow/describe.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace cjm::render::flow {
namespace {

void add_change(const Scene& scene, ChangeKind kind, const std::vector<FieldChange>& fields,
                std::vector<std::string>& parts) {
    const ChangeWords words = change_words(scene);
    parts.push_back(words.kind(kind));
    for (const FieldChange& field : fields) parts.push_back(words.field(field));
}

}  // namespace

std::string describe_card(const Scene& scene, const Card& card) {
    std::vector<std::string> parts;
    if (card.start_share > 0) {
        parts.push_back(scene.words(Message::flow_start_share, scene.share(card.start_share)));
    }
    if (card.numbers) {
        const auto& numbers = *card.numbers;
        parts.push_back(scene.words(Message::flow_reached_by, scene.share(numbers.reach)));
        if (numbers.left > 0) {
            parts.push_back(scene.words(Message::flow_leave_here, scene.share(numbers.left)));
            parts.push_back(scene.words(Message::flow_ghost_here, scene.share(numbers.ghosted)));
        }
        const auto main = std::max_element(
            numbers.causes.begin(), numbers.causes.end(),
            [](const CausePart& a, const CausePart& b) { return a.share < b.share; });
        if (main != numbers.causes.end()) {
            parts.push_back(scene.words(Message::flow_mainly, name_of_cause(scene, main->cause)));
        }
    }
    if (card.touchpoint->channel) parts.push_back(card.touchpoint->channel->value);
    if (card.declared()) parts.push_back(scene.words(Message::flow_moment_of_truth));
    if (card.found) {
        parts.push_back(scene.words(Message::flow_found_moment));
        parts.push_back(found_words(scene, *card.found));
    }
    if (card.touchpoint->owner_or_us() != Owner::us) {
        parts.push_back(scene.words(Message::flow_outside_control));
    }
    if (card.change != nullptr) add_change(scene, card.change->kind, card.change->fields, parts);
    if (card.difference != nullptr) {
        const ChangeWords words = change_words(scene);
        const auto& [id, reach, visits, left, ghosted, drop_off] = *card.difference;
        if (reach) parts.push_back(scene.words(Message::change_reach, words.points(*reach)));
        if (left) parts.push_back(scene.words(Message::change_left, words.points(*left)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string name_edge(const Scene& scene, const Edge& edge) {
    const auto& graph = scene.graph;
    const auto& to = graph.is_end(edge.to) ? graph.ends[edge.to - graph.cards.size()].title
                                           : graph.cards[edge.to].touchpoint->shown();
    return graph.cards[edge.from].touchpoint->shown() + " → " + to;
}

std::string describe_edge(const Scene& scene, const Edge& edge) {
    std::vector<std::string> parts;
    if (edge.share)
        parts.push_back(scene.words(Message::flow_edge_share, scene.share(*edge.share)));
    if (edge.wait_days) {
        parts.push_back(
            scene.words(Message::flow_edge_wait, scene.numbers.duration(*edge.wait_days)));
    }
    if (edge.change != nullptr) add_change(scene, edge.change->kind, edge.change->fields, parts);
    if (edge.difference != nullptr && edge.difference->traversals)
        parts.push_back(
            scene.words(Message::change_per_hundred,
                        change_words(scene).short_points(*edge.difference->traversals)));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string summary(const Scene& scene) {
    if (!scene.result) {
        return scene.words(Message::flow_plain_summary,
                           scene.numbers.count(static_cast<double>(scene.graph.cards.size())),
                           scene.numbers.count(static_cast<double>(scene.graph.ends.size())));
    }
    return summary_of_result(scene);
}

}  // namespace cjm::render::flow
