// Owns: what a scenario changes, run as the command line asks. Must not know: what is done with the
// result.
#pragma once
#include <optional>

#include "cli/command.hpp"
#include "cli/journey_options.hpp"
#include "simulate/change_result.hpp"

namespace cjm::cli {

/// A journey as a scenario changes it, with the same customers walked through it and through the
/// journey as it is.
struct ChangedRun {
    SimulationResult result;  ///< with the scenario
    ChangeResult change;
};

/// The journey without the scenarios asked for, but with horizon and stretch as asked for; prints
/// the errors that only these bring in, none where there are any. Throws UsageError for names that
/// only the scenarios bring in.
[[nodiscard]] std::optional<Journey> ask_without_scenarios(const Session& session,
                                                           const Journey& written,
                                                           const JourneyOptions& options);

/// Simulates or solves both. None where nothing could be solved, which is then told.
[[nodiscard]] std::optional<ChangedRun> run_change(const Session& session, const Journey& as_is,
                                                   const Journey& redesigned,
                                                   const RunSettings& settings);

/// Only what differs between the journeys.
[[nodiscard]] ChangeResult plain_change(const Journey& as_is, const Journey& redesigned);

}  // namespace cjm::cli
