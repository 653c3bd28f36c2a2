#include "render/funnel/axis.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::render;
using namespace cjm::render::funnel;

namespace {

struct Fixture {
    Journey journey;
    Voice voice{journey, nullptr, theme(ThemeName::light), NumberFormat(Language::english)};
};

std::string words_of(const Axis& axis) {
    std::string all;
    for (const auto& tick : axis.ticks) all += (all.empty() ? "" : " | ") + tick.words;
    return all;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "axis: shares end at a round number of round ticks", "[render][funnel]") {
    CHECK(share_axis(voice, 1, 4).end == Approx(1));
    CHECK(words_of(share_axis(voice, 1, 4)) ==
          "0\u00A0% | 25\u00A0% | 50\u00A0% | 75\u00A0% | 100\u00A0%");
    CHECK(share_axis(voice, 0.31, 4).end == Approx(0.4));
    CHECK(words_of(share_axis(voice, 0.31, 3)) == "0\u00A0% | 20\u00A0% | 40\u00A0%");
    CHECK(words_of(share_axis(voice, 0, 2)) == "0\u00A0% | 0.5\u00A0% | 1\u00A0%");
}

TEST_CASE_METHOD(Fixture, "axis: time takes the unit that suits it and ends exactly",
                 "[render][funnel]") {
    CHECK(time_axis(voice, 100, 5).end == 100);
    CHECK(words_of(time_axis(voice, 100, 5)) ==
          "0 | 20\u00A0d | 40\u00A0d | 60\u00A0d | 80\u00A0d | 100\u00A0d");
    CHECK(words_of(time_axis(voice, 7, 4)) == "0 | 2\u00A0d | 4\u00A0d | 6\u00A0d");
    CHECK(words_of(time_axis(voice, 1, 4)) == "0 | 6\u00A0h | 12\u00A0h | 18\u00A0h | 24\u00A0h");
    CHECK(words_of(time_axis(voice, 20.0 / 1440, 4)) ==
          "0 | 5\u00A0min | 10\u00A0min | 15\u00A0min | 20\u00A0min");
    CHECK(words_of(time_axis(voice, 730, 4)) == "0 | 200\u00A0d | 400\u00A0d | 600\u00A0d");
}

TEST_CASE_METHOD(Fixture, "axis: never more ticks than asked for", "[render][funnel]") {
    for (double most = 0.011; most < 1; most *= 1.17) {
        CAPTURE(most);
        const auto axis = share_axis(voice, most, 4);
        CHECK(axis.end >= most * (1 - 1e-9));
        CHECK(axis.ticks.size() <= 5);
        CHECK(axis.ticks.size() >= 2);
    }
    for (double days = 1e-4; days < 1e5; days *= 1.9) {
        CAPTURE(days);
        const auto axis = time_axis(voice, days, 4);
        CHECK(axis.ticks.size() <= 5);
        CHECK(axis.ticks.back().value <= days * (1 + 1e-6));
    }
}
