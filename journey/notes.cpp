#include "journey/notes.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "journey/any_behaviour.hpp"

namespace cjm {
namespace {

bool fills(const RowTexts& rows, BuiltInRow row) {
    return !rows.built_in.at(static_cast<std::size_t>(row)).empty();
}

bool fills_any(const RowTexts& rows) {
    return !rows.own.empty() || std::any_of(rows.built_in.begin(), rows.built_in.end(),
                                            [](const auto& texts) { return !texts.empty(); });
}

bool leads_to_support(const Journey& journey, const std::optional<Next>& next) {
    if (!next) return false;
    return std::any_of(next->shares.begin(), next->shares.end(), [&](const NamedNumber& share) {
        const TouchpointId target = find_touchpoint(journey, share.name.value);
        return target && is_support(journey.touchpoints[target.index()]);
    });
}

bool leads_to_support(const Journey& journey, const Behaviour& behaviour) {
    return leads_to_support(journey, behaviour.next) ||
           std::any_of(behaviour.after.begin(), behaviour.after.end(),
                       [&](const auto& next) { return leads_to_support(journey, next); });
}

}  // namespace

bool has_tag(const Touchpoint& touchpoint, std::string_view tag) {
    return std::any_of(touchpoint.tags.begin(), touchpoint.tags.end(),
                       [tag](const Text& own) { return own.value == tag; });
}

bool is_declared(const Touchpoint& touchpoint) {
    return touchpoint.moment_of_truth && touchpoint.moment_of_truth->value;
}

bool is_support(const Touchpoint& touchpoint) {
    // "service" is the word of the ready strategies for where customers ask and are answered
    constexpr std::array<std::string_view, 4> words{"support", "service", "ho-tro", "hỗ trợ"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_tag(touchpoint, word); });
}

bool fills_row(const Journey& journey, const Touchpoint& touchpoint, BuiltInRow row) {
    if (fills(touchpoint.rows, row)) return true;
    if (!touchpoint.stage) return false;
    const auto stage = find_stage(journey, touchpoint.stage->value);
    return stage && fills(journey.stages[stage.index()].rows, row);
}

bool is_annotated(const Journey& journey) {
    return std::any_of(journey.touchpoints.begin(), journey.touchpoints.end(),
                       [](const Touchpoint& touchpoint) {
                           return touchpoint.responsible || !touchpoint.tags.empty() ||
                                  fills_any(touchpoint.rows);
                       }) ||
           std::any_of(journey.stages.begin(), journey.stages.end(),
                       [](const Stage& stage) { return fills_any(stage.rows); });
}

bool support_near(const Journey& journey, const Touchpoint& touchpoint) {
    return is_support(touchpoint) || fills_row(journey, touchpoint, BuiltInRow::support) ||
           any_behaviour(touchpoint, [&](const Behaviour& behaviour) {
               return leads_to_support(journey, behaviour);
           });
}

}  // namespace cjm
