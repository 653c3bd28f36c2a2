#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "journey/check/rules.hpp"

namespace cjm::check {
namespace {

const std::vector<Text>& row(const RowTexts& rows, BuiltInRow which) {
    return rows.built_in[static_cast<std::size_t>(which)];
}

bool has_pains_only(const RowTexts& rows) {
    return !row(rows, BuiltInRow::pains).empty() && row(rows, BuiltInRow::ideas).empty();
}

void tell_pains(const RowTexts& rows, const std::string& where, Findings& findings) {
    const Text& first = row(rows, BuiltInRow::pains).front();
    Diagnostic found{Severity::advice, "pains-without-ideas", first.where, {}, {}, {}};
    found.message = fmt::format("{} has pains and no ideas against them", where);
    found.hint = "write down what could be done: ideas = [\"...\"]";
    findings.add(std::move(found));
}

/// Every touchpoint as written: the journey's, then what scenarios say about one.
template <class Visit>
void for_each_written(const Journey& journey, const Visit& visit) {
    for (const auto& touchpoint : journey.touchpoints) visit(touchpoint);
    for (const auto& scenario : journey.scenarios)
        for (const auto& touchpoint : scenario.touchpoints) visit(touchpoint);
}

/// Stages of which some touchpoint has ideas.
std::set<std::string_view> stages_with_ideas(const Journey& journey) {
    std::set<std::string_view> stages;
    for_each_written(journey, [&](const Touchpoint& touchpoint) {
        if (touchpoint.stage && !row(touchpoint.rows, BuiltInRow::ideas).empty())
            stages.insert(touchpoint.stage->value);
    });
    return stages;
}

}  // namespace

void find_stage_trouble(const Journey& journey, Findings& findings) {
    constexpr std::size_t most_stages = 8;
    if (journey.stages.size() > most_stages) {
        Diagnostic found{
            Severity::advice, "many-stages", journey.stages[most_stages].id.where, {}, {}, {}};
        found.message =
            fmt::format("the journey has {} stages; more than {} are hard to read on a map",
                        journey.stages.size(), most_stages);
        found.hint = "join neighbouring stages, or cut the journey in two";
        findings.add(std::move(found));
    }
    std::set<std::string_view> used;
    for_each_written(journey, [&](const Touchpoint& touchpoint) {
        if (touchpoint.stage) used.insert(touchpoint.stage->value);
    });
    for (const Stage& stage : journey.stages) {
        if (used.contains(stage.id.value)) continue;
        Diagnostic found{Severity::advice, "empty-stage", stage.id.where, {}, {}, {}};
        found.message = fmt::format("stage \"{}\" has no touchpoint", stage.id.value);
        found.hint = fmt::format("put a touchpoint into it: stage = \"{}\"", stage.id.value);
        findings.add(std::move(found));
    }
}

void find_pains_without_ideas(const Journey& journey, Findings& findings) {
    const auto helped = stages_with_ideas(journey);
    std::set<std::string_view> with_own_ideas;
    for (const Stage& stage : journey.stages) {
        if (!row(stage.rows, BuiltInRow::ideas).empty()) with_own_ideas.insert(stage.id.value);
        if (has_pains_only(stage.rows) && !helped.contains(stage.id.value))
            tell_pains(stage.rows, fmt::format("stage \"{}\"", stage.id.value), findings);
    }
    for (const auto& touchpoint : journey.touchpoints)
        if (has_pains_only(touchpoint.rows) &&
            !(touchpoint.stage && with_own_ideas.contains(touchpoint.stage->value)))
            tell_pains(touchpoint.rows, fmt::format("touchpoint \"{}\"", touchpoint.id.value),
                       findings);
}

void find_moments_not_ours(const Journey& journey, Findings& findings) {
    for (const auto& touchpoint : journey.touchpoints) {
        const auto& declared = touchpoint.moment_of_truth;
        if (!declared || !declared->value || touchpoint.owner_or_us() == Owner::us) continue;
        Diagnostic found{Severity::advice, "moment-of-truth-not-ours", declared->where, {}, {}, {}};
        found.message = fmt::format(
            "touchpoint \"{}\" is declared a moment of truth, but {} owns it: it is outside our "
            "control",
            touchpoint.id.value,
            touchpoint.owner_or_us() == Owner::partner ? "a partner" : "a third party");
        found.hint = "plan how to influence its owner, or declare what is ours around it";
        findings.add(std::move(found));
    }
}

}  // namespace cjm::check
