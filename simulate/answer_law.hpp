// Owns: what customers answer a survey on average, given the goodwill they end with or the effort
// it took. Must not know: how customers are walked or solved.
#pragma once
#include <vector>

#include "journey/model.hpp"
#include "simulate/survey/survey_table.hpp"

namespace cjm::simulate {

/// 100 x (P(answer 9 or 10) - P(answer 0 to 6)) of a customer who ends with this goodwill, where
/// the answer is floor(centre + slope x goodwill / 12 + spread x Z + 1/2), Z standard normal. The
/// likely values of the question count. Error about 1e-14; the same bits on every CPU.
/// source  model page, section 3, Survey
[[nodiscard]] double nps_at(const SurveyQuestion& question, double goodwill);

/// The same by goodwill level, floor to ceiling.
[[nodiscard]] std::vector<double> nps_by_level(const Journey& journey,
                                               const SurveyQuestion& question);

/// 100 x P(answer 4 or 5) of a customer who ends with this goodwill.
[[nodiscard]] double csat_at(const ResolvedQuestion& question, double goodwill);

/// Mean answer, 1 (hard) to 7 (easy), of a customer whom it took this effort. Cost: six values of
/// the normal law.
[[nodiscard]] double ces_at(const ResolvedQuestion& question, double effort);

}  // namespace cjm::simulate
