#include "simulate/tally/duration.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "simulate/walk/wait.hpp"

using cjm::simulate::DurationBatch;
using cjm::simulate::DurationHistogram;
using cjm::simulate::DurationTally;
using cjm::simulate::EndTimes;
using cjm::simulate::no_horizon;
using cjm::simulate::Ticks;

namespace {
constexpr Ticks day = 86'400'000;
}

TEST_CASE("duration histogram: a value many share comes out exactly", "[simulate][duration]") {
    DurationHistogram histogram(7);
    for (int i = 0; i < 60; ++i) histogram.add(3 * day);
    for (int i = 0; i < 40; ++i) histogram.add(7 * day + 5);
    CHECK(histogram.quantile(10, 100) == 3 * day);
    CHECK(histogram.quantile(60, 100) == 3 * day);
    CHECK(histogram.quantile(61, 100) == 7 * day + 5);
    CHECK(histogram.quantile(90, 100) == 7 * day + 5);
}

TEST_CASE("duration batch: counts as each duration by itself", "[simulate][duration]") {
    for (const unsigned bits : {1U, 5U, 7U, 16U}) {
        std::mt19937_64 random(bits);
        for (const unsigned digits : {3U, bits, bits + 1, 34U, 48U, 49U, 61U}) {
            std::vector<Ticks> durations{0, 1, (Ticks{1} << digits) - 1};
            while (durations.size() < DurationBatch::room)
                durations.push_back(static_cast<Ticks>(random() >> (64U - digits)));
            DurationTally one_by_one(bits), together(bits);
            for (const Ticks duration : durations) one_by_one.add(duration);
            DurationBatch batch;
            fill(batch, durations.data(), DurationBatch::room, bits);
            together.add(batch);
            INFO(bits << " bits, durations of " << digits);
            CHECK(one_by_one == together);
        }
    }
}

TEST_CASE("duration histogram: rank of a quantile", "[simulate][duration]") {
    DurationHistogram histogram(7);
    for (Ticks t = 1; t <= 11; ++t) histogram.add(t);
    CHECK(histogram.quantile(0, 11) == 1);
    CHECK(histogram.quantile(10, 11) == 2);  // 1.1 customers, rounded up
    CHECK(histogram.quantile(50, 11) == 6);
    CHECK(histogram.quantile(90, 11) == 10);
    CHECK(histogram.quantile(100, 11) == 11);
}

TEST_CASE("duration histogram: within half a percent of sorted values", "[simulate][duration]") {
    for (const unsigned bits : {7U, 5U}) {
        std::mt19937_64 random(7);
        DurationHistogram histogram(bits);
        std::vector<double> values;
        for (int i = 0; i < 20'000; ++i) {
            const double u = (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;
            const auto t = static_cast<Ticks>(-std::log(u) * 20 * day);
            histogram.add(t);
            values.push_back(static_cast<double>(t));
        }
        std::sort(values.begin(), values.end());
        for (const unsigned percent : {10U, 50U, 90U})
            CHECK(histogram.quantile(percent, 20'000) ==
                  Approx(values[200 * percent - 1]).epsilon(bits == 7 ? 0.002 : 0.008));
    }
}

TEST_CASE("duration histogram: any time fits", "[simulate][duration]") {
    DurationHistogram histogram(7);
    histogram.add(0);
    histogram.add(127);
    histogram.add(128);
    histogram.add(cjm::simulate::latest_time);
    CHECK(histogram.quantile(25, 4) == 0);
    CHECK(histogram.quantile(50, 4) == 127);
    CHECK(histogram.quantile(75, 4) == 128);
    CHECK(histogram.quantile(100, 4) == static_cast<double>(cjm::simulate::latest_time));
}

TEST_CASE("end times: exact counts on a grid up to the horizon", "[simulate][duration]") {
    EndTimes ends;
    ends.add(0);
    for (int i = 0; i < 5; ++i) ends.add(3 * day);
    ends.add(3 * day + 1);
    ends.add(100 * day);
    const auto curve = ends.curve(100 * day);
    REQUIRE(curve.size() == 101);
    CHECK(curve[0].ended == 1);
    CHECK(curve[2].ended == 1);
    CHECK(curve[3].time == 3 * day);
    CHECK(curve[3].ended == 6);
    CHECK(curve[4].ended == 7);
    CHECK(curve[99].ended == 7);
    CHECK(curve[100].time == 100 * day);
    CHECK(curve[100].ended == 8);
}

TEST_CASE("end times: a horizon between two steps is the last point", "[simulate][duration]") {
    EndTimes ends;
    ends.add(day / 2);
    const auto curve = ends.curve(100 * day + 12345);
    CHECK(curve.back().time == 100 * day + 12345);
    CHECK(curve.back().ended == 1);
    CHECK(curve[curve.size() - 2].time < curve.back().time);
}

TEST_CASE("end times: without a horizon until nearly all have ended", "[simulate][duration]") {
    EndTimes ends;
    for (int i = 1; i <= 999; ++i) ends.add(i * day / 10);
    ends.add(5000 * day);  // one of a thousand
    const auto curve = ends.curve(no_horizon);
    CHECK(curve.size() > 15);
    CHECK(curve.size() <= 102);
    CHECK(curve.back().ended == 999);
    CHECK(curve.back().time >= 99 * day);
    CHECK(curve.back().time < 110 * day);
    for (const auto& point : curve)
        CHECK(point.ended ==
              static_cast<std::uint64_t>(std::min<Ticks>(999, 10 * point.time / day)));
}

TEST_CASE("end times: order of adding and merging does not matter", "[simulate][duration]") {
    const std::vector<Ticks> times{1, 7, 4096, 4097, 5000, day, 30 * day, 1000 * day, 12345678901};
    EndTimes forward, backward, low, high;
    for (std::size_t i = 0; i < times.size(); ++i) {
        forward.add(times[i]);
        backward.add(times[times.size() - 1 - i]);
        (i < 4 ? low : high).add(times[i]);
    }
    EndTimes merged = low;
    merged += high;
    high += low;
    CHECK(forward == backward);
    CHECK(merged == forward);
    CHECK(high == forward);
    CHECK_FALSE(low == forward);
}

TEST_CASE("end times: nobody, or all at once", "[simulate][duration]") {
    EndTimes ends;
    CHECK(ends.curve(no_horizon).size() == 1);
    ends.add(0);
    CHECK(ends.curve(no_horizon).back().ended == 1);
    ends.add(cjm::simulate::latest_time);
    CHECK(ends.curve(no_horizon).back().ended == 2);
}
