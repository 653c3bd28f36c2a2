// Totals are those of all figures.
#include <catch2/catch.hpp>

#include "simulate/exact/figures.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/looped_journey.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

TEST_CASE("solve_exactly: totals are those of all figures", "[simulate][exact]") {
    const auto seed = GENERATE(range<std::uint64_t>(1, 9));
    const std::string text =
        seed < 5 ? testing::random_journey(seed, {})
                 : testing::looped_journey(
                       seed, {.touchpoints = 12, .loop = 4, .personas = 2, .sells = true});
    const ResolvedJourney journey = resolve(testing::journey_from(text));
    const auto all = solve_exactly(journey, 0).figures;
    const auto totals = solve_exactly(journey, 0, FiguresWanted::totals).figures;
    REQUIRE(all);
    REQUIRE(totals);
    const auto same = [](double a, double b) {
        return a == Approx(b).epsilon(1e-10).margin(1e-12);
    };
    CHECK(same(totals->success, all->success));
    CHECK(same(totals->left, all->left));
    CHECK(same(totals->silent, all->silent));
    CHECK(same(totals->effort, all->effort));
    CHECK(same(totals->revenue, all->revenue));
    CHECK(same(totals->cost, all->cost));
    CHECK(same(totals->purchases, all->purchases));
    CHECK(same(totals->newcomers, all->newcomers));
    for (std::size_t i = 0; i < all->outcomes.size(); ++i)
        CHECK(same(totals->outcomes[i], all->outcomes[i]));
    for (std::size_t i = 0; i < all->causes.size(); ++i)
        CHECK(same(totals->causes[i], all->causes[i]));
    for (std::size_t i = 0; i < all->touchpoints.size(); ++i)
        CHECK(same(totals->touchpoints[i].visits, all->touchpoints[i].visits));
}
