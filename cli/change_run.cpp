#include "cli/change_run.hpp"

#include <utility>

#include "cli/compare_run.hpp"

namespace cjm::cli {

std::optional<Journey> ask_without_scenarios(const Session& session, const Journey& written,
                                             const JourneyOptions& options) {
    JourneyOptions as_is = options;
    as_is.scenarios.clear();
    return ask_checked(session, written, as_is);
}

ChangeResult plain_change(const Journey& as_is, const Journey& redesigned) {
    return {as_is, changes_between(as_is, redesigned), {}};
}

std::optional<ChangedRun> run_change(const Session& session, const Journey& as_is,
                                     const Journey& redesigned, const RunSettings& settings) {
    ComparedFiles compared{as_is, {}, {}, {}, false};
    compared.others.push_back({redesigned.scenario, {}, redesigned});
    auto comparison = run_comparison(session, compared, {.places = true}, settings);
    if (!comparison) return std::nullopt;
    ScenarioComparison& scenario = comparison->scenarios.front();
    ChangedRun run{std::move(scenario.result), plain_change(as_is, redesigned)};
    run.change.figures = ChangeFigures{std::move(comparison->baseline),
                                       std::move(scenario.difference), *std::move(scenario.places)};
    return run;
}

}  // namespace cjm::cli
