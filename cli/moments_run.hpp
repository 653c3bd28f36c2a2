// Owns: finding moments of truth as the command line asks, under a clock and a progress bar. Must
// not know: what is done with the result.
#pragma once
#include <optional>

#include "cli/command.hpp"
#include "cli/journey_options.hpp"
#include "simulate/moments/moments.hpp"

namespace cjm::cli {

/// The moments of the journey as asked, and what parameter draws say where they are asked for;
/// `timing` is filled in. Where `run.precision` is given and customers are walked, they are as many
/// as it takes. Where no method is asked for and a loop cannot be solved, customers are simulated
/// and that is told; none where `exact` is asked for, which is told too.
[[nodiscard]] std::optional<MomentsResult> run_moments(const Session& session,
                                                       const AskedJourney& journey,
                                                       const JourneyOptions& options,
                                                       const simulate::MomentsSettings& settings);

/// The moments of truth on success for a drawing or a report that is about something else: solved
/// where that is quick, else from at most `most_customers_beside` customers. None where they cannot
/// be had so.
[[nodiscard]] std::optional<MomentsResult> moments_beside(const Journey& journey,
                                                          const RunSettings& settings);

/// The same, only where they are solved quickly: no report waits for them.
[[nodiscard]] std::optional<MomentsResult> quick_moments(const Journey& journey,
                                                         const RunSettings& settings);

/// Their intervals are narrow enough for one digit, and they are walked in about a second.
inline constexpr std::uint64_t most_customers_beside = 100'000;

}  // namespace cjm::cli
