#include "base/interval.hpp"

#include <cmath>
#include <initializer_list>
#include <utility>

#include <catch2/catch.hpp>

#include "base/special_functions.hpp"

using cjm::Confidence;
using cjm::PairSums;
using cjm::Sums;

namespace {

const Confidence usual(0.95);

Sums sums_of(std::initializer_list<long> values) {
    Sums sums;
    for (const long x : values) {
        ++sums.count;
        sums.sum += x;
        sums.squares.add(static_cast<cjm::Integer128>(x) * x);
    }
    return sums;
}

PairSums pairs_of(std::initializer_list<std::pair<long, long>> values) {
    PairSums sums;
    for (const auto& [y, x] : values) {
        ++sums.count;
        sums.y += y;
        sums.x += x;
        sums.yy.add(y * y);
        sums.yx.add(y * x);
        sums.xx.add(x * x);
    }
    return sums;
}

}  // namespace

TEST_CASE("normal quantile: values of the standard normal law", "[base][interval]") {
    // computed with 30 digits
    CHECK(cjm::exact::normal_quantile(0.5) == 0.0);
    CHECK(cjm::exact::normal_quantile(0.975) == Approx(1.9599639845400543).epsilon(1e-14));
    CHECK(cjm::exact::normal_quantile(0.995) == Approx(2.5758293035489004).epsilon(1e-14));
    CHECK(cjm::exact::normal_quantile(0.3) == Approx(-0.5244005127080407).epsilon(1e-14));
    CHECK(cjm::exact::normal_quantile(0.001) == Approx(-3.0902323061678136).epsilon(1e-14));
    CHECK(cjm::exact::normal_quantile(1e-12) == Approx(-7.0344838253011319).epsilon(1e-14));
    CHECK(cjm::exact::normal_quantile(1e-300) == Approx(-37.047096299361199).epsilon(1e-14));
}

TEST_CASE("student quantile: textbook table", "[base][interval]") {
    CHECK(cjm::student_quantile(usual, 1) == Approx(12.7062047362).epsilon(1e-10));
    CHECK(cjm::student_quantile(usual, 2) == Approx(4.3026527297).epsilon(1e-10));
    CHECK(cjm::student_quantile(usual, 3) == Approx(3.182446305).epsilon(1e-2));
    CHECK(cjm::student_quantile(usual, 5) == Approx(2.570581836).epsilon(1e-3));
    CHECK(cjm::student_quantile(usual, 10) == Approx(2.228138852).epsilon(1e-5));
    CHECK(cjm::student_quantile(usual, 1e9) == Approx(usual.z).epsilon(1e-8));
    CHECK(cjm::student_quantile(Confidence(0.99), 10) == Approx(3.169272673).epsilon(1e-4));
}

TEST_CASE("wilson interval: published values", "[base][interval]") {
    struct Case {
        unsigned events, trials;
        double low, high;
    };
    for (const Case& c :
         {Case{0, 20, 0.0, 0.1611251581}, Case{8, 10, 0.4901624715, 0.9433178485},
          Case{130, 1000, 0.1105637746, 0.1522680267}, Case{1000, 1000, 0.9961732415, 1.0},
          Case{2206, 2688, 0.8057279246, 0.8347258415}}) {
        const auto share = cjm::estimate_share(c.events, c.trials, usual);
        CHECK(share.low == Approx(c.low).margin(5e-11));
        CHECK(share.high == Approx(c.high).margin(5e-11));
    }
}

TEST_CASE("share: no event is an upper bound, never nothing", "[base][interval]") {
    const auto none = cjm::estimate_share(0, 1'000'000, usual);
    CHECK(none.estimate == 0.0);
    CHECK(none.low == 0.0);
    CHECK(none.high == Approx(3.8414441e-6).epsilon(1e-6));
    CHECK(none.standard_error == Approx(none.high / 2 / usual.z).epsilon(1e-12));
    const auto all = cjm::estimate_share(1'000'000, 1'000'000, usual);
    CHECK(all.estimate == 1.0);
    CHECK(all.high == 1.0);
    CHECK(1 - all.low == Approx(none.high).epsilon(1e-9));
}

