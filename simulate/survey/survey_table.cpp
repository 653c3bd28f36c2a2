#include "simulate/survey/survey_table.hpp"

#include <cmath>

#include "base/contract.hpp"
#include "base/special_functions.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"

namespace cjm::simulate {
namespace {

std::uint32_t word_for(const SurveyWords& words, CustomerPurpose purpose) {
    return words[static_cast<std::size_t>(purpose) % words.size()];
}

/// A standard normal number, rising with the word.
double normal_of(std::uint32_t word) {
    return exact::normal_quantile((word + 0.5) * 0x1p-32);
}

}  // namespace

double answers_at_least(const ResolvedQuestion& question, double goodwill, double least) {
    const double distance = question.centre + question.slope * (goodwill / 12) - (least - 0.5);
    if (!(question.spread > 0)) return distance >= 0 ? 1 : 0;
    return exact::normal_probability(distance / question.spread);
}

SurveyTable compile_survey(const ResolvedSurvey& survey, std::int64_t floor, std::int64_t ceiling) {
    SurveyTable table;
    table.asked = true;
    table.responds_below = threshold(survey.response);
    for (std::int64_t g = floor; g <= ceiling; ++g) {
        const auto below = [&](const ResolvedQuestion& question, double least) {
            return threshold(1 - answers_at_least(question, static_cast<double>(g), least));
        };
        if (survey.csat) table.satisfied.push_back(below(*survey.csat, satisfied_from));
        if (!survey.nps) continue;
        table.detracts.push_back(below(*survey.nps, no_detractors_from));
        table.promotes.push_back(below(*survey.nps, promoters_from));
    }
    table.ces = survey.ces;
    table.attributes = survey.attributes;
    return table;
}

int nps_of(const SurveyTable& survey, std::size_t level, const SurveyWords& words) {
    CJM_EXPECTS(level < survey.promotes.size());
    const std::uint32_t word = decision_word(word_for(words, CustomerPurpose::nps));
    return static_cast<int>(word >= survey.promotes[level]) -
           static_cast<int>(word < survey.detracts[level]);
}

int ces_of(const SurveyTable& survey, double effort, const SurveyWords& words) {
    CJM_EXPECTS(survey.ces.has_value());
    constexpr int hardest = 1, easiest = 7;
    const double u = survey.ces->centre - survey.ces->slope * effort +
                     survey.ces->spread * normal_of(word_for(words, CustomerPurpose::ces));
    const double answer = std::floor(u + 0.5);
    if (!(answer > hardest)) return hardest;
    return answer < easiest ? static_cast<int>(answer) : easiest;
}

}  // namespace cjm::simulate
