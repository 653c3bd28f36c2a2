#include "simulate/exact/loop.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "simulate/exact/figures.hpp"
#include "simulate/exact/solver.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/looped_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Chain chain_of(const std::string& text) {
    return build_chain(resolve(testing::journey_from(text)), PersonaId(0), 1, 0);
}

// a -> b -> c -> a, and c to itself; from c to the end
constexpr const char* ring = R"([journey]
title = "Ring"
start = "b"
[[touchpoint]]
id = "a"
next = { b = 1 }
[[touchpoint]]
id = "b"
next = { c = 0.9 }
[[touchpoint]]
id = "c"
next = { a = 0.3, c = 0.2, done = 0.4 }
[[touchpoint]]
id = "apart"
next = { done = 1 }
[[outcome]]
id = "done"
kind = "success"
)";

}  // namespace

TEST_CASE("components: a loop and the ways back in it", "[exact]") {
    const Chain chain = chain_of(ring);
    const auto components = components_of(chain);
    REQUIRE(components.size() == 2);
    const Component& loop = components[0].loops ? components[0] : components[1];
    const Component& apart = components[0].loops ? components[1] : components[0];
    CHECK_FALSE(apart.loops);
    CHECK(loop.touchpoints.size() == 3);
    CHECK(loop.returns == std::vector<std::size_t>{0, 2});
}

TEST_CASE("loop: arrivals and values satisfy their equations", "[exact]") {
    const Chain chain = chain_of(ring);
    ChainSolver solver(chain);
    const ChainVector x = solver.arrivals(solver.start(), Weighing::customers);
    // visits of c: v = 0.9 b, b = 1 + a, a = 0.3 c, c = 0.9 b + 0.2 c
    const double c = 0.9 / (0.8 - 0.27);
    CHECK(x.total(TouchpointId(2)) == Approx(c).epsilon(1e-13));
    CHECK(x.total(TouchpointId(0)) == Approx(0.3 * c).epsilon(1e-13));
    CHECK(solver.stuck() == nullptr);
    std::vector<double> done(chain.shape.width());
    const auto h = solver.values(
        [&](TouchpointId touchpoint, std::size_t) {
            std::fill(done.begin(), done.end(), touchpoint.index() == 2 ? 0.4 : 0.0);
            return std::span<const double>(done);
        },
        Weighing::customers);
    CHECK(h.at(TouchpointId(1))[chain.start_level] == Approx(0.4 * c).epsilon(1e-13));
}

TEST_CASE("loop: values of arriving mirror arrivals, with a cut too", "[exact]") {
    const Chain chain = chain_of(ring);
    ChainSolver solver(chain);
    for (const bool cut_a : {false, true}) {
        Cut cut(4);
        cut[0] = cut_a;
        ChainVector worth(chain), source(chain);
        for (std::size_t t = 0; t < 4; ++t) {
            worth.at(TouchpointId(t))[chain.start_level] = 1 + static_cast<double>(t);
            source.at(TouchpointId(t))[chain.start_level] = 4 - static_cast<double>(t);
        }
        const ChainVector x = solver.arrivals(source, Weighing::customers, cut);
        const ChainVector h = solver.values(worth, Weighing::customers, cut);
        double forward = 0, backward = 0;
        for (std::size_t t = 0; t < 4; ++t)
            for (std::size_t i = 0; i < chain.shape.width(); ++i) {
                forward += x.at(TouchpointId(t))[i] * worth.at(TouchpointId(t))[i];
                backward += source.at(TouchpointId(t))[i] * h.at(TouchpointId(t))[i];
            }
        CHECK(forward == Approx(backward).epsilon(1e-13));
        CHECK(forward > 30);  // without any going on: 1 4 + 2 3 + 3 2 + 4 1 = 20
    }
}

TEST_CASE("loop: first arrivals, solved from the cut's component on", "[exact]") {
    const Chain chain = chain_of(ring);
    ChainSolver solver(chain);
    const ChainVector x = solver.arrivals(solver.start(), Weighing::customers);
    Cut cut(4);
    cut[0] = true;
    const double once = 0.9 / 0.8;  // visits of c before coming to a
    CHECK(solver.first_arrivals(x, cut).total(TouchpointId(0)) ==
          Approx(0.3 * once).epsilon(1e-13));
}

TEST_CASE("exact: large looped journeys keep every customer", "[exact]") {
    testing::LoopedJourneyOptions options;
    options.touchpoints = 45;
    options.personas = 2;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto journey = resolve(testing::journey_from(testing::looped_journey(seed, options)));
        const auto solution = solve_exactly(journey, 0);
        REQUIRE(solution.figures);
        const ExactFigures& figures = *solution.figures;
        CHECK(std::abs(figures.success + figures.left - 1) < 1e-12);
        double end = 0;
        for (const double share : figures.end_goodwill) end += share;
        CHECK(std::abs(end - 1) < 1e-12);
        CHECK(figures.lost_buyers <= figures.buyers);
        CHECK(figures.repeat_buyers <= figures.buyers);
        CHECK(figures.buyers <= figures.purchases);
        for (const auto& touchpoint : figures.touchpoints) {
            CHECK(touchpoint.reach <= 1 + 1e-12);
            CHECK(touchpoint.reach <= touchpoint.visits + 1e-12);
        }
    }
}
