// Exact impacts against figures computed without the program, and against the forced journey solved
// anew from the start, for random journeys.
#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/impacts.hpp"
#include "simulate/exact/lifetime_gradient.hpp"
#include "tests/statistical/oracles.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/looped_journey.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;
using testing::data_journey;
using testing::oracle;
using testing::same_digits;

namespace {

ExactImpacts impacts_of(const ResolvedJourney& journey, Metric metric = Metric::success) {
    const auto solution = solve_impacts(journey, metric);
    REQUIRE(solution.impacts);
    return *solution.impacts;
}

double metric_of(const ResolvedJourney& journey, Metric metric) {
    const auto solution = solve_exactly(journey, 0);
    REQUIRE(solution.figures);
    const ExactFigures& figures = *solution.figures;
    if (metric == Metric::success) return figures.success;
    return metric == Metric::ghosted ? figures.silent : figures.revenue - figures.cost;
}

/// Experiences at a touchpoint moved for every persona: to these shares, or by so much from bad to
/// good.
template <class Move>
ResolvedJourney moved(ResolvedJourney journey, std::size_t touchpoint, Move move) {
    for (std::size_t p = 0; p < journey.personas.size(); ++p)
        move(journey.visits[p * journey.touchpoints.size() + touchpoint]);
    return journey;
}

ResolvedJourney forced(const ResolvedJourney& journey, std::size_t touchpoint, double good) {
    return moved(journey, touchpoint, [good](ResolvedVisit& visit) {
        visit.good = good;
        visit.bad = 1 - good;
    });
}

/// Probability moved from bad to good.
ResolvedJourney better_by(const ResolvedJourney& journey, std::size_t touchpoint, double by) {
    return moved(journey, touchpoint, [by](ResolvedVisit& visit) {
        visit.good += by;
        visit.bad -= by;
    });
}

bool can_move(const ResolvedJourney& journey, std::size_t touchpoint, double by) {
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        const auto& visit = journey.visit(PersonaId(p), TouchpointId(touchpoint));
        if (visit.good < by || visit.bad < by) return false;
    }
    return true;
}

void check_against_journeys_anew(const ResolvedJourney& journey, Metric metric) {
    const ExactImpacts impacts = impacts_of(journey, metric);
    const double scale = 1 + std::abs(impacts.as_is);
    CHECK(std::abs(impacts.as_is - metric_of(journey, metric)) < 1e-11 * scale);
    const auto reach = solve_exactly(journey, 0).figures->touchpoints;
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        INFO("touchpoint " << journey.touchpoints[v] << " metric " << static_cast<int>(metric));
        const ExactImpact& impact = impacts.touchpoints[v];
        CHECK(std::abs(impact.all_good - metric_of(forced(journey, v, 1), metric)) < 1e-10 * scale);
        CHECK(std::abs(impact.all_bad - metric_of(forced(journey, v, 0), metric)) < 1e-10 * scale);
        CHECK(std::abs(impact.reach - reach[v].reach) < 1e-12);
        const double by =
            1e-4;  // the difference quotient is off by its square and a third derivative
        if (!can_move(journey, v, by)) continue;
        const auto shift = [&](double h) { return metric_of(better_by(journey, v, h), metric); };
        CHECK(std::abs(impact.gradient - (shift(by) - shift(-by)) / (2 * by)) < 1e-6 * scale);
    }
}

double lifetime_value_of(const ResolvedJourney& journey) {
    const auto solution = solve_exactly(journey, journey.discount_rate, FiguresWanted::buyers);
    REQUIRE(solution.figures);
    return solution.figures->discounted_margin / solution.figures->buyers;
}

/// How many gradients were compared that are not 0.
int check_lifetime_gradients(const ResolvedJourney& journey) {
    const auto solution = solve_lifetime_gradients(journey);
    REQUIRE(solution.gradients);
    int compared = 0;
    const double at_first = lifetime_value_of(journey);
    if (std::isnan(at_first)) return 0;  // nobody buys
    const double scale = 1 + std::abs(at_first);
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        const double by = 1e-4;  // off by its square and a third derivative
        if (!can_move(journey, v, by)) continue;
        INFO("touchpoint " << journey.touchpoints[v]);
        const double quotient = (lifetime_value_of(better_by(journey, v, by)) -
                                 lifetime_value_of(better_by(journey, v, -by))) /
                                (2 * by);
        CHECK(std::abs((*solution.gradients)[v] - quotient) < 1e-6 * scale);
        if (std::abs(quotient) > 1e-4 * scale) ++compared;
    }
    return compared;
}

}  // namespace

