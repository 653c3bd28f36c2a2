#include "calibrate/survey/survey.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "calibrate/survey/answer_label.hpp"
#include "tests/support/answers.hpp"

using namespace cjm;
using namespace cjm::calibrate;
using cjm::testing::column_of;
using cjm::testing::csv_of;
using cjm::testing::scores_of;

namespace {

/// San Francisco International Airport, 2017 (examples/03-airport-survey).
const CsvTable& airport() {
    static const CsvTable table = [] {
        std::ifstream file(CJM_SOURCE_DIR "/examples/03-airport-survey/responses.csv");
        std::ostringstream text;
        text << file.rdbuf();
        return csv_of(text.str());
    }();
    return table;
}

SurveyQuestions all_questions() {
    const CsvTable& table = airport();
    SurveyQuestions questions;
    questions.csat = column_of(table, "q7all");
    questions.nps = column_of(table, "netpro");
    questions.ces = column_of(table, "q14find");
    questions.ces_scale = {1, 5};
    for (const char* name : {"q7food", "q7sign", "q7wifi"})
        questions.csi.push_back({column_of(table, name), 1});
    questions.missing_codes = {"0"};
    return questions;
}

Approx six_digits(double value) {
    return Approx(value).margin(5e-7).epsilon(0);
}

/// A column of answers and their weights as a table.
CsvTable column(const std::vector<std::string>& cells, const std::string& weight = {}) {
    std::string text = "x,w\n";
    for (const std::string& cell : cells) text += cell + "," + weight + "\n";
    return csv_of(text);
}

std::vector<std::string> repeated(const std::string& cell, std::size_t times) {
    return std::vector<std::string>(times, cell);
}

}  // namespace

TEST_CASE("survey: the airport's published answers give the figures computed independently",
          "[calibrate][survey]") {
    const SurveyScores scores = scores_of(airport(), all_questions()).all;
    CHECK(scores.responses == 2831);
    CHECK(scores.nps->estimate->estimate == six_digits(39.839767));
    CHECK(scores.nps->estimate->standard_error == six_digits(1.334137));
    CHECK(scores.nps->answers == 2746);
    CHECK(scores.nps->missing == 85);
    CHECK(scores.csat->estimate->estimate == six_digits(82.068452));
    CHECK(scores.csat->estimate->low == six_digits(80.572792));
    CHECK(scores.csat->estimate->high == six_digits(83.472584));
    CHECK(scores.csat->answers == 2688);
    CHECK(scores.ces->estimate->estimate == six_digits(4.413343));
    CHECK(scores.ces->answers == 2683);
    CHECK(scores.csi->estimate->estimate == six_digits(69.668202));
    REQUIRE(scores.attributes.size() == 3);
    CHECK(scores.attributes[0].score.estimate->estimate == six_digits(55.720777));
    CHECK(scores.attributes[1].score.estimate->estimate == six_digits(78.727340));
    CHECK(scores.attributes[2].score.estimate->estimate == six_digits(74.556489));
}

TEST_CASE("survey: weights of respondents", "[calibrate][survey]") {
    SurveyQuestions questions = all_questions();
    questions.weight = column_of(airport(), "weight");
    const SurveyScores scores = scores_of(airport(), questions).all;
    CHECK(scores.nps->estimate->estimate == six_digits(40.398436));
    CHECK(scores.csat->estimate->estimate == six_digits(82.279306));
    CHECK(scores.nps->answers == 2746);
    CHECK(scores.nps->effective_answers < 2746);
    // weights cost precision
    CHECK(scores.nps->estimate->standard_error > 1.334137);
}

TEST_CASE("survey: segments", "[calibrate][survey]") {
    SurveyQuestions questions = all_questions();
    questions.by = column_of(airport(), "q15problem");
    const SurveyResult result = scores_of(airport(), questions);
    REQUIRE(result.segments.size() == 4);
    CHECK(result.segments[0].value == "1");
    CHECK(result.segments[0].scores.nps->estimate->estimate == six_digits(18.770227));
    CHECK(result.segments[0].scores.nps->answers == 309);
    CHECK(result.segments[1].scores.nps->estimate->estimate == six_digits(43.648069));
    CHECK(result.segments[1].scores.nps->answers == 2330);
    CHECK(result.segments[3].value.empty());  // 0 is a code for missing
    std::uint64_t responses = 0;
    for (const auto& segment : result.segments) responses += segment.scores.responses;
    CHECK(responses == 2831);
    CHECK(scores_of(airport(), questions).segments.size() == 4);
}

