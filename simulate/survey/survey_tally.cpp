#include "simulate/survey/survey_tally.hpp"

#include "base/contract.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"

namespace cjm::simulate {
namespace {

std::uint32_t decision(const SurveyWords& words, CustomerPurpose purpose) {
    return decision_word(words[static_cast<std::size_t>(purpose) % words.size()]);
}

/// The answers of one customer.
SurveyAnswers answers_of(const SurveyTable& survey, const SurveyedCustomer& customer) {
    SurveyAnswers answers;
    answers.customers = 1;
    if (!survey.satisfied.empty())
        answers.satisfied = static_cast<std::uint64_t>(
            decision(customer.words, CustomerPurpose::csat) >= survey.satisfied[customer.level]);
    if (!survey.promotes.empty()) {
        const int points = nps_of(survey, customer.level, customer.words);
        answers.promoters = static_cast<std::uint64_t>(points > 0);
        answers.detractors = static_cast<std::uint64_t>(points < 0);
    }
    if (survey.ces)
        answers.ces = static_cast<std::uint64_t>(ces_of(survey, customer.effort, customer.words));
    answers.ces_squares = answers.ces * answers.ces;
    return answers;
}

void add_scores(const SurveyAnswers& one, SurveyAnswers& sums) {
    sums.customers += one.customers;
    sums.satisfied += one.satisfied;
    sums.promoters += one.promoters;
    sums.detractors += one.detractors;
    sums.ces += one.ces;
    sums.ces_squares += one.ces_squares;
}

void add_judged(std::span<const std::int64_t> judged, SurveyAnswers& sums) {
    CJM_EXPECTS(judged.size() == sums.judged.size());
    auto product = sums.products.begin();
    for (std::size_t i = 0; i < judged.size(); ++i) {
        sums.judged[i] += judged[i];
        for (std::size_t k = 0; k <= i; ++k) *product++ += Integer128{judged[i]} * judged[k];
    }
}

}  // namespace

SurveyAnswers::SurveyAnswers(std::size_t attributes)
    : judged(2 * attributes), products(attributes * (2 * attributes + 1)) {}

SurveyAnswers& SurveyAnswers::operator+=(const SurveyAnswers& other) {
    CJM_EXPECTS(products.size() == other.products.size());
    add_scores(other, *this);
    for (std::size_t i = 0; i < judged.size(); ++i) judged[i] += other.judged[i];
    for (std::size_t i = 0; i < products.size(); ++i) products[i] += other.products[i];
    return *this;
}

void SurveyTally::add(const SurveyTable& survey, const SurveyedCustomer& customer) {
    const SurveyAnswers one = answers_of(survey, customer);
    add_scores(one, all);
    add_judged(customer.judged, all);
    const std::uint32_t word = decision(customer.words, CustomerPurpose::response);
    if (customer.silent || word >= survey.responds_below) return;
    add_scores(one, seen);
    add_judged(customer.judged, seen);
}

SurveyTally& SurveyTally::operator+=(const SurveyTally& other) {
    all += other.all;
    seen += other.seen;
    return *this;
}

}  // namespace cjm::simulate
