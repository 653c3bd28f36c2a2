#include "journey/check/check.hpp"

#include <algorithm>

#include "journey/check/rules.hpp"
#include "journey/scenario.hpp"

namespace cjm {
namespace {

using namespace check;

/// Whether a scenario can change where customers go; costs, effort and what is drawn do not.
bool changes_ways(const Scenario& scenario) {
    return !scenario.touchpoints.empty() || !scenario.hazard.entries.empty() ||
           std::any_of(scenario.each.begin(), scenario.each.end(), [](const Each& each) {
               return each.bad || each.good || each.leave || each.wait || each.patience;
           });
}

void find_errors(const Look& look, Effort& effort, Findings& findings) {
    find_endless_loops(look, findings);
    const bool stuck =
        std::any_of(look.structures.begin(), look.structures.end(), [](const Structure& structure) {
            for (std::size_t v = 0; v < structure.reached.size(); ++v)
                if (structure.reached[v] && !structure.can_end[v]) return true;
            return false;
        });
    if (!stuck) find_too_many_visits(look, effort, findings);
}

void advise_on_ways(const Look& look, Findings& findings) {
    find_no_success_ahead(look, findings);
    find_bad_moments_without_effect(look, findings);
    find_long_waits(look, findings);
}

/// On the journey as it is.
void review(const Look& look, Findings& findings) {
    find_unowned_bad_moments(look, findings);
    find_silent_stretches(look, findings);
    find_missing_support(look, findings);
    find_moments_without_mobile(look.journey, findings);
    find_survey_trouble(look.journey, findings);
}

void advise_on_what_is_written(const Journey& journey, Findings& findings) {
    find_thousands_points(journey, findings);
    find_stage_trouble(journey, findings);
    find_pains_without_ideas(journey, findings);
    find_moments_not_ours(journey, findings);
    find_hidden_values(journey, findings);
    find_waits_beyond_sampling(journey, findings);
    find_losses_as_success(journey, findings);
    find_idle_each(journey, findings);
    find_idle_hazards(journey, findings);
    find_idle_targets(journey, findings);
}

}  // namespace

std::vector<Diagnostic> check_structure(const Journey& journey) {
    Findings findings(journey);
    Effort effort;
    find_errors(Look(journey, {}), effort, findings);
    return std::move(findings).take();
}

std::vector<Diagnostic> check_journey(const Journey& journey) {
    Findings findings(journey);
    Reach reach;
    Effort effort;
    const Look as_it_is(journey, {});
    find_errors(as_it_is, effort, findings);
    advise_on_ways(as_it_is, findings);
    const bool switches = find_channel_switches(as_it_is, findings);
    find_idle_fade(as_it_is, findings);
    review(as_it_is, findings);
    reach.add(as_it_is);
    const std::size_t checked = scenarios_to_check(journey, findings);
    for (std::size_t i = 0; i < checked; ++i) {
        if (!changes_ways(journey.scenarios[i])) continue;
        const Journey changed = apply_scenario(journey, ScenarioId(i));
        const Look look(changed, ScenarioId(i));
        find_errors(look, effort, findings);
        advise_on_ways(look, findings);
        // what the journey has as it is, is mended there
        if (!switches) find_channel_switches(look, findings);
        reach.add(look);
    }
    reach.tell(findings);
    advise_on_what_is_written(journey, findings);
    return std::move(findings).take();
}

}  // namespace cjm