TEST_CASE("exact impacts: three touchpoints, a loop, two personas as computed elsewhere",
          "[exact]") {
    const std::string e3 = "/E3_three_touch_goodwill/values/";
    const auto three = impacts_of(resolve(data_journey("e3_three_touch")));
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string name = "T" + std::to_string(i + 1);
        const ExactImpact& impact = three.touchpoints[i];
        CHECK(same_digits(impact.all_good, oracle(e3 + "do_good_" + name)));
        CHECK(same_digits(impact.all_bad, oracle(e3 + "do_bad_" + name)));
        CHECK(std::abs(impact.gradient - oracle(e3 + "grad_" + name)) < 1e-9);
        CHECK(same_digits(impact.reach, oracle(e3 + "reach_" + name)));
    }
    const std::string e4 = "/E4_loop/values/";
    const auto loop = impacts_of(resolve(data_journey("e4_loop")));
    CHECK(same_digits(loop.as_is, oracle(e4 + "p_conv")));
    CHECK(same_digits(loop.touchpoints[0].all_good, oracle(e4 + "all_good")));
    CHECK(same_digits(loop.touchpoints[0].all_bad, oracle(e4 + "all_bad")));
    CHECK(same_digits(loop.touchpoints[0].gradient, oracle(e4 + "gradient_bad_to_good")));
    const std::string f1 = "/F1_two_persona_confounding/values/";
    const auto personas = impacts_of(resolve(data_journey("f1_confounding")));
    CHECK(same_digits(personas.touchpoints[0].all_good, oracle(f1 + "do_good")));
    CHECK(same_digits(personas.touchpoints[0].all_bad, oracle(f1 + "do_bad")));
    const auto e5 = impacts_of(resolve(data_journey("e5_end_to_end")));
    CHECK(same_digits(e5.touchpoints[0].all_good - e5.touchpoints[0].all_bad, 0.0894989674));
}

TEST_CASE("exact impacts: removal effects as computed elsewhere", "[exact]") {
    const auto bryl = impacts_of(resolve(data_journey("g1_bryl")));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(same_digits(bryl.touchpoints[i].successes / bryl.success,
                          oracle("/G1_bryl_C1C2C3/values/removal/C" + std::to_string(i + 1))));
    const auto ruin = impacts_of(resolve(data_journey("a1_gamblers_ruin")));
    CHECK(same_digits(ruin.touchpoints[0].successes / ruin.success, 0.3507692308));
}

TEST_CASE("exact impacts: as of random journeys forced and solved anew", "[exact]") {
    for (std::uint64_t seed = 401; seed <= 406; ++seed) {
        INFO("seed " << seed);
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 5);
        const auto journey = resolve(testing::journey_from(testing::random_journey(seed, options)));
        for (const Metric metric : {Metric::success, Metric::ghosted, Metric::margin})
            check_against_journeys_anew(journey, metric);
    }
}

TEST_CASE("exact impacts: as of a journey of two loops forced and solved anew", "[exact]") {
    testing::LoopedJourneyOptions options;
    options.touchpoints = 12;
    options.loop = 6;
    options.personas = 2;
    check_against_journeys_anew(resolve(testing::journey_from(testing::looped_journey(1, options))),
                                Metric::success);
}

TEST_CASE("exact impacts: gradients of lifetime value are difference quotients", "[exact]") {
    int compared = 0;
    for (std::uint64_t seed = 421; seed <= 432; ++seed) {
        INFO("seed " << seed);
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 6);
        auto journey = resolve(testing::journey_from(testing::random_journey(seed, options)));
        journey.discount_rate = seed % 2 == 0 ? 0 : 0.2;
        compared += check_lifetime_gradients(journey);
    }
    CHECK(compared >= 20);
}

TEST_CASE("exact impacts: no gradient of lifetime value where nobody buys", "[exact]") {
    const auto solution = solve_lifetime_gradients(resolve(data_journey("e3_three_touch")));
    REQUIRE(solution.gradients);
    for (const double gradient : *solution.gradients) CHECK(std::isnan(gradient));
}
