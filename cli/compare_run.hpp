// Owns: running a comparison as the command line asks, under a clock and a progress bar. Must not
// know: what is done with the result.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/journey_options.hpp"
#include "journey/strategies/strategies.hpp"
#include "simulate/compare/compare.hpp"
#include "simulate/comparison_result.hpp"

namespace cjm::cli {

/// The journeys that are compared, and how each came about.
struct ComparedFiles {
    Journey as_is;                            ///< as asked: horizon and stretch applied
    std::vector<simulate::Candidate> others;  ///< scenarios or files
    std::vector<Journey> written;             ///< as read: the first file, or by candidate after it
    std::vector<JourneyOptions> options;      ///< by candidate
    bool files = false;                       ///< candidates are files of their own
};

/// Which scenarios of the first file, or the other files, with what the options change in each.
/// scenarios  as asked for, "a+b" apart; empty = all of the file
/// strategies ready scenarios, to be put behind those of the file, so that `scenarios` may
///            name them; an own scenario of the same id comes in its place, which is told
/// returns    none where a journey has errors, which are then printed. Throws UsageError, FileError
[[nodiscard]] std::optional<ComparedFiles> load_compared(const Session& session,
                                                         const std::vector<std::string>& files,
                                                         const JourneyOptions& options,
                                                         const std::vector<std::string>& scenarios,
                                                         const std::vector<Strategy>& strategies);

/// Compares; `seconds` is filled in. None where nothing could be solved, which is then told.
[[nodiscard]] std::optional<ComparisonResult> run_comparison(const Session& session,
                                                             const ComparedFiles& compared,
                                                             const simulate::CompareWanted& wanted,
                                                             const RunSettings& settings);

}  // namespace cjm::cli