TEST_CASE("share: keeps its digits for the rarest events", "[base][interval]") {
    const auto rare = cjm::estimate_share(1, 1ULL << 40, usual);
    CHECK(rare.low * std::ldexp(1.0, 40) == Approx(0.1765).epsilon(1e-3));
    CHECK(rare.high * std::ldexp(1.0, 40) == Approx(5.6649).epsilon(1e-4));
    CHECK(rare.standard_error == Approx(std::ldexp(1.0, -40)).epsilon(1e-9));
}

TEST_CASE("mean: standard error with n - 1, interval by hand", "[base][interval]") {
    // 2 4 4 4 5 5 7 9: mean 5, sum of squared deviations 32
    const Sums sums = sums_of({2, 4, 4, 4, 5, 5, 7, 9});
    const auto mean = cjm::estimate_mean(sums, {.units = 1, .event = 1}, usual);
    CHECK(mean.estimate == 5.0);
    CHECK(mean.standard_error == Approx(std::sqrt(32.0 / 7 / 8)).epsilon(1e-14));
    CHECK(mean.high - 5 == Approx(2.364624 * std::sqrt(32.0 / 7 / 8)).epsilon(1e-4));
    const auto tenths = cjm::estimate_mean(sums, {.units = 10, .event = 1}, usual);
    CHECK(tenths.estimate == 0.5);
    CHECK(tenths.standard_error == Approx(mean.standard_error / 10).epsilon(1e-14));
}

TEST_CASE("mean: of zeros and ones it is Wilson's share", "[base][interval]") {
    Sums sums;
    sums.count = 1000;
    sums.sum = 130;
    sums.squares.add(130);
    const auto mean = cjm::estimate_mean(sums, {}, usual);
    CHECK(mean.low == Approx(0.1105637746).margin(5e-11));
    CHECK(mean.high == Approx(0.1522680267).margin(5e-11));
    CHECK(mean.standard_error == Approx(std::sqrt(0.13 * 0.87 / 999)).epsilon(1e-12));
}

