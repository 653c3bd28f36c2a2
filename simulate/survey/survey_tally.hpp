// Owns: SurveyTally, the integer sums of a survey's answers, and counting into it. Must not know:
// how customers are walked, what is reported.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/wide_sum.hpp"
#include "simulate/survey/survey_table.hpp"

namespace cjm::simulate {

/// A customer who is asked.
struct SurveyedCustomer {
    std::size_t level = 0;  ///< goodwill above the floor, at the end
    double effort = 0;
    bool silent = false;  ///< a ghost, who never answers
    /// By attribute of the CSI: good less bad visits at its touchpoints, then visits.
    std::span<const std::int64_t> judged;
    SurveyWords words{};
};

/// Answers of some customers.
struct SurveyAnswers {
    explicit SurveyAnswers(std::size_t attributes = 0);

    std::uint64_t customers = 0, satisfied = 0, promoters = 0, detractors = 0;
    std::uint64_t ces = 0, ces_squares = 0;  ///< sums of the answers and of their squares
    /// Sums of `judged`, and of its products with itself by customer: entry i (i + 1) / 2 + k for
    /// k <= i.
    std::vector<Integer128> judged, products;

    SurveyAnswers& operator+=(const SurveyAnswers& other);
    friend bool operator==(const SurveyAnswers&, const SurveyAnswers&) = default;
};

/// What everybody would answer, and what is seen: those who did not ghost and respond.
struct SurveyTally {
    explicit SurveyTally(std::size_t attributes = 0) : all(attributes), seen(attributes) {}

    SurveyAnswers all, seen;

    /// cost O(attributes^2)
    void add(const SurveyTable& survey, const SurveyedCustomer& customer);
    SurveyTally& operator+=(const SurveyTally& other);
    friend bool operator==(const SurveyTally&, const SurveyTally&) = default;
};

}  // namespace cjm::simulate
