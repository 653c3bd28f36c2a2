#include "base/number_format.hpp"

#include <limits>
#include <vector>

#include <catch2/catch.hpp>

using cjm::Estimate;
using cjm::Language;
using cjm::NumberFormat;

namespace {

const NumberFormat english(Language::english, "EUR");
const NumberFormat vietnamese(Language::vietnamese, "VND");
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

Estimate estimate(double value, double error) {
    return {value, error, value - 1.96 * error, value + 1.96 * error, {}, {}};
}

}  // namespace

TEST_CASE("number format: counts are grouped by the language", "[base][number_format]") {
    CHECK(english.count(0) == "0");
    CHECK(english.count(999) == "999");
    CHECK(english.count(1'000'000) == "1,000,000");
    CHECK(vietnamese.count(1'234'567.4) == "1.234.567");
    CHECK(english.count(-1234) == "−1,234");
    CHECK(english.count(-0.2) == "0");
    CHECK(english.count(2e18) == "2e+18");
    CHECK(english.count(nothing) == "–");
}

TEST_CASE("number format: plain numbers", "[base][number_format]") {
    CHECK(english.number(1234.5, 2) == "1,234.50");
    CHECK(vietnamese.number(1234.5, 2) == "1.234,50");
    CHECK(english.number(7.918885) == "7.92");
    CHECK(english.number(12.5) == "12.5");
    CHECK(english.number(3) == "3");
    CHECK(english.number(0) == "0");
    CHECK(english.number(0.01234) == "0.0123");
    CHECK(english.number(1234.56) == "1,235");
    CHECK(vietnamese.number(-0.5) == "−0,5");
    CHECK(english.signed_number(3.21, 1) == "+3.2");
    CHECK(english.signed_number(-3.21, 1) == "−3.2");
    CHECK(english.signed_number(0.01, 1) == "0.0");
    CHECK(english.signed_number(-0.01, 1) == "0.0");
    CHECK(english.interval(12.1, 12.9, 1) == "12.1–12.9");
    CHECK(english.interval(12.11, 12.12, 1) == "12.1");
    CHECK(english.interval(-0.3, 0.5, 1) == "−0.3 to 0.5");
    CHECK(vietnamese.interval(-0.3, 0.5, 1) == "−0,3 đến 0,5");
}

TEST_CASE("number format: a share in percent", "[base][number_format]") {
    CHECK(english.percent(0.125) == "12.5\u00a0%");
    CHECK(vietnamese.percent(0.125) == "12,5\u00a0%");
    CHECK(english.percent(0.3, 0) == "30\u00a0%");
    CHECK(english.percent(0) == "0\u00a0%");
    CHECK(english.percent(1) == "100\u00a0%");
    CHECK(english.percent(nothing) == "–");
}

TEST_CASE("number format: a positive share never reads as nothing", "[base][number_format]") {
    CHECK(english.percent(0.0004) == "<0.1\u00a0%");
    CHECK(english.percent(0.0006) == "0.1\u00a0%");
    CHECK(vietnamese.percent(1e-9) == "<0,1\u00a0%");
    CHECK(english.percent(0.003, 0) == "<1\u00a0%");
    CHECK(english.percent(0.9999) == ">99.9\u00a0%");
    CHECK(english.percent(0.9994) == "99.9\u00a0%");
    CHECK(english.percent(0.999, 0) == ">99\u00a0%");
}

TEST_CASE("number format: digits follow the standard error", "[base][number_format]") {
    CHECK(english.percent(estimate(0.3124, 0.00046)) == "31.2\u00a0%");
    CHECK(english.percent(estimate(0.3124, 0.0046)) == "31\u00a0%");
    CHECK(english.percent(estimate(0.31241, 0.000046)) == "31.24\u00a0%");
    CHECK(english.percent(estimate(0.3124, 0)) == "31.2\u00a0%");
    CHECK(english.percent(estimate(0.00002, 0.0000045)) == "0.002\u00a0%");
    CHECK(english.percent_interval(estimate(0.3124, 0.00046)) == "31.1–31.3\u00a0%");
    CHECK(vietnamese.percent_interval(estimate(0.3124, 0.00046)) == "31,1–31,3\u00a0%");
    CHECK(english.percent_interval(estimate(0.3124, 0)) == "31.2\u00a0%");
    CHECK(english.percent_interval(estimate(0.001, 0.001)) == "−0.1 to 0.3\u00a0%");
}

