#include <string_view>

#include <fmt/format.h>

#include "journey/any_behaviour.hpp"
#include "journey/check/rules.hpp"
#include "journey/wait_moments.hpp"

namespace cjm::check {
namespace {

// How far the tables of sampled waits reach, measured against the exact laws; told in
// docs/explanation/walk.md.
constexpr double least_followed_shape = 0.35;
constexpr double most_lognormal_cv = 20;
constexpr double most_gamma_cv = 5;

// Sampled times are whole milliseconds; below ten of them rounding is felt.
constexpr double clock_seconds = 0.01;
constexpr double seconds_a_day = 86'400;

/// "its sd is 30 times its mean": what is too much for sampling; empty where nothing is.
std::string too_much(const Wait& wait) {
    const auto spread = [&](double most) {
        const double cv = wait.mean.likely > 0 ? wait.sd.likely / wait.mean.likely : 0;
        return cv > most ? fmt::format("its sd is {:.3g} times its mean, more than {}", cv, most)
                         : std::string();
    };
    if (wait.kind == WaitKind::lognormal) return spread(most_lognormal_cv);
    if (wait.kind == WaitKind::gamma) return spread(most_gamma_cv);
    if (wait.kind == WaitKind::weibull && wait.shape.likely < least_followed_shape)
        return fmt::format("its shape is {}, less than {}", wait.shape.likely,
                           least_followed_shape);
    return {};
}

void find_too_spread(const std::string& touchpoint, const NamedWait& entry, Findings& findings) {
    const std::string what = too_much(entry.wait);
    if (what.empty()) return;
    Diagnostic found{Severity::warning, "wait-too-spread", entry.wait.where, {}, {}, {}};
    found.message = fmt::format(
        "the wait from \"{}\" to \"{}\" spreads too widely to be sampled well: {}; how many of "
        "these waits are short comes out wrong",
        touchpoint, entry.target.value, what);
    found.hint = "trust the exact values (--method exact) here, or write a law that spreads less";
    findings.add(std::move(found));
}

void find_too_short(std::string_view key, const std::string& from, const Name& to,
                    const SourceSpan& where, double days, Findings& findings) {
    const double seconds = days * seconds_a_day;
    if (!(seconds > 0 && seconds < clock_seconds)) return;
    Diagnostic found{Severity::warning, "time-too-short", where, {}, {}, {}};
    found.message = fmt::format(
        "the {} from \"{}\" to \"{}\" is {:.3g} s on average; sampled times are whole "
        "milliseconds, which is felt below {} s",
        key, from, to.value, seconds, clock_seconds);
    found.hint = "trust the exact values (--method exact) here, or leave it out";
    findings.add(std::move(found));
}

void look_at(const Touchpoint& touchpoint, const Behaviour& behaviour, Findings& findings) {
    const std::string& id = touchpoint.id.value;
    if (behaviour.wait)
        for (const NamedWait& entry : behaviour.wait->entries) {
            find_too_spread(id, entry, findings);
            find_too_short("wait", id, entry.target, entry.wait.where, mean_days(entry.wait),
                           findings);
        }
    if (behaviour.patience)
        for (const NamedNumber& entry : behaviour.patience->entries)
            find_too_short("patience", id, entry.name, entry.number.where, entry.number.likely,
                           findings);
}

}  // namespace

void find_waits_beyond_sampling(const Journey& journey, Findings& findings) {
    const auto look = [&](const Touchpoint& touchpoint) {
        for_each_behaviour(touchpoint, [&](const Behaviour& behaviour) {
            look_at(touchpoint, behaviour, findings);
        });
    };
    for (const Touchpoint& touchpoint : journey.touchpoints) look(touchpoint);
    for (const Scenario& scenario : journey.scenarios)
        for (const Touchpoint& touchpoint : scenario.touchpoints) look(touchpoint);
}

}  // namespace cjm::check
