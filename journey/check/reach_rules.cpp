#include <algorithm>

#include <fmt/format.h>

#include "journey/check/rules.hpp"

namespace cjm::check {
namespace {

std::vector<Vertex> successes_of(const Look& look) {
    std::vector<Vertex> successes;
    for (std::size_t outcome = 0; outcome < look.journey.outcomes.size(); ++outcome)
        if (counts_as_success(look.journey, OutcomeId(outcome)))
            successes.push_back(static_cast<Vertex>(look.journey.touchpoints.size() + outcome));
    return successes;
}

/// The personas, as flows, who get to a touchpoint, and those of them who find no success ahead.
struct WithoutSuccess {
    std::size_t reached_by = 0;
    std::vector<std::size_t> flows;
};

std::vector<WithoutSuccess> without_success(const Look& look) {
    const std::vector<Vertex> successes = successes_of(look);
    std::vector<WithoutSuccess> found(look.journey.touchpoints.size());
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
        const Structure& structure = look.structures[flow];
        const std::vector<bool> ahead = structure.graph.leading_to(successes);
        for (std::size_t v = 0; v < found.size(); ++v) {
            if (!structure.reached[v]) continue;
            ++found[v].reached_by;
            if (!ahead[v] && structure.can_end[v]) found[v].flows.push_back(flow);
        }
    }
    return found;
}

bool nobody_succeeds(const std::vector<WithoutSuccess>& found) {
    return std::all_of(found.begin(), found.end(),
                       [](const WithoutSuccess& at) { return at.flows.size() == at.reached_by; });
}

void tell_no_success_at_all(const Look& look, Findings& findings) {
    Diagnostic found{Severity::advice, "no-success-ahead", {}, {}, {}, {}};
    found.where = look.journey.start.where;
    found.message = "no success can be reached from the start";
    found.hint =
        look.journey.outcomes.empty()
            ? "give the journey an [[outcome]] of kind \"success\" and a way there"
            : "lead some `next` to an outcome of kind \"success\", or name one in `success`";
    findings.add(std::move(found), "", look.for_all());
}

}  // namespace

void Reach::add(const Look& look) {
    const std::size_t touchpoints = look.journey.touchpoints.size();
    for (Vertex v = 0; v < touchpoints + look.journey.outcomes.size(); ++v) {
        const auto [known, added] = by_name_.try_emplace(look.name(v), places_.size());
        if (added) {
            const bool outcome = v >= touchpoints;
            const SourceSpan& where = outcome ? look.journey.outcomes[v - touchpoints].id.where
                                              : look.journey.touchpoints[v].id.where;
            places_.push_back({look.name(v), {where, look.scenario, false, outcome}});
        }
        auto& place = places_[known->second].second;
        place.reached = place.reached || look.reached(v);
    }
}

void Reach::tell(Findings& findings) const {
    for (const auto& [name, place] : places_) {
        if (place.reached) continue;
        Diagnostic found{Severity::advice, "unreachable-touchpoint", place.where, {}, {}, {}};
        found.message = fmt::format(
            "nobody gets to touchpoint \"{}\": no way leads there from the start", name);
        found.hint = "name it in the `next` of a touchpoint that customers get to";
        if (place.outcome) {
            found.id = "unreachable-outcome";
            found.message = fmt::format(
                "nobody ends in outcome \"{}\": no way leads there from the start", name);
        }
        findings.add(std::move(found), name, {place.added_by, {}});
    }
}

void find_no_success_ahead(const Look& look, Findings& findings) {
    if (look.journey.horizon_days && in_progress_is_success(look.journey)) return;
    const auto without = without_success(look);
    if (nobody_succeeds(without)) {
        tell_no_success_at_all(look, findings);
        return;
    }
    for (Vertex v = 0; v < without.size(); ++v) {
        if (without[v].flows.empty()) continue;
        Diagnostic found{Severity::advice, "no-success-ahead", {}, {}, {}, {}};
        found.where = look.journey.touchpoints[v].id.where;
        found.message =
            fmt::format("no success can be reached from touchpoint \"{}\"", look.name(v));
        found.hint = "lead a `next` from there towards a success";
        if (without[v].flows.size() == without[v].reached_by)
            findings.add(found, look.name(v), look.for_all());
        else
            for (const std::size_t flow : without[v].flows)
                findings.add(found, look.name(v), look.for_persona(flow));
    }
}

}  // namespace cjm::check