TEST_CASE("survey: the index averages means of attributes on 0 to 100", "[calibrate][survey]") {
    const auto table = csv_of("service,price,range\n65,50,60\n");
    SurveyQuestions questions;
    questions.csi = {{0, 1}, {1, 1}, {2, 1}};
    questions.csi_scale = AttributeScale::zero_to_hundred;
    CHECK(scores_of(table, questions).all.csi->estimate->estimate == Approx(175.0 / 3));
    questions.csi = {{0, 0.5}, {1, 0.25}, {2, 0.25}};
    CHECK(scores_of(table, questions).all.csi->estimate->estimate == Approx(60));
    questions.csi = {{0, 2}, {1, 0}, {2, 0}};
    CHECK(scores_of(table, questions).all.csi->estimate->estimate == Approx(65));
}

TEST_CASE("survey: an index needs answers to every attribute", "[calibrate][survey]") {
    const auto table = csv_of("a,b\n5,\n4,\n");
    SurveyQuestions questions;
    questions.csi = {{0, 1}, {1, 1}};
    const auto scores = scores_of(table, questions).all;
    CHECK(!scores.csi->estimate);
    CHECK(scores.csi->answers == 2);
    CHECK(scores.attributes[0].score.estimate->estimate == 100);
    CHECK(!scores.attributes[1].score.estimate);
}

TEST_CASE("survey: what is no answer on the scale is missing, and told", "[calibrate][survey]") {
    const auto table =
        column({"5", "4", "3", "", " ", "99", "99.0", "6", "6", "0", "4.5", "good", "+5", "5.0"});
    SurveyQuestions questions;
    questions.csat = 0;
    questions.missing_codes = {"99"};
    const Score score = *scores_of(table, questions).all.csat;
    CHECK(score.answers == 5);
    CHECK(score.missing == 9);
    CHECK(score.estimate->estimate == Approx(80));
    const ColumnCounts& counts = score.columns.front();
    CHECK(counts.off_scale == 5);
    REQUIRE(counts.off_values.size() == 4);
    CHECK(counts.off_values[0].value == "6");
    CHECK(counts.off_values[0].count == 2);
    CHECK(counts.off_values[3].value == "good");
}

TEST_CASE("survey: labels are read by the number at their front", "[calibrate][survey]") {
    const auto read = [](std::string_view text) { return number_of_label(text).value_or(-1); };
    CHECK(read("5 - very satisfied") == 5);
    CHECK(read("5 – rất hài lòng") == 5);
    CHECK(read("4: hài lòng") == 4);
    CHECK(read("3. Neutral") == 3);
    CHECK(read("10 (extremely likely)") == 10);
    CHECK(read("0=never") == 0);
    for (const char* text : {"", "good", "5", "5 stars", "4-5", "4 - 5 stars", "3/5", "1.5 - so",
                             "5 -", "- 5", "-1 - no", "12345 - many", "very satisfied (5)"}) {
        INFO(text);
        CHECK(read(text) == -1);
    }
    const auto table = column({"5 - good", "\"4 - fine\"", "3", "9 - no answer", "6 - too much"});
    SurveyQuestions questions;
    questions.csat = 0;
    questions.missing_codes = {"9"};
    const ColumnCounts counts = scores_of(table, questions).all.csat->columns.front();
    CHECK(counts.answers == 3);
    CHECK(counts.labels == 2);
    CHECK(counts.lowest_label == "4 - fine");
    CHECK(counts.highest_label == "5 - good");
    CHECK(counts.off_scale == 1);
}

TEST_CASE("survey: a column without any answer is an error, a blank one is not",
          "[calibrate][survey]") {
    SurveyQuestions questions;
    questions.csat = 0;
    CHECK(!measure_survey(column({"good", "bad"}), questions).value);
    CHECK(measure_survey(column({"good", "5"}), questions).value);
    CHECK(measure_survey(csv_of("a,b\n,x\n,y\n"), questions).value);
}

TEST_CASE("survey: a code for missing that the scale has is an answer there",
          "[calibrate][survey]") {
    const auto table = csv_of("csat,nps,index\n5,9,99\n9,10,50\n4,99,100\n");
    SurveyQuestions questions;
    questions.csat = 0;
    questions.nps = 1;
    questions.csi = {{2, 1}};
    questions.csi_scale = AttributeScale::zero_to_hundred;
    questions.missing_codes = {"9", "99"};
    const auto scores = scores_of(table, questions).all;
    CHECK(scores.csat->answers == 2);
    CHECK(scores.csat->columns.front().off_scale == 0);
    CHECK(scores.nps->answers == 2);
    CHECK(scores.nps->estimate->estimate == 100);
    CHECK(scores.nps->columns.front().codes_on_scale == 1);
    CHECK(scores.csi->answers == 2);  // on 0 to 100 a code is no answer
    CHECK(scores.csi->estimate->estimate == Approx(75));
    CHECK(scores.csi->columns.front().codes_on_scale == 0);
}

