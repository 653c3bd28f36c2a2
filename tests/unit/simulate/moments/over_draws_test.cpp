#include "simulate/moments/over_draws.hpp"

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

/// Half the customers start at "a", half at "b"; how many go on from there is known, or known so
/// badly that its impact may be smaller or larger.
Journey journey_with(const std::string& next_of_b) {
    return testing::journey_from(
        "[journey]\ntitle = \"t\"\nstart = { a = 0.5, b = 0.5 }\n"
        "[[touchpoint]]\nid = \"a\"\nnext = { done = 0.9 }\nexperience = { bad = 0.2 }\n"
        "[[touchpoint]]\nid = \"b\"\nnext = { done = " +
        next_of_b + " }\nexperience = { bad = 0.2 }\n" +
        "[[outcome]]\nid = \"done\"\nkind = \"success\"\n");
}

MomentsResult drawn(const Journey& journey, unsigned threads, Method method = Method::automatic) {
    MomentsSettings settings;
    settings.run.parameter_draws = 60;
    settings.run.threads = threads;
    settings.run.method = method;
    settings.run.customers = 60'000;
    MomentsResult result = *find_moments(journey, settings).result;
    const UncertainJourney uncertain{journey, [](const Journey& draw) { return draw; }};
    REQUIRE(add_draws(uncertain, settings, result));
    return result;
}

}  // namespace

TEST_CASE("draws: what is certain keeps its rank in every draw", "[simulate][moments]") {
    const auto result = drawn(journey_with("0.5"), 1);
    for (const MomentResult& moment : result.touchpoints) {
        CHECK(moment.probability_top_3 == 1);
        CHECK(moment.rank_p5 == static_cast<double>(*moment.rank_low));
        CHECK(moment.rank_p95 == static_cast<double>(*moment.rank_high));
    }
    CHECK(result.customers_per_draw == 0);
    CHECK(result.impossible_draws == 0);
}

TEST_CASE("draws: ranks move with what is not known", "[simulate][moments]") {
    const auto result = drawn(journey_with("[0.6, 0.9, 1.0]"), 1);
    CHECK(result.touchpoints[1].rank_p5 == 1);
    CHECK(result.touchpoints[1].rank_p95 == 2);
}

TEST_CASE("draws: the same for any number of threads, solved and sampled", "[simulate][moments]") {
    for (const Method method : {Method::automatic, Method::monte_carlo}) {
        const auto one = drawn(journey_with("[0.6, 0.9, 1.0]"), 1, method);
        const auto two = drawn(journey_with("[0.6, 0.9, 1.0]"), 2, method);
        for (std::size_t i = 0; i < one.touchpoints.size(); ++i) {
            CHECK(one.touchpoints[i].probability_top_3 == two.touchpoints[i].probability_top_3);
            CHECK(one.touchpoints[i].rank_p5 == two.touchpoints[i].rank_p5);
            CHECK(one.touchpoints[i].rank_p95 == two.touchpoints[i].rank_p95);
        }
        CHECK((one.customers_per_draw == 0) == (method == Method::automatic));
    }
}
