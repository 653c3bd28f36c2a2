#include "cli/journey_options.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/duration.hpp"
#include "base/text_width.hpp"
#include "cli/load.hpp"
#include "cli/usage_error.hpp"
#include "journey/check/check.hpp"
#include "journey/scenario.hpp"

namespace cjm::cli {
namespace {

/// "a+b" as its parts.
std::vector<std::string> split_at_plus(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (;;) {
        const std::size_t plus = text.find('+', start);
        parts.push_back(compose(text.substr(start, plus - start)));
        if (plus == std::string::npos) return parts;
        start = plus + 1;
    }
}

void set_horizon(JourneyOptions& options, const std::string& value) {
    options.horizon_given = true;
    options.horizon_days.reset();
    if (value == "none") return;
    const auto days = duration_days(value);
    if (!days || !(*days > 0) || !std::isfinite(*days)) {
        const std::string hint = days ? std::string() : duration_hint(value);
        throw UsageError(
            fmt::format("--horizon is {}; it must be a duration above 0 or none",
                        cjm::quoted(value)),
            hint.empty()
                ? "a number and a unit, such as \"100 d\"; units are s, min, h, d, w, mo and y"
                : hint);
    }
    options.horizon_days = days;
}

template <class Entry>
std::vector<std::string> ids(const std::vector<Entry>& entries) {
    std::vector<std::string> names;
    for (const Entry& entry : entries) names.push_back(entry.id.value);
    return names;
}

Journey with_scenarios(const Journey& as_is, const std::vector<std::string>& scenarios) {
    Journey journey = as_is;
    for (const std::string& name : scenarios) {
        const ScenarioId scenario = find_scenario(journey, name);
        if (!scenario) throw unknown_name("scenario", name, ids(journey.scenarios));
        journey = apply_scenario(journey, scenario, as_is);
    }
    return journey;
}

bool starts_only_at(const Start& start, const std::string& name) {
    return std::all_of(start.shares.begin(), start.shares.end(), [&](const NamedNumber& share) {
        return share.name.value == name || share.number.likely == 0;
    });
}

/// Whether there is no way to `to`, since everybody is there from the start.
bool everybody_starts_at(const Journey& journey, const std::string& to) {
    return std::all_of(
        journey.personas.begin(), journey.personas.end(), [&](const Persona& persona) {
            return starts_only_at(persona.start ? *persona.start : journey.start, to);
        });
}

Journey with_stretch(const Journey& journey, const JourneyOptions& options) {
    if (!options.from && !options.to) return journey;
    const std::vector<std::string> touchpoints = ids(journey.touchpoints);
    if (options.from && !find_touchpoint(journey, *options.from)) {
        throw unknown_name("touchpoint", *options.from, touchpoints);
    }
    if (options.to && !find_touchpoint(journey, *options.to) &&
        !find_outcome(journey, *options.to)) {
        std::vector<std::string> names = touchpoints;
        for (const Outcome& outcome : journey.outcomes) names.push_back(outcome.id.value);
        throw unknown_name("touchpoint or outcome", *options.to, names);
    }
    if (options.from && options.from == options.to) {
        throw UsageError("--from and --to name the same touchpoint");
    }
    if (!options.from && everybody_starts_at(journey, *options.to)) {
        throw UsageError(fmt::format("everybody starts at {}, so there is no way to it to follow",
                                     cjm::quoted(*options.to)),
                         "name another --to, or a --from as well");
    }
    return stretch(journey, options.from, options.to);
}

/// Errors of the journey that the options made; its scenarios have been applied or are not asked
/// for.
std::vector<Diagnostic> errors_of(Journey journey) {
    journey.scenarios.clear();
    std::vector<Diagnostic> found = check_journey(journey);
    std::erase_if(
        found, [](const Diagnostic& diagnostic) { return diagnostic.severity != Severity::error; });
    return found;
}

}  // namespace

std::vector<std::string> scenarios_named(const std::string& value, const std::string& option) {
    if (value.find(',') != std::string::npos) {
        std::string joined = value;
        std::replace(joined.begin(), joined.end(), ',', '+');
        std::erase(joined, ' ');
        throw UsageError(
            fmt::format("{} {}: a comma does not join scenarios", option, cjm::quoted(value)),
            fmt::format("{0} {1} applies one after the other; to compare them with "
                        "each other, give compare one {0} for each",
                        option, joined));
    }
    std::vector<std::string> names = split_at_plus(value);
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name)
            throw UsageError(fmt::format("{} names {} more than once", option, cjm::quoted(*name)));
    }
    return names;
}

std::string scenarios_joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, "+"));
}

std::vector<Option> journey_options(JourneyOptions& options) {
    return {{.name = "--scenario",
             .value = "ID",
             .help = "run the journey as this scenario changes it; a+b applies a, then b",
             .set =
                 [&](const std::string& value) {
                     options.scenarios = scenarios_named(value, "--scenario");
                 }},
            {.name = "--horizon",
             .value = "D",
             .help = "follow customers this long, such as \"100 d\", instead of the file's "
                     "horizon; none lifts it",
             .set = [&](const std::string& value) { set_horizon(options, value); }},
            {.name = "--from",
             .value = "ID",
             .help = "everybody starts at this touchpoint",
             .set = [&](const std::string& value) { options.from = compose(value); }},
            {.name = "--to",
             .value = "ID",
             .help = "arriving at this touchpoint or outcome is the success",
             .set = [&](const std::string& value) { options.to = compose(value); }}};
}

Journey ask_journey(const Journey& as_is, const JourneyOptions& options) {
    Journey journey = as_is;
    if (options.horizon_given) {
        journey.horizon_days.reset();
        if (options.horizon_days) journey.horizon_days = Sourced<double>{*options.horizon_days, {}};
    }
    return with_stretch(with_scenarios(journey, options.scenarios), options);
}

std::optional<Journey> ask_checked(const Session& session, const Journey& as_is,
                                   const JourneyOptions& options) {
    Journey asked = ask_journey(as_is, options);
    const std::vector<Diagnostic> errors = errors_of(asked);
    for (const Diagnostic& error : errors) tell_diagnostic(session, error);
    if (!errors.empty()) return std::nullopt;
    return asked;
}

std::optional<AskedJourney> load_as_is_and_asked(const Session& session, const std::string& file,
                                                 const JourneyOptions& options) {
    std::optional<Journey> journey = load_journey(session, file);
    if (!journey) return std::nullopt;
    const bool as_it_is =
        options.scenarios.empty() && !options.horizon_given && !options.from && !options.to;
    if (as_it_is) return AskedJourney{*journey, *journey};
    std::optional<Journey> asked = ask_checked(session, *journey, options);
    if (!asked) return std::nullopt;
    return AskedJourney{*std::move(journey), *std::move(asked)};
}

std::optional<Journey> load_asked_journey(const Session& session, const std::string& file,
                                          const JourneyOptions& options) {
    std::optional<AskedJourney> both = load_as_is_and_asked(session, file, options);
    if (!both) return std::nullopt;
    return std::move(both->asked);
}

}  // namespace cjm::cli
