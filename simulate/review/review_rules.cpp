#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "journey/any_behaviour.hpp"
#include "journey/notes.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/exact/impacts.hpp"
#include "simulate/resolve.hpp"
#include "simulate/review/review.hpp"
#include "simulate/review/without_step.hpp"

namespace cjm::simulate {
namespace {

constexpr double clear_gain = 0.01;      // of success, to call a step unneeded
constexpr double hardly_anybody = 0.01;  // of customers, to call a touchpoint rarely reached
constexpr double decisive = 0.05;        // impact on success that asks for support nearby

/// Solves a journey and versions of it as long as the work allows.
class Solver {
  public:
    /// None: too much work, or a loop that could not be solved.
    std::optional<ExactImpacts> solve(const Journey& journey) {
        const ResolvedJourney resolved = resolve(journey);
        work_ += work_to_answer(journey) + work_of_a_pass(resolved);
        if (work_ > review_work) return std::nullopt;
        return solve_impacts(resolved, Metric::success).impacts;
    }

  private:
    static double work_of_a_pass(const ResolvedJourney& journey) {
        constexpr double of_a_level = 50;
        return of_a_level * static_cast<double>(journey.transitions.size()) *
               static_cast<double>(journey.goodwill_ceiling - journey.goodwill_floor + 1) *
               static_cast<double>(journey.personas.size());
    }
    double work_ = 0;
};

/// Whether it earns something or brings somebody.
bool gives_something(const Touchpoint& touchpoint) {
    const auto is_positive = [](const std::optional<Number>& number) {
        return number && number->high > 0;
    };
    return any_behaviour(touchpoint, [&](const Behaviour& behaviour) {
        return is_positive(behaviour.revenue) || is_positive(behaviour.refers);
    });
}

/// Whether moments there are bad more often than good, for every persona that has its own.
bool annoys(const Touchpoint& touchpoint) {
    const auto& usual = touchpoint.behaviour.experience;
    return usual && usual->bad.likely > usual->good.likely &&
           !any_behaviour(touchpoint, [](const Behaviour& behaviour) {
               const auto& experience = behaviour.experience;
               return experience && experience->good.likely >= experience->bad.likely;
           });
}

bool can_be_bad(const Touchpoint& touchpoint) {
    return any_behaviour(touchpoint, [](const Behaviour& behaviour) {
        return behaviour.experience && behaviour.experience->bad.likely > 0;
    });
}

bool is_ours(const Touchpoint& touchpoint) {
    return touchpoint.owner_or_us() == Owner::us;
}

/// Whether customers of some persona start there: that is where the journey begins, no step on it.
bool is_start(const Journey& journey, const Touchpoint& touchpoint) {
    const auto starts_there = [&](const Start& start) {
        return std::any_of(start.shares.begin(), start.shares.end(), [&](const auto& share) {
            return share.name.value == touchpoint.id.value && share.number.high > 0;
        });
    };
    return starts_there(journey.start) ||
           std::any_of(journey.personas.begin(), journey.personas.end(),
                       [&](const Persona& persona) {
                           return persona.start && starts_there(*persona.start);
                       });
}

Diagnostic advice(std::string_view id, const Touchpoint& touchpoint) {
    return {Severity::advice, id, touchpoint.id.where, {}, {}, {}};
}

void find_unneeded_steps(const Journey& journey, const ExactImpacts& as_it_is, Solver& solver,
                         std::vector<Diagnostic>& found) {
    if (journey.goodwill.fade.likely > 0) return;
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = journey.touchpoints[v];
        if (!is_ours(touchpoint) || is_declared(touchpoint) || gives_something(touchpoint) ||
            !annoys(touchpoint) || is_start(journey, touchpoint) ||
            as_it_is.touchpoints[v].reach < clear_gain || !only_target(journey, TouchpointId(v)))
            continue;
        const auto without = solver.solve(without_step(journey, TouchpointId(v)));
        if (!without || without->success < as_it_is.success + clear_gain) continue;
        Diagnostic told = advice("unneeded-step", touchpoint);
        told.message = fmt::format(
            "step \"{}\" leads to one place only, earns nothing and is bad more often than good; "
            "without it {:.1f} % would succeed instead of {:.1f} %",
            touchpoint.id.value, 100 * without->success, 100 * as_it_is.success);
        told.hint = "leave it out, or join it with the step before or after it";
        found.push_back(std::move(told));
    }
}

void find_rarely_reached(const Journey& journey, const ExactImpacts& as_it_is,
                         std::vector<Diagnostic>& found) {
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = journey.touchpoints[v];
        const double reach = as_it_is.touchpoints[v].reach;
        if (!is_ours(touchpoint) || is_support(touchpoint) || reach <= 0 || reach >= hardly_anybody)
            continue;
        Diagnostic told = advice("rarely-reached", touchpoint);
        told.message = fmt::format("only {:.2g} % of customers ever come to touchpoint \"{}\"",
                                   100 * reach, touchpoint.id.value);
        told.hint = "lead more customers there, or ask whether it is worth keeping";
        found.push_back(std::move(told));
    }
}

void find_missing_support(const Journey& journey, const ExactImpacts& as_it_is,
                          std::vector<Diagnostic>& found) {
    if (!is_annotated(journey)) return;
    std::optional<std::size_t> most;
    const auto impact = [&](std::size_t v) {
        return as_it_is.touchpoints[v].all_good - as_it_is.touchpoints[v].all_bad;
    };
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v)
        if (!most || impact(v) > impact(*most)) most = v;
    if (!most || impact(*most) < decisive) return;
    const Touchpoint& touchpoint = journey.touchpoints[*most];
    // what is declared is judged without solving
    if (!is_ours(touchpoint) || is_declared(touchpoint) || !can_be_bad(touchpoint) ||
        support_near(journey, touchpoint))
        return;
    Diagnostic told = advice("support-missing", touchpoint);
    told.message = fmt::format(
        "no touchpoint decides more than \"{}\" (success is {:.1f} % where all goes well there, "
        "{:.1f} % where all goes badly), and no support is near",
        touchpoint.id.value, 100 * as_it_is.touchpoints[*most].all_good,
        100 * as_it_is.touchpoints[*most].all_bad);
    told.hint =
        "tag who helps there or next with \"support\", or say what helps: support = [\"...\"]";
    found.push_back(std::move(told));
}

}  // namespace

std::vector<Diagnostic> review_journey(const Journey& journey) {
    if (journey.horizon_days) return {};
    Solver solver;
    const auto as_it_is = solver.solve(journey);
    if (!as_it_is) return {};
    std::vector<Diagnostic> found;
    find_unneeded_steps(journey, *as_it_is, solver, found);
    find_rarely_reached(journey, *as_it_is, found);
    find_missing_support(journey, *as_it_is, found);
    sort_by_place(found);
    return found;
}

std::span<const std::string_view> review_ids() {
    static constexpr std::array<std::string_view, 3> ids{"rarely-reached", "support-missing",
                                                         "unneeded-step"};
    return ids;
}

}  // namespace cjm::simulate
