// What holds for any answers: the order of respondents and the size of weights say nothing.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "calibrate/survey/survey.hpp"
#include "tests/support/answers.hpp"

using namespace cjm;
using namespace cjm::calibrate;
using cjm::testing::parsed_csv;

namespace {

using Rows = std::vector<std::string>;

/// `a,b,n,w,g`: two attributes on 1 to 5 (some missing), 0 to 10, a weight, a segment.
Rows drawn_rows(bool weighted) {
    const auto count = *rc::gen::inRange(1, 60);
    Rows rows;
    for (int i = 0; i < count; ++i) {
        const auto answer = [](int low, int high) {
            const int value = *rc::gen::inRange(low, high + 2);
            return value > high ? std::string() : std::to_string(value);
        };
        const double weight = weighted ? *rc::gen::inRange(1, 1000) / 100.0 : 1.0;
        rows.push_back(fmt::format("{},{},{},{},{}", answer(1, 5), answer(1, 5), answer(0, 10),
                                   weight, *rc::gen::inRange(0, 3)));
    }
    return rows;
}

SurveyResult measured(const Rows& rows, bool weighted) {
    std::string text = "a,b,n,w,g\n";
    for (const auto& row : rows) text += row + "\n";
    SurveyQuestions questions;
    questions.csat = 0;
    questions.ces = 0;
    questions.nps = 2;
    questions.csi = {{0, 1}, {1, 3}};
    questions.by = 4;
    if (weighted) questions.weight = 3;
    const auto table = parsed_csv(text);
    RC_ASSERT(table.value.has_value());
    const auto result = measure_survey(*table.value, questions);
    RC_ASSERT(result.value.has_value());
    return *result.value;
}

std::vector<const std::optional<Score>*> scores_in(const SurveyScores& scores) {
    return {&scores.csat, &scores.nps, &scores.ces, &scores.easy, &scores.csi};
}

void expect_same(const SurveyScores& a, const SurveyScores& b) {
    const auto first = scores_in(a), second = scores_in(b);
    for (std::size_t i = 0; i < first.size(); ++i) {
        const Score &x = **first[i], &y = **second[i];
        RC_ASSERT(x.answers == y.answers);
        RC_ASSERT(x.estimate.has_value() == y.estimate.has_value());
        if (!x.estimate) continue;
        RC_ASSERT(x.estimate->estimate == y.estimate->estimate);
        RC_ASSERT(x.estimate->standard_error == y.estimate->standard_error);
        RC_ASSERT(x.estimate->low == y.estimate->low);
        RC_ASSERT(x.estimate->high == y.estimate->high);
    }
}

void expect_sound(const SurveyScores& scores) {
    const std::vector<std::pair<double, double>> ranges{
        {0, 100}, {-100, 100}, {1, 7}, {0, 100}, {0, 100}};
    const auto all = scores_in(scores);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Score& score = **all[i];
        RC_ASSERT(score.answers + score.missing == scores.responses);
        if (!score.estimate) continue;
        const auto& e = *score.estimate;
        constexpr double rounding = 1e-9;
        RC_ASSERT(e.low >= ranges[i].first - rounding);
        RC_ASSERT(e.high <= ranges[i].second + rounding);
        RC_ASSERT(e.low <= e.estimate);
        RC_ASSERT(e.estimate <= e.high);
        RC_ASSERT(e.standard_error > 0);
        RC_ASSERT(score.effective_answers <= static_cast<double>(score.answers) * (1 + rounding));
    }
}

}  // namespace

TEST_CASE("survey: the order of respondents changes no bit", "[calibrate][property]") {
    CHECK(rc::check("permutations", [] {
        const Rows rows = drawn_rows(true);
        Rows others = rows;
        std::mt19937 order(*rc::gen::arbitrary<unsigned>());
        std::shuffle(others.begin(), others.end(), order);
        expect_same(measured(rows, true).all, measured(others, true).all);
    }));
}

TEST_CASE("survey: weights of 1 are no weights", "[calibrate][property]") {
    CHECK(rc::check("weights of 1", [] {
        const Rows rows = drawn_rows(false);
        expect_same(measured(rows, true).all, measured(rows, false).all);
    }));
}

TEST_CASE("survey: whole numbers as weights stand for as many respondents",
          "[calibrate][property]") {
    // the mean is that of the rows repeated; the interval is wider, since one answer was weighed
    // several times, not given several times
    CHECK(rc::check("repeated rows", [] {
        Rows weighted, repeated;
        const auto count = *rc::gen::inRange(2, 40);
        for (int i = 0; i < count; ++i) {
            const int times = *rc::gen::inRange(1, 4), answer = *rc::gen::inRange(0, 11);
            weighted.push_back(fmt::format("1,1,{},{},0", answer, times));
            for (int k = 0; k < times; ++k) repeated.push_back(fmt::format("1,1,{},1,0", answer));
        }
        const auto one = *measured(weighted, true).all.nps,
                   many = *measured(repeated, false).all.nps;
        RC_ASSERT(std::abs(one.estimate->estimate - many.estimate->estimate) < 1e-9);
        RC_ASSERT(one.estimate->standard_error >= many.estimate->standard_error - 1e-9);
    }));
}

TEST_CASE("survey: scores lie on their scale, within their intervals", "[calibrate][property]") {
    CHECK(rc::check("soundness", [] {
        const auto result = measured(drawn_rows(true), true);
        expect_sound(result.all);
        for (const auto& segment : result.segments) expect_sound(segment.scores);
    }));
}

TEST_CASE("survey: no bytes crash the reader", "[calibrate][property]") {
    CHECK(rc::check("any bytes", [] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('a', '1', ',', ';', '"', '\n', '\r', ' ', '\t', '\0', '\xC3'));
        const auto parsed = parsed_csv(bytes);
        RC_ASSERT(parsed.value.has_value() != has_errors(parsed.diagnostics));
        for (const auto& found : parsed.diagnostics) (void)format_diagnostic(found);
        if (!parsed.value) return;
        RC_ASSERT(parsed.value->rows() > 0);
        RC_ASSERT(parsed.value->columns() > 0);
        for (std::size_t row = 0; row < parsed.value->rows(); ++row)
            for (std::size_t column = 0; column < parsed.value->columns(); ++column)
                (void)parsed.value->cell_place(row, column);
    }));
}

TEST_CASE("survey: what is written in quotes is read back", "[calibrate][property]") {
    CHECK(rc::check("round trip", [] {
        const auto columns = *rc::gen::inRange(1, 5);
        std::vector<std::string> cells;
        std::string text;
        for (int row = 0; row < *rc::gen::inRange(2, 8); ++row) {
            for (int column = 0; column < columns; ++column) {
                cells.push_back(*rc::gen::container<std::string>(
                    rc::gen::element('a', '1', ',', ';', '"', '\n', '\r', ' ')));
                std::string quoted = "\"";
                for (const char letter : cells.back())
                    quoted += letter == '"' ? "\"\"" : std::string(1, letter);
                text += quoted + (column + 1 < columns ? "\"," : "\"\n");
            }
        }
        const auto parsed = parsed_csv(text);
        RC_ASSERT(parsed.value.has_value());
        std::size_t next = 0;
        for (const auto& name : parsed.value->headers()) RC_ASSERT(name == cells[next++]);
        for (std::size_t row = 0; row < parsed.value->rows(); ++row)
            for (std::size_t column = 0; column < parsed.value->columns(); ++column)
                RC_ASSERT(parsed.value->cell(row, column) == cells[next++]);
        RC_ASSERT(next == cells.size());
    }));
}