TEST_CASE("mean: rare large amounts never fall below nothing", "[base][interval]") {
    Sums sums;
    sums.count = 100'000;
    sums.sum = 2 * 500;
    sums.squares.add(2 * 500 * 500);
    const auto mean = cjm::estimate_mean(sums, {.units = 1, .event = 500}, usual);
    const auto events = cjm::estimate_share(2, 100'000, usual);
    CHECK(mean.low == Approx(500 * events.low).epsilon(1e-12));
    CHECK(mean.high == Approx(500 * events.high).epsilon(1e-12));
    CHECK(mean.low > 0);
    // cents, and an event that could be dearer: E x^2 grows by 20 a unit of the mean
    const auto dearer = cjm::estimate_mean(sums, {.units = 100, .event = 20}, usual);
    const double off = dearer.high - dearer.estimate;
    const double variance = (2 * 25.0 + 1e5 * 20 * off) / 1e5 - dearer.high * dearer.high;
    CHECK(off == Approx(usual.z * std::sqrt(variance / 1e5)).epsilon(1e-9));
    CHECK(dearer.low == Approx(5 * events.low).epsilon(1e-12));
    CHECK(dearer.standard_error == Approx(mean.standard_error / 100));
}

TEST_CASE("mean: without variation the bound is one event among those customers",
          "[base][interval]") {
    Sums sums;
    sums.count = 20;
    const auto none = cjm::estimate_mean(sums, {.units = 100, .event = 30}, usual);
    CHECK(none.estimate == 0);
    CHECK(none.low == 0);
    CHECK(none.high == Approx(30 * 0.1611251581).epsilon(1e-9));
    CHECK(none.standard_error > 0);
    sums.sum = 20 * 250;
    sums.squares.add(20 * 250 * 250);
    const auto always = cjm::estimate_mean(sums, {.units = 100, .event = 1}, usual);
    CHECK(always.estimate == 2.5);
    CHECK(always.low == Approx(2.5 - 0.1611251581).epsilon(1e-9));
    CHECK(always.high == Approx(2.5 + 0.1611251581).epsilon(1e-9));
    const auto constant = cjm::estimate_mean(sums, {.units = 100, .event = 0}, usual);
    CHECK(constant.standard_error == 0);
    CHECK(constant.low == 2.5);
    CHECK(constant.high == 2.5);
}

TEST_CASE("mean: a spread far below the mean survives", "[base][interval]") {
    // 10^12 and 10^12 + 2 in turn: squares in doubles would lose the spread altogether
    Sums sums;
    const cjm::Integer128 base = 1'000'000'000'000;
    for (int i = 0; i < 100; ++i) {
        const cjm::Integer128 x = base + 2 * (i % 2);
        ++sums.count;
        sums.sum += x;
        sums.squares.add(x * x);
    }
    CHECK(cjm::standard_error_of_mean(sums, 1) == Approx(std::sqrt(1.0 / 99)).epsilon(1e-12));
}

// 3 of 100 customers come, once, twice and four times: 7 visits, sum of squares 21, size 3, 7/3
// such bunches; the widest is taken to be 3 (1 + 2 / sqrt(7/3)) = 6.9279.
TEST_CASE("mean: bunches of events widen the interval as Fay and Feuer do", "[base][interval]") {
    const Confidence usual(0.95);
    const cjm::Sums sums{100, 7, cjm::WideSum(21)};
    const cjm::Estimate single = cjm::estimate_mean(sums, {.units = 1, .event = 1}, usual);
    const cjm::Estimate bunched =
        cjm::estimate_mean(sums, {.units = 1, .event = 1, .bunches = true}, usual);
    CHECK(bunched.standard_error == single.standard_error);
    CHECK(bunched.low < single.low);
    CHECK(bunched.low >= 0);
    // y = 13.9279, v = 68.9961: v / 2y x 13.8471, the 97.5 % point of chi-squared with 5.6231
    // degrees, is 34.298 visits; Wilson and Hilferty's root is right to 1 % there
    CHECK(bunched.high - 0.07 == Approx(std::sqrt(1 - 0.07 / 3) * 0.27298).epsilon(0.01));
}

TEST_CASE("duration: a single customer leaves the spread unknown", "[base][interval]") {
    const auto one = cjm::estimate_duration(sums_of({7}), 1, usual);
    CHECK(one.estimate == 7);
    CHECK(one.low == Approx(7 / 3.68887945).epsilon(1e-8));
    CHECK(one.high == Approx(7 / 0.0253178080).epsilon(1e-8));
    const auto fixed = cjm::estimate_duration(sums_of({7, 7, 7}), 1, usual);
    CHECK(fixed.standard_error == 0);
    CHECK(fixed.low == 7);
    const auto few = cjm::estimate_duration(sums_of({1, 9}), 1, usual);
    CHECK(few.estimate == 5);
    CHECK(few.standard_error == Approx(4));
    CHECK(few.low == Approx(5 * std::exp(-0.8 * 12.7062047362)).epsilon(1e-9));
    CHECK(few.high == Approx(5 * std::exp(0.8 * 12.7062047362)).epsilon(1e-9));
    CHECK(std::isfinite(cjm::estimate_duration(sums_of({1, 9}), 1, Confidence(1 - 1e-12)).high));
}

TEST_CASE("share of sums: customers with one each are Wilson's share", "[base][interval]") {
    const auto share =
        cjm::estimate_share_of_sums(pairs_of({{1, 1}, {0, 1}, {1, 1}, {1, 1}}), usual);
    CHECK(share.estimate == 0.75);
    CHECK(share.standard_error == Approx(std::sqrt(0.75 * 0.25 / 3)).epsilon(1e-12));
    CHECK(share.low == Approx(cjm::wilson_interval(0.75, 3, usual).low).epsilon(1e-12));
}

TEST_CASE("share of sums: delta-method error by hand", "[base][interval]") {
    // ratio 5/10; residuals y - x/2: 1, -1, 0.5, -0.5
    const auto share =
        cjm::estimate_share_of_sums(pairs_of({{3, 4}, {0, 2}, {2, 3}, {0, 1}}), usual);
    CHECK(share.estimate == 0.5);
    CHECK(share.standard_error == Approx(std::sqrt(2.5 * 4 / 3) / 10).epsilon(1e-12));
    CHECK(share.low >= 0);
    CHECK(share.high <= 1);
}

TEST_CASE("share of sums: all of one kind is a bound", "[base][interval]") {
    const auto none = cjm::estimate_share_of_sums(pairs_of({{0, 4}, {0, 4}, {0, 4}}), usual);
    CHECK(none.estimate == 0);
    CHECK(none.high == Approx(cjm::wilson_interval(0, 3, usual).high).epsilon(1e-12));
    CHECK(none.standard_error > 0);
    const auto all = cjm::estimate_share_of_sums(pairs_of({{4, 4}, {2, 2}}), usual);
    CHECK(all.estimate == 1);
    CHECK(all.high == 1);
    CHECK(all.low == Approx(cjm::wilson_interval(1, 36.0 / 20, usual).low).epsilon(1e-12));
}

TEST_CASE("ratio: interval cut to what is possible", "[base][interval]") {
    const auto pairs = pairs_of({{-50, 4}, {10, 2}, {0, 3}, {0, 1}});
    const auto ratio = cjm::estimate_ratio(pairs, 1, {12, 1}, {-60, 60}, usual);
    CHECK(ratio.estimate == -4.0);
    // residuals y + 4 x: -34, 18, 12, 4
    CHECK(ratio.standard_error == Approx(std::sqrt((1156 + 324 + 144 + 16) * 4.0 / 3) / 10));
    CHECK(ratio.high - ratio.estimate == Approx(3.18 * ratio.standard_error).epsilon(1e-2));
    // downwards where (10 d)^2 is z^2 times the squared residuals with 120 x 10 d more
    const auto rarer = cjm::estimate_ratio(pairs, 1, {120, 1}, {-600, 60}, usual);
    const double off = rarer.estimate - rarer.low;
    const double squares = 1640 * 4.0 / 3 + 120 * 10 * off;
    CHECK(100 * off * off == Approx(usual.z * usual.z * squares));
    CHECK(rarer.high == ratio.high);
    const auto one = cjm::estimate_ratio(pairs_of({{6, 3}}), 1, {1, 1}, {0, 5}, usual);
    CHECK(one.estimate == 2);
    CHECK(one.low == 0);
    CHECK(one.high == 5);
    const auto same = cjm::estimate_ratio(pairs_of({{60, 2}, {30, 1}}), 1, {0, 0}, {0, 99}, usual);
    CHECK(same.estimate == 30);
    CHECK(same.standard_error == 0);
    const auto unseen =
        cjm::estimate_ratio(pairs_of({{60, 2}, {30, 1}}), 1, {5, 10}, {0, 99}, usual);
    CHECK(unseen.low == Approx(30 - usual.z * usual.z * 5 / 3));
    CHECK(unseen.high == Approx(30 + usual.z * usual.z * 10 / 3));
    CHECK(unseen.standard_error > 0);
}

TEST_CASE("difference: skewness of the parts is kept", "[base][interval]") {
    cjm::Estimate revenue, cost;
    revenue = {10.0, 3.0, 6.0, 18.0, {}, {}};
    cost = {5.0, 1.0, 3.0, 7.0, {}, {}};
    // uncorrelated: the standard errors add in squares
    const auto apart = cjm::estimate_difference(revenue, cost, std::sqrt(10.0), usual);
    CHECK(apart.estimate == 5.0);
    CHECK(apart.low == Approx(5 - std::sqrt(16.0 + 4)).epsilon(1e-12));
    CHECK(apart.high == Approx(5 + std::sqrt(64.0 + 4)).epsilon(1e-12));
    // moving together entirely: the widths subtract
    const auto together = cjm::estimate_difference(revenue, cost, 2.0, usual);
    CHECK(together.low == Approx(3.0).epsilon(1e-12));
    CHECK(together.high == Approx(11.0).epsilon(1e-12));
}

TEST_CASE("cohort: chance of the cohort and error of the run", "[base][interval]") {
    const auto many = cjm::predict_events(300'000, 1'000'000, 1000, usual);
    CHECK(many.estimate == Approx(300).epsilon(1e-12));
    CHECK(many.standard_error == Approx(std::sqrt(210 * 1.001)).epsilon(1e-12));
    CHECK(many.high - many.low == Approx(2 * usual.z * std::sqrt(210.21)).epsilon(1e-2));
    // an endless cohort knows no chance of its own: Wilson's interval is left
    const auto endless = cjm::predict_events(130, 1000, 1e15, usual);
    CHECK(endless.low / 1e15 == Approx(0.1105637746).margin(5e-10));
    CHECK(endless.high / 1e15 == Approx(0.1522680267).margin(5e-10));
    const auto none = cjm::predict_events(0, 1000, 500, usual);
    CHECK(none.estimate == 0);
    CHECK(none.low == 0);
    CHECK(none.high > 1);
    CHECK(none.high < 5);
    const auto all = cjm::predict_events(1000, 1000, 500, usual);
    CHECK(all.high == 500);
    CHECK(all.low < 499);
}
