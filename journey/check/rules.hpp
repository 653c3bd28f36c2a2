// Owns: the list of what check_journey looks for; each rule adds what it finds. Must not know: how
// findings are merged and told.
#pragma once
#include <map>
#include <string>

#include "journey/check/look.hpp"
#include "journey/check/visits.hpp"

namespace cjm::check {

// Errors: what keeps a journey from being simulated.

/// "endless-loop": a loop that customers reach and cannot leave.
void find_endless_loops(const Look& look, Findings& findings);
/// "too-many-visits": more than 1,000,000 expected visits a customer. Expects: no endless loop.
void find_too_many_visits(const Look& look, Effort& effort, Findings& findings);

// Advice on where customers get, for the journey as it is and for scenarios.

/// Which touchpoints and outcomes somebody reaches, in the journey as it is or in some scenario.
class Reach {
  public:
    void add(const Look& look);
    /// "unreachable-touchpoint" and "unreachable-outcome"
    void tell(Findings& findings) const;

  private:
    struct Place {
        SourceSpan where;
        ScenarioId added_by;  ///< none for what the journey has as it is
        bool reached = false;
        bool outcome = false;
    };
    std::vector<std::pair<std::string, Place>> places_;
    std::map<std::string, std::size_t> by_name_;
};

/// "no-success-ahead": touchpoints from which no success can be reached.
void find_no_success_ahead(const Look& look, Findings& findings);
/// "bad-moment-without-effect" and "bad-moment-felt-later": nobody can leave where a moment can be
/// bad.
void find_bad_moments_without_effect(const Look& look, Findings& findings);
/// "long-wait-without-patience": a mean wait of more than 3 days that nobody loses patience with;
/// told once, at the longest.
void find_long_waits(const Look& look, Findings& findings);
/// "channel-switches": two or more switches without handing over on the likeliest way to a success;
/// told once for all scenarios. Whether there are any.
bool find_channel_switches(const Look& look, Findings& findings);
/// "idle-fade": goodwill is never forgotten, since the fade of what it can differ by is less than a
/// point.
void find_idle_fade(const Look& look, Findings& findings);

// What a reviewer from the craft would say of a map.

/// "bad-moment-unowned": one of our touchpoints is often bad, and nobody is responsible nor has an
/// idea; only where the file is annotated at all.
void find_unowned_bad_moments(const Look& look, Findings& findings);
/// "silent-stretch": a mean wait longer than ghost_after.
void find_silent_stretches(const Look& look, Findings& findings);
/// "support-missing": no support at a declared moment of truth that can be bad, nor a step further.
void find_missing_support(const Look& look, Findings& findings);
/// "moment-without-mobile": micro-moments, and nothing on a mobile phone.
void find_moments_without_mobile(const Journey& journey, Findings& findings);
/// "long-survey" and "few-answers"
void find_survey_trouble(const Journey& journey, Findings& findings);

// Advice and warnings on what is written, scenarios included.

/// How many scenarios are looked at, the first ones; "scenarios-unchecked" where they are not all.
[[nodiscard]] std::size_t scenarios_to_check(const Journey& journey, Findings& findings);
/// "many-stages" and "empty-stage"
void find_stage_trouble(const Journey& journey, Findings& findings);
/// "pains-without-ideas"
void find_pains_without_ideas(const Journey& journey, Findings& findings);
/// "moment-of-truth-not-ours"
void find_moments_not_ours(const Journey& journey, Findings& findings);
/// "hidden-by-persona" (a warning): a scenario's value stays hidden behind that of a persona.
void find_hidden_values(const Journey& journey, Findings& findings);
/// "wait-too-spread" and "time-too-short" (warnings): what sampling does not follow.
void find_waits_beyond_sampling(const Journey& journey, Findings& findings);
/// "lost-as-success": `success` names an outcome of kind "lost".
void find_losses_as_success(const Journey& journey, Findings& findings);
/// "idle-each": `where` of a [[scenario.each]] matches nothing.
void find_idle_each(const Journey& journey, Findings& findings);
/// "idle-hazard": a multiplier for a cause that no touchpoint names.
void find_idle_hazards(const Journey& journey, Findings& findings);
/// "idle-target": a wait, patience or handing over to where that touchpoint never leads.
void find_idle_targets(const Journey& journey, Findings& findings);

/// "thousands-point": customers (an error) or money (a warning) written as 5.000, which is read
/// as 5.
void find_thousands_points(const Journey& journey, Findings& findings);

}  // namespace cjm::check