TEST_CASE("number format: zero events keep their upper bound", "[base][number_format]") {
    CHECK(english.percent(Estimate{0, 0, 0, 3.8e-6, {}, {}}) == "0\u00a0%");
    CHECK(english.percent_interval({0, 0, 0, 3.8e-6, {}, {}}) == "0–0.0004\u00a0%");
    CHECK(english.percent_interval({1, 0, 0.999, 1, {}, {}}) == "99.9–100\u00a0%");
    CHECK(english.percent_interval({1, 0, 1 - 3.8e-6, 1, {}, {}}) == "99.9996–100\u00a0%");
    CHECK(english.percent_interval(0.9998, 0.999997, 2) == "99.98–100\u00a0%");
    CHECK(english.percent_interval(0.00001, 0.0007, 2) == "0–0.07\u00a0%");
}

TEST_CASE("number format: rounding beside all is all", "[base][number_format]") {
    const double almost = 1 - 1e-15;
    CHECK(english.percent(almost) == "100\u00a0%");
    CHECK(english.percent_interval({almost, 1e-16, almost, almost, {}, {}}) == "100\u00a0%");
    CHECK(vietnamese.percent_interval({almost, 1e-16, almost, 1, {}, {}}) == "100\u00a0%");
    CHECK(english.percent_interval(-1e-17, 0.2, 0) == "0–20\u00a0%");
    CHECK(english.percent(estimate(0.3124, 1e-16)) == "31.2\u00a0%");
}

TEST_CASE("number format: money in the currency of the file", "[base][number_format]") {
    CHECK(english.money(1234.5) == "1,234.50\u00a0EUR");
    CHECK(english.money(12345.67) == "12,346\u00a0EUR");
    CHECK(english.money(-2.5) == "−2.50\u00a0EUR");
    CHECK(english.money(0) == "0.00\u00a0EUR");
    CHECK(english.money(0.001) == "<0.01\u00a0EUR");
    CHECK(vietnamese.money(1'250'000) == "1.250.000\u00a0VND");
    CHECK(vietnamese.money(0.3) == "<1\u00a0VND");
    CHECK(NumberFormat(Language::vietnamese, "đ").money(1500) == "1.500\u00a0đ");
    CHECK(NumberFormat(Language::english).money(1234.5) == "1,234.50");
    CHECK(english.money_interval(12.31, 12.48) == "12.31–12.48\u00a0EUR");
    CHECK(english.money_interval(-1, 2) == "−1.00 to 2.00\u00a0EUR");
}

