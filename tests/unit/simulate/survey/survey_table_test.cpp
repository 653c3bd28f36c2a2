#include "simulate/survey/survey_table.hpp"

#include <limits>

#include <catch2/catch.hpp>

#include "simulate/random/threshold.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr std::uint32_t middle = 1U << 31U, lowest = 0,
                        highest = std::numeric_limits<std::uint32_t>::max();

SurveyWords words(std::uint32_t response, std::uint32_t csat, std::uint32_t nps,
                  std::uint32_t ces) {
    return {response, csat, nps, ces};
}

SurveyTable asked(const ResolvedSurvey& survey) {
    return compile_survey(survey, -60, 60);
}

}  // namespace

TEST_CASE("survey: the chance of an answer is that of the normal law", "[simulate][survey]") {
    const ResolvedQuestion csat{3.6, 1.0, 0.9};
    // 4 or more: u at least 3.5
    CHECK(answers_at_least(csat, 0, 4) == Approx(0.5442361).epsilon(1e-6));    // z = 1/9
    CHECK(answers_at_least(csat, -12, 4) == Approx(0.1586553).epsilon(1e-6));  // z = -1
    CHECK(answers_at_least(csat, 6, 4) == Approx(0.7475075).epsilon(1e-6));    // z = 2/3
    CHECK(answers_at_least({3.5, 1, 2}, 0, 4) == 0.5);
}

TEST_CASE("survey: without spread answers are rounded, halves up", "[simulate][survey]") {
    CHECK(answers_at_least({3.5, 0, 0}, 0, 4) == 1);
    CHECK(answers_at_least({3.4999, 0, 0}, 0, 4) == 0);
    CHECK(answers_at_least({3.4, 1.2, 0}, 1, 4) == 1);
    CHECK(answers_at_least({3.4, 1.2, 0}, 0, 4) == 0);
}

TEST_CASE("survey: thresholds by goodwill", "[simulate][survey]") {
    ResolvedSurvey survey;
    survey.response = 0.25;
    survey.csat = {3.5, 1.0, 0.5};
    const SurveyTable table = asked(survey);
    CHECK(table.asked);
    CHECK(table.responds_below == threshold(0.25));
    REQUIRE(table.satisfied.size() == 121);
    CHECK(table.satisfied[60] == middle);
    CHECK(table.satisfied[48] == threshold(0.9772498680518208));  // two spreads below
    CHECK(table.promotes.empty());
    CHECK_FALSE(table.ces);
}

TEST_CASE("survey: promoters and detractors off one word, low words low", "[simulate][survey]") {
    ResolvedSurvey survey;
    survey.nps = {7.5, 2.0, 2.0};  // 7 or more: z = 1/2, 9 or more: z = -1/2
    const SurveyTable table = asked(survey);
    const auto at = [&](std::uint32_t word) { return nps_of(table, 60, words(0, 0, word, 0)); };
    const std::uint32_t low = threshold(0.30853753872598690), high = threshold(0.6914624612740131);
    CHECK(at(lowest) == -1);
    CHECK(at(low - 1) == -1);
    CHECK(at(low) == 0);
    CHECK(at(high - 1) == 0);
    CHECK(at(high) == 1);
    CHECK(at(highest) == 1);
    CHECK(nps_of(table, 120, words(0, 0, low, 0)) == 1);  // 10 points more
}

TEST_CASE("survey: nobody promotes where nobody can", "[simulate][survey]") {
    ResolvedSurvey survey;
    survey.nps = {6, 0, 0};
    CHECK(nps_of(asked(survey), 0, words(0, 0, highest, 0)) == -1);
    survey.nps = {9, 0, 0};
    CHECK(nps_of(asked(survey), 0, words(0, 0, lowest, 0)) == 1);
}

TEST_CASE("survey: effort is judged on a scale of seven", "[simulate][survey]") {
    ResolvedSurvey survey;
    survey.ces = {6.0, 0.5, 1.0};
    const SurveyTable table = asked(survey);
    const auto at = [&](double effort, std::uint32_t word) {
        return ces_of(table, effort, words(0, 0, 0, word));
    };
    CHECK(at(0, middle) == 6);
    CHECK(at(3, middle) == 5);    // 4.5 and a little, halves up
    CHECK(at(3.1, middle) == 4);  // 4.45
    CHECK(at(0, highest) == 7);   // at most
    CHECK(at(100, middle) == 1);  // at least
    CHECK(at(1e300, highest) == 1);
    CHECK(at(0, threshold(0.9331927987)) == 7);  // 7.5
    CHECK(at(0, threshold(0.3085) - 1) == 5);    // just below 5.5
}
