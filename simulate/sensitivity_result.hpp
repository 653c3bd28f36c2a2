// Owns: what a sensitivity analysis says, as plain structs. Must not know: how it was computed,
// formats.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "simulate/metric.hpp"
#include "simulate/result.hpp"

namespace cjm {

/// What one value does to the metric, all others at their likely values.
struct SensitivityInput {
    std::string path;  ///< such as "touchpoint.book.next.phone"; a name of counts is its last
    bool assumption = false;  ///< of the model, not of the file's uncertain values
    bool days = false;        ///< whether the value is a duration
    double likely_value = 0;
    double low_value = 0, high_value = 0;           ///< p10 and p90; an assumption's two ends
    std::optional<double> result_low, result_high;  ///< the metric there; none: it does not exist
    MaybeEstimate swing;                            ///< result_high - result_low
    /// Spearman's, of the value with the metric over the draws; none without draws, of assumptions,
    /// and where either does not vary.
    MaybeEstimate rank_correlation;
};

/// Two values that the tornado ranks one way and rank correlation surely the other.
struct RankDisagreement {
    std::size_t by_swing = 0;        ///< moves more by the tornado; position among the inputs
    std::size_t by_correlation = 0;  ///< moves more by rank correlation
};

/// Everything that a sensitivity analysis reports.
struct SensitivityResult {
    simulate::Metric metric = simulate::Metric::success;
    RunSettings settings;
    bool sampled = false;  ///< else solved exactly
    std::optional<double> horizon_days;
    MaybeEstimate at_likely;               ///< the metric; none where it does not exist (no buyers)
    std::vector<SensitivityInput> inputs;  ///< uncertain values in the order of the model, then
                                           ///< assumptions
    std::string
        uncertain_scenario;        ///< the first whose uncertain values were left out; empty: none
    std::uint64_t draws = 0;       ///< behind the rank correlations
    std::uint64_t impossible = 0;  ///< of them: a loop nobody can leave, no buyers
    std::uint64_t customers_per_draw = 0;         ///< 0: solved exactly
    std::vector<RankDisagreement> disagreements;  ///< the largest first
    /// Not empty: the journey was to be solved and cannot be, for this loop; nothing else is
    /// filled.
    std::vector<std::string> unsolved_loop;
    double seconds = 0;  ///< left 0 for the caller
};

}  // namespace cjm
