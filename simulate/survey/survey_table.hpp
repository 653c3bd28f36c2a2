// Owns: how customers answer a survey, as tables of integers. Must not know: journeys, customers,
// what is counted of the answers.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "journey/model.hpp"

namespace cjm::simulate {

/// u = centre + slope x (goodwill / 12, or minus the effort) + spread x Z, Z standard normal; the
/// answer is floor(u + 0.5) on the scale.
struct ResolvedQuestion {
    double centre = 0, slope = 0, spread = 0;
    friend bool operator==(const ResolvedQuestion&, const ResolvedQuestion&) = default;
};

/// What [survey] says, as numbers.
struct ResolvedSurvey {
    double response = 1;
    std::optional<ResolvedQuestion> csat, nps, ces;
    std::vector<std::vector<TouchpointId>> attributes;  ///< of the CSI; each touchpoint once
    friend bool operator==(const ResolvedSurvey&, const ResolvedSurvey&) = default;
};

/// Probability that a customer of this goodwill answers `least` (on the scale) or more.
[[nodiscard]] double answers_at_least(const ResolvedQuestion& question, double goodwill,
                                      double least);

/// The least answers that count: satisfied from 4 of 5, promoters from 9 of 10, detractors below 7.
inline constexpr double satisfied_from = 4, promoters_from = 9, no_detractors_from = 7;

/// A survey ready to be answered. Tables are by goodwill level above the floor; a question that is
/// not asked has none.
struct SurveyTable {
    bool asked = false;                             ///< whether the journey has a survey
    std::uint32_t responds_below = 0;               ///< answers for words below
    std::vector<std::uint32_t> satisfied;           ///< for words from here on
    std::vector<std::uint32_t> detracts, promotes;  ///< for words below; from here on
    std::optional<ResolvedQuestion> ces;
    std::vector<std::vector<TouchpointId>> attributes;
};

/// cost O(goodwill span)
[[nodiscard]] SurveyTable compile_survey(const ResolvedSurvey& survey, std::int64_t floor,
                                         std::int64_t ceiling);

/// The words that a customer answers by, see SurveyPurpose.
using SurveyWords = std::array<std::uint32_t, 4>;

/// 1 for a promoter, -1 for a detractor, else 0. expects that NPS is asked
[[nodiscard]] int nps_of(const SurveyTable& survey, std::size_t level, const SurveyWords& words);

/// 1 (hard) to 7 (easy). expects that CES is asked
[[nodiscard]] int ces_of(const SurveyTable& survey, double effort, const SurveyWords& words);

}  // namespace cjm::simulate
