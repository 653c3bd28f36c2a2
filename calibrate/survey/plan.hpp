// Owns: how many answers a wanted precision takes. Must not know: tables, reports.
#pragma once
#include <cstdint>
#include <optional>

#include "base/interval.hpp"
#include "calibrate/survey/survey_result.hpp"

namespace cjm::calibrate {

enum class ScoreKind { share_or_mean, net_promoters };

/// Answers for an interval of at most +-points.
struct PlannedAnswers {
    /// If they spread, and are weighted, as those given; none where these are only a clue.
    std::optional<std::uint64_t> as_given;
    std::uint64_t at_most = 0;  ///< however they spread, weighted as those given
};

/// points  half the interval's width, in hundredths of a scale from 0 to 1 (for NPS: points), in
///         (0, 100)
[[nodiscard]] PlannedAnswers plan_answers(const Score& score, ScoreKind kind, double points,
                                          const Confidence& confidence);

}  // namespace cjm::calibrate
