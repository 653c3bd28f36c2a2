#include "simulate/survey/survey_tally.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

/// Low words answer low: dissatisfied, a detractor; half respond; two attributes.
SurveyTable survey() {
    SurveyTable table;
    table.asked = true;
    table.responds_below = 1U << 31U;
    table.satisfied = {100};
    table.detracts = {100};
    table.promotes = {200};
    table.ces = ResolvedQuestion{4, 1, 0};
    table.attributes = {{TouchpointId(0)}, {TouchpointId(1), TouchpointId(2)}};
    return table;
}

}  // namespace

TEST_CASE("survey tally: everybody answers, and some are seen to", "[simulate][survey]") {
    const std::vector<std::int64_t> judged{-1, 2, 3, 3};
    SurveyTally tally(2);
    tally.add(survey(), {0, 1, false, judged, {0, 100, 200, 0}});
    tally.add(survey(), {0, 2, true, judged, {0, 99, 99, 0}});  // a ghost
    tally.add(survey(), {0, 0, false, judged, {never, 0, 150, 0}});
    CHECK(tally.all.customers == 3);
    CHECK(tally.all.satisfied == 1);
    CHECK(tally.all.promoters == 1);
    CHECK(tally.all.detractors == 1);
    CHECK(tally.all.ces == 3 + 2 + 4);
    CHECK(tally.all.ces_squares == 9 + 4 + 16);
    CHECK(tally.seen.customers == 1);
    CHECK(tally.seen.satisfied == 1);
    CHECK(tally.seen.ces == 3);
}

TEST_CASE("survey tally: judged visits and their products", "[simulate][survey]") {
    SurveyTally tally(2);
    const std::vector<std::int64_t> one{-1, 2, 3, 4}, other{1, 1, 0, 0};
    tally.add(survey(), {0, 0, false, one, {0, 0, 0, 0}});
    tally.add(survey(), {0, 0, true, other, {0, 0, 0, 0}});
    CHECK((tally.all.judged == std::vector<Integer128>{0, 3, 3, 4}));
    CHECK((tally.all.products ==
           std::vector<Integer128>{1 + 1, -2 + 1, 4 + 1, -3, 6, 9, -4, 8, 12, 16}));
    CHECK((tally.seen.judged == std::vector<Integer128>{-1, 2, 3, 4}));
    SurveyTally twice = tally;
    twice += tally;
    CHECK((twice.all.products[9] == 32));
    CHECK(twice.seen.customers == 2);
    CHECK_FALSE(twice == tally);
}

TEST_CASE("survey tally: what is not asked is not counted", "[simulate][survey]") {
    SurveyTable table;
    table.asked = true;
    table.responds_below = never;
    SurveyTally tally;
    tally.add(table, {0, 5, false, {}, {1, 1, 1, 1}});
    CHECK(tally.all.customers == 1);
    CHECK(tally.all.satisfied + tally.all.promoters + tally.all.detractors + tally.all.ces == 0);
    CHECK(tally.seen == tally.all);
}