TEST_CASE("survey: decimal commas where commas do not separate", "[calibrate][survey]") {
    const auto table = csv_of("x;w\n72,5;1\n50;0,5\n");
    SurveyQuestions questions;
    questions.csi = {{0, 1}};
    questions.csi_scale = AttributeScale::zero_to_hundred;
    questions.weight = 1;
    CHECK(scores_of(table, questions).all.csi->estimate->estimate == Approx(65));
}

TEST_CASE("survey: the easy side of an effort scale is declared", "[calibrate][survey]") {
    const auto table = column({"1", "2", "4", "7", "7"});
    SurveyQuestions questions;
    questions.ces = 0;
    const auto high = scores_of(table, questions).all;
    CHECK(high.ces->estimate->estimate == Approx(4.2));
    CHECK(high.easy->estimate->estimate == Approx(40));
    questions.ces_direction = EffortDirection::high_is_hard;
    const auto low = scores_of(table, questions).all;
    CHECK(low.ces->estimate->estimate == Approx(4.2));
    CHECK(low.easy->estimate->estimate == Approx(40));
    questions.ces_scale = {1, 8};  // the middle is 4.5
    CHECK(scores_of(table, questions).all.easy->estimate->estimate == Approx(60));
}

TEST_CASE("survey: answers all alike leave a bound, not certainty", "[calibrate][survey]") {
    SurveyQuestions questions;
    questions.csat = questions.nps = 0;
    questions.ces = 0;
    questions.csi = {{0, 1}};
    for (const std::string cell : {"1", "5"}) {
        const auto scores = scores_of(column(repeated(cell, 40)), questions).all;
        for (const auto* score : {&*scores.csat, &*scores.nps, &*scores.ces, &*scores.csi}) {
            CHECK(score->estimate->high - score->estimate->low > 0.3);
            CHECK(score->estimate->standard_error > 0);
            CHECK(score->estimate->low <= score->estimate->estimate);
            CHECK(score->estimate->high >= score->estimate->estimate);
        }
        CHECK(scores.nps->estimate->low >= -100);
        CHECK(scores.ces->estimate->low >= 1);
        CHECK(scores.ces->estimate->high <= 7);
    }
}

TEST_CASE("survey: fewer than 30 answers are a clue, as many by weight too",
          "[calibrate][survey]") {
    SurveyQuestions questions;
    questions.csat = 0;
    CHECK(scores_of(column(repeated("4", 29)), questions).all.csat->clue());
    CHECK(!scores_of(column(repeated("4", 30)), questions).all.csat->clue());
    questions.weight = 1;
    CHECK(!scores_of(column(repeated("4", 30), "0.7"), questions).all.csat->clue());
    std::string text = "x,w\n4,100\n";
    for (int i = 0; i < 40; ++i) text += "4,1\n";
    const auto heavy = scores_of(csv_of(text), questions).all;
    CHECK(heavy.csat->answers == 41);
    CHECK(heavy.csat->effective_answers == Approx(140.0 * 140 / 10040));
    CHECK(heavy.csat->clue());
}

TEST_CASE("survey: weights that are none are refused where they stand", "[calibrate][survey]") {
    SurveyQuestions questions;
    questions.csat = 0;
    questions.weight = 1;
    for (const char* weight : {"", "-1", "inf", "nan", "much"}) {
        const auto table = csv_of(std::string("x,w\n5,1\n4,") + weight + "\n");
        const auto parsed = measure_survey(table, questions);
        CHECK(!parsed.value);
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].id == "respondent-weight");
        CHECK(parsed.diagnostics[0].where.begin.line == 3);
    }
    CHECK(!measure_survey(csv_of("x,w\n5,0\n4,0\n"), questions).value);
}

TEST_CASE("survey: nobody answers", "[calibrate][survey]") {
    SurveyQuestions questions;
    questions.csat = questions.nps = 0;
    questions.ces = 0;
    const auto scores = scores_of(csv_of("x,w\n,1\n,2\n"), questions).all;
    CHECK(!scores.csat->estimate);
    CHECK(!scores.nps->estimate);
    CHECK(!scores.ces->estimate);
    CHECK(scores.csat->missing == 2);
}
