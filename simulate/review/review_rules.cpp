#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "journey/any_behaviour.hpp"
#include "journey/notes.hpp"
#include "simulate/review/review.hpp"
#include "simulate/review/review_figures.hpp"
#include "simulate/review/without_step.hpp"

namespace cjm::simulate {
namespace {

constexpr double clear_gain = 0.01;      // of success, to call a step unneeded
constexpr double hardly_anybody = 0.01;  // of customers, to call a touchpoint rarely reached
constexpr double decisive = 0.05;        // impact on success that asks for support nearby

/// Whether it earns something or brings somebody.
bool gives_something(const Touchpoint& touchpoint) {
    const auto is_positive = [](const std::optional<Number>& number) {
        return number && number->high > 0;
    };
    return any_behaviour(touchpoint, [&](const Behaviour& behaviour) {
        return is_positive(behaviour.revenue) || is_positive(behaviour.refers);
    });
}

/// Whether somebody leaves out of dissatisfaction where these are the causes.
bool names_dissatisfaction(const std::optional<Table<NamedNumber>>& causes) {
    return !causes ||
           std::any_of(causes->entries.begin(), causes->entries.end(), [](const auto& cause) {
               return cause.name.value == to_string(BuiltInCause::dissatisfaction) &&
                      cause.number.likely > 0;
           });
}

/// Whether moments there are bad more often than good, for every persona that has its own, and that
/// is why customers leave: an offer that most turn down is a step all the same.
bool annoys(const Touchpoint& touchpoint) {
    const auto& usual = touchpoint.behaviour.experience;
    return usual && usual->bad.likely > usual->good.likely &&
           names_dissatisfaction(touchpoint.behaviour.causes) &&
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

/// ` (1.2 to 1.9 % by 20,000 simulated customers)`; nothing where it is solved.
std::string uncertainty(const ReviewFigures& figures, double low, double high,
                        std::string_view unit) {
    if (figures.customers() == 0) return {};
    const auto percent = [](double share) {
        return share < 0.01 ? fmt::format("{:.2g}", 100 * share)
                            : fmt::format("{:.1f}", 100 * share);
    };
    return fmt::format(" ({} to {}{} by {} simulated customers)", percent(low), percent(high), unit,
                       figures.customers());
}

void find_unneeded_steps(const Journey& journey, ReviewFigures& figures,
                         std::vector<Diagnostic>& found) {
    if (journey.goodwill.fade.likely > 0) return;
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = journey.touchpoints[v];
        if (!is_ours(touchpoint) || is_declared(touchpoint) || gives_something(touchpoint) ||
            !annoys(touchpoint) || is_start(journey, touchpoint) ||
            figures.reach(TouchpointId(v)).estimate < clear_gain ||
            !only_target(journey, TouchpointId(v)))
            continue;
        const auto gain = figures.gain(without_step(journey, TouchpointId(v)));
        if (!gain || gain->low < clear_gain) continue;
        Diagnostic told = advice("unneeded-step", touchpoint);
        told.message = fmt::format(
            "step \"{}\" leads to one place only, earns nothing and is bad more often than good; "
            "without it {:.1f} % would succeed instead of {:.1f} %{}",
            touchpoint.id.value, 100 * gain->after, 100 * gain->before,
            uncertainty(figures, gain->low, gain->high, " points more"));
        told.hint = "leave it out, or join it with the step before or after it";
        found.push_back(std::move(told));
    }
}

void find_rarely_reached(const Journey& journey, const ReviewFigures& figures,
                         std::vector<Diagnostic>& found) {
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = journey.touchpoints[v];
        const Estimate reach = figures.reach(TouchpointId(v));
        if (!is_ours(touchpoint) || is_support(touchpoint) || reach.estimate <= 0 ||
            reach.high >= hardly_anybody)
            continue;
        Diagnostic told = advice("rarely-reached", touchpoint);
        told.message = fmt::format("only {:.2g} % of customers ever come to touchpoint \"{}\"{}",
                                   100 * reach.estimate, touchpoint.id.value,
                                   uncertainty(figures, reach.low, reach.high, " %"));
        told.hint = "lead more customers there, or ask whether it is worth keeping";
        found.push_back(std::move(told));
    }
}

/// The touchpoint whose experiences decide most, and how much.
std::optional<std::pair<TouchpointId, ReviewFigures::Difference>> most_decisive(
    const Journey& journey, ReviewFigures& figures) {
    std::optional<std::pair<TouchpointId, ReviewFigures::Difference>> most;
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const auto impact = figures.impact(TouchpointId(v));
        if (!impact) continue;
        const double size = impact->after - impact->before;
        if (!most || size > most->second.after - most->second.before)
            most.emplace(TouchpointId(v), *impact);
    }
    return most;
}

void find_missing_support(const Journey& journey, ReviewFigures& figures,
                          std::vector<Diagnostic>& found) {
    if (!is_annotated(journey)) return;
    const auto most = most_decisive(journey, figures);
    if (!most || most->second.low < decisive) return;
    const auto& [at, impact] = *most;
    const Touchpoint& touchpoint = journey.touchpoints[at.index()];
    // what is declared is judged without solving
    if (!is_ours(touchpoint) || is_declared(touchpoint) || !can_be_bad(touchpoint) ||
        support_near(journey, touchpoint))
        return;
    Diagnostic told = advice("support-missing", touchpoint);
    told.message = fmt::format(
        "no touchpoint decides more than \"{}\" (success is {:.1f} % where all goes well there, "
        "{:.1f} % where all goes badly), and no support is near{}",
        touchpoint.id.value, 100 * impact.after, 100 * impact.before,
        uncertainty(figures, impact.low, impact.high, " points apart"));
    told.hint =
        "tag who helps there or next with \"support\", or say what helps: support = [\"...\"]";
    found.push_back(std::move(told));
}

}  // namespace

std::vector<Diagnostic> review_journey(const Journey& journey) {
    auto figures = review_by_solving(journey);
    if (!figures) figures = review_by_sampling(journey);
    if (!figures) return {};
    std::vector<Diagnostic> found;
    find_unneeded_steps(journey, *figures, found);
    find_rarely_reached(journey, *figures, found);
    find_missing_support(journey, *figures, found);
    sort_by_place(found);
    return found;
}

std::span<const std::string_view> review_ids() {
    static constexpr std::array<std::string_view, 3> ids{"rarely-reached", "support-missing",
                                                         "unneeded-step"};
    return ids;
}

}  // namespace cjm::simulate
