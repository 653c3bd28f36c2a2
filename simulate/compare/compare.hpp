// Owns: the call from journeys to a comparison of them. Must not know: files, streams, clocks.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "simulate/compare/candidate.hpp"
#include "simulate/comparison_result.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

/// A loop that could not be solved, and the candidate it is in ("" = as it is).
struct UnsolvedCandidate {
    std::string id;
    std::vector<std::string> loop;
};

struct Comparison {
    std::optional<ComparisonResult> result;   ///< none where stopped, or nothing could be solved
    std::vector<UnsolvedCandidate> unsolved;  ///< without exact values
    bool exact_left_out = false;  ///< exact values would have taken long (see much_work)
};

/// What a comparison is about.
struct CompareWanted {
    Metric metric = Metric::success;  ///< of the probability that each is the best
    bool places = false;              ///< also the differences at every place
};

/// Compares redesigns with the journey as it is.
///
/// method    automatic and monte_carlo: the same customers walk through every candidate; automatic
///           puts exact values beside where no candidate has a horizon. exact: solved, every
///           difference with standard error 0
/// precision until the success rate of every candidate is known so well
/// returns   the same figures for any number of threads; `timing.seconds` is left 0
/// cost      that of simulating each candidate; see tally_paired()
[[nodiscard]] Comparison compare(const Journey& as_is, std::span<const Candidate> candidates,
                                 const CompareWanted& wanted, const RunSettings& settings,
                                 const RunControl& control = {});

/// The journey as it is, then the candidates, under the draw of that number of what the authors do
/// not know. Called from worker threads.
using DrawnCandidates = std::function<std::vector<Journey>(std::uint64_t draw)>;

/// Replaces the probabilities of a comparison by shares of parameter draws, and adds how far the
/// draws move each difference in the metric.
///
/// settings  parameter_draws > 0
/// method    without a horizon each draw is solved exactly, unless monte_carlo is asked for; else
///           the same customers walk through every candidate of a draw, others in each draw, N in
///           all but at least 1,000 a draw
/// returns   false where stopped; the same figures for any number of threads
[[nodiscard]] bool compare_over_draws(const DrawnCandidates& candidates,
                                      const RunSettings& settings, ComparisonResult& result,
                                      const RunControl& control = {});

}  // namespace cjm::simulate