TEST_CASE("number format: amounts that stand together have the same digits",
          "[base][number_format]") {
    const auto decimals = [](std::initializer_list<double> amounts) {
        return english.money_decimals(std::vector<double>(amounts));
    };
    CHECK(decimals({0.35, 12'500, 0}) == 2);
    CHECK(decimals({5'000, -12'500, 0, nothing}) == 0);
    CHECK(decimals({5'000, 9'999}) == 2);
    CHECK(decimals({}) == 2);
    CHECK(vietnamese.money_decimals(std::vector<double>{0.35}) == 0);
    CHECK(english.money(12'500, 2) == "12,500.00\u00a0EUR");
    CHECK(english.money(99.6, 0) == "100\u00a0EUR");
    CHECK(english.money(0.2, 0) == "<1\u00a0EUR");
    CHECK(english.money_interval(9'999.2, 10'001.4) == "9,999–10,001\u00a0EUR");
}

TEST_CASE("number format: durations in the unit a person would use", "[base][number_format]") {
    CHECK(english.duration(0) == "0\u00a0d");
    CHECK(english.duration(30.0 / 86'400) == "30\u00a0s");
    CHECK(english.duration(45.0 / 1'440) == "45\u00a0min");
    CHECK(english.duration(2.0 / 24) == "2\u00a0h");
    CHECK(english.duration(2.54 / 24) == "2.5\u00a0h");
    CHECK(english.duration(3.5) == "3.5\u00a0d");
    CHECK(english.duration(99.7) == "100\u00a0d");
    CHECK(english.duration(1533) == "4.2\u00a0y");
    CHECK(vietnamese.duration(3.5) == "3,5\u00a0ngày");
    CHECK(vietnamese.duration(2.0 / 24) == "2\u00a0giờ");
    CHECK(english.duration(nothing) == "–");
}

TEST_CASE("number format: no years beside days", "[base][number_format]") {
    CHECK(english.duration(1533, 40) == "1,533\u00a0d");
    CHECK(english.duration(1533, 0.1) == "1,533\u00a0d");
    CHECK(english.duration(1533, 1200) == "4.2\u00a0y");
    CHECK(english.duration(40, 0.1) == "40\u00a0d");
    CHECK(english.duration(3649, 40) == "3,649\u00a0d");
    CHECK(english.duration(3650, 40) == "10\u00a0y");  // a length that nobody counts in days
    CHECK(english.duration_with_interval(1533, 1500, 1570, 40) ==
          "1,533\u00a0d (1,500–1,570\u00a0d)");
    CHECK(vietnamese.duration_interval(30, 1570, 30) == "30–1.570\u00a0ngày");
}

TEST_CASE("number format: a duration is rounded before its unit is chosen",
          "[base][number_format]") {
    CHECK(english.duration(59.9 / 1'440) == "1\u00a0h");
    CHECK(english.duration(23.8 / 24) == "1\u00a0d");
    CHECK(english.duration(9.96) == "10\u00a0d");
    CHECK(english.duration(59.2 / 1'440) == "59\u00a0min");
}

TEST_CASE("number format: two durations in one unit", "[base][number_format]") {
    CHECK(english.duration_interval(9.51, 9.74) == "9.5–9.7\u00a0d");
    CHECK(english.duration_interval(7.03, 7.04) == "7.03–7.04\u00a0d");
    CHECK(english.duration_interval(0.9, 1.1) == "0.9–1.1\u00a0d");
    CHECK(english.duration_interval(2.0 / 24, 2.0 / 24) == "2.0\u00a0h");
    CHECK(vietnamese.duration_interval(82.1, 83.4) == "82–83\u00a0ngày");
}

TEST_CASE("number format: a duration lies within the interval beside it", "[base][number_format]") {
    CHECK(english.duration_with_interval(16.12, 16.06, 16.18) == "16.1\u00a0d (16.1–16.2\u00a0d)");
    CHECK(vietnamese.duration_with_interval(82.8, 82.1, 83.4) == "83\u00a0ngày (82–83\u00a0ngày)");
}

TEST_CASE("number format: differences in percentage points", "[base][number_format]") {
    const auto difference = [](double value, double low, double high) {
        return Estimate{value, 0.001, low, high, {}, {}};
    };
    const Estimate better = difference(0.0212, 0.019, 0.0234);
    CHECK(english.points(better) == "+2.1");
    CHECK(english.points_interval(better) == "1.9–2.3");
    CHECK(vietnamese.points(better) == "+2,1");
    CHECK(vietnamese.points_interval(better) == "1,9–2,3");
    CHECK(english.points_interval(difference(-0.0005, -0.004, 0.003)) == "−0.4 to 0.3");
    CHECK(english.points(difference(-0.0005, -0.004, 0.003)) == "−0.1");
    // digits that tell the ends apart, and what is told from 0 from 0
    CHECK(english.points_interval(difference(0.0212, 0.02116, 0.02124)) == "2.116–2.124");
    CHECK(english.points_interval(difference(0.0012, 0.0002, 0.0022)) == "0.02–0.22");
    CHECK(english.points(difference(0.000004, -0.001, 0.001)) == "0.000");
    CHECK(english.points(Estimate{}) == "0");
    CHECK(english.points_interval(Estimate{0.02, 0, 0.02, 0.02, {}, {}}).empty());
}
