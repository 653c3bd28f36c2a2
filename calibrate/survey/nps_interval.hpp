// Owns: the interval of a net promoter score. Must not know: tables, scales of answers.
#pragma once
#include "calibrate/survey/weighted_mean.hpp"

namespace cjm::calibrate {

/// Shares of promoters and of detractors among the same respondents, and the standard error of
/// their difference.
struct NetPromoters {
    WeightedMean promoters, detractors;
    double standard_error = 0;
};

/// Promoters less detractors, in [-1, 1], from the Wilson intervals of both shares and the
/// correlation that the standard errors imply. Source: Zou and Donner 2008 (MOVER).
[[nodiscard]] Estimate nps_interval(const NetPromoters& net, const Confidence& confidence);

}  // namespace cjm::calibrate
