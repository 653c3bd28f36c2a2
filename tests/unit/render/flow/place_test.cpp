#include "render/flow/place.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "render/flow/body.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using namespace cjm::render::flow;

namespace {

/// A journey arranged in one folding, with all that it takes alive.
struct Arranged {
    Journey journey;
    SimulationResult result;
    FlowGraph graph;
    Body body;

    Arranged(std::uint64_t seed, const cjm::testing::FlowJourneyOptions& options,
             const Folding& folding)
        : journey(cjm::testing::read_journey(cjm::testing::flow_journey(seed, options))),
          result(cjm::testing::memoryless_result(journey)),
          graph(make_graph(journey, {&result})) {
        const Scene scene{
            {journey, &result, theme(ThemeName::light), NumberFormat(journey.language)}, graph};
        body = arrange(scene, order_cards(graph), measure(scene), folding);
    }
};

/// Whether an upright or level stretch runs through the inside of a box.
bool runs_through(Point a, Point b, const Box& box) {
    constexpr double edge = 0.01;
    return std::max(a.x, b.x) > box.x + edge && std::min(a.x, b.x) < box.right() - edge &&
           std::max(a.y, b.y) > box.y + edge && std::min(a.y, b.y) < box.bottom() - edge;
}

/// How far two stretches lie upon each other, millimetres.
double shared_length(Point a, Point b, Point c, Point d) {
    constexpr double near = 0.05;
    const bool level =
        std::abs(a.y - b.y) < near && std::abs(c.y - d.y) < near && std::abs(a.y - c.y) < near;
    const bool upright =
        std::abs(a.x - b.x) < near && std::abs(c.x - d.x) < near && std::abs(a.x - c.x) < near;
    const auto overlap = [](double a0, double a1, double b0, double b1) {
        return std::min(std::max(a0, a1), std::max(b0, b1)) -
               std::max(std::min(a0, a1), std::min(b0, b1));
    };
    if (level) return overlap(a.x, b.x, c.x, d.x);
    if (upright) return overlap(a.y, b.y, c.y, d.y);
    return 0;
}

}  // namespace

TEST_CASE("place: edges leave their card on the right and end at their target", "[render][flow]") {
    const auto seed = GENERATE(1u, 2u, 3u);
    const Arranged arranged(seed, {20, 4, false, 0.3}, {5, 3, 3, seed == 2});
    const auto& placement = arranged.body.placement;
    for (std::size_t i = 0; i < arranged.graph.edges.size(); ++i) {
        const auto& edge = arranged.graph.edges[i];
        const auto& line = placement.lines[i];
        REQUIRE(line.size() >= 2);
        const auto& from = placement.cards[edge.from];
        CHECK(line.front().x == Approx(from.right()));
        CHECK(line.front().y > from.y);
        CHECK(line.front().y < from.bottom());
        const auto& to = arranged.graph.is_end(edge.to)
                             ? placement.ends[edge.to - arranged.graph.cards.size()]
                             : placement.cards[edge.to];
        if (edge.back) {
            CHECK(line.back().y == Approx(to.y));
            CHECK(line.back().x > to.x);
            CHECK(line.back().x < to.right());
        } else {
            CHECK(line.back().x == Approx(to.x));
            CHECK(line.back().y > to.y);
            CHECK(line.back().y < to.bottom());
        }
        for (std::size_t k = 1; k < line.size(); ++k) {
            const bool right_angled = std::abs(line[k].x - line[k - 1].x) < 1e-6 ||
                                      std::abs(line[k].y - line[k - 1].y) < 1e-6;
            CHECK(right_angled);
        }
    }
}

TEST_CASE("place: no edge runs through a card, an end or a label of another", "[render][flow]") {
    const auto [touchpoints, stages, columns] = GENERATE(
        table<int, int, std::size_t>({{4, 0, 2}, {12, 3, 4}, {30, 6, 6}, {60, 8, 8}, {60, 2, 5}}));
    const bool below = GENERATE(false, true);
    CAPTURE(touchpoints, stages, columns, below);
    const Arranged arranged(static_cast<std::uint64_t>(touchpoints),
                            {touchpoints, stages, false, 0.4},
                            {columns, (columns + 1) / 2, 3, below});
    const auto& placement = arranged.body.placement;
    std::size_t through = 0;
    for (std::size_t i = 0; i < placement.lines.size(); ++i) {
        const auto& line = placement.lines[i];
        for (std::size_t k = 1; k < line.size(); ++k) {
            for (const auto& card : placement.cards)
                through += runs_through(line[k - 1], line[k], card);
            for (const auto& end : placement.ends)
                through += runs_through(line[k - 1], line[k], end);
        }
    }
    CHECK(through == 0);
}

TEST_CASE("place: edges to different targets do not lie upon each other", "[render][flow]") {
    const auto [touchpoints, stages] = GENERATE(table<int, int>({{12, 3}, {25, 5}, {40, 8}}));
    CAPTURE(touchpoints, stages);
    const Arranged arranged(7, {touchpoints, stages, false, 0.25}, {6, 3, 3, false});
    const auto& lines = arranged.body.placement.lines;
    double worst = 0;
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (std::size_t b = a + 1; b < lines.size(); ++b) {
            if (arranged.body.routing.net_of[a] == arranged.body.routing.net_of[b]) continue;
            for (std::size_t i = 1; i < lines[a].size(); ++i) {
                for (std::size_t k = 1; k < lines[b].size(); ++k) {
                    worst = std::max(worst, shared_length(lines[a][i - 1], lines[a][i],
                                                          lines[b][k - 1], lines[b][k]));
                }
            }
        }
    }
    CHECK(worst < 0.1);
}

TEST_CASE("place: what stands side by side keeps apart", "[render][flow]") {
    const Arranged arranged(5, {30, 6, true, 0.2}, {6, 3, 3, false});
    const auto& placement = arranged.body.placement;
    const auto apart = [](const Box& a, const Box& b) {
        return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
    };
    for (std::size_t a = 0; a < placement.cards.size(); ++a) {
        for (std::size_t b = a + 1; b < placement.cards.size(); ++b) {
            CHECK(apart(placement.cards[a], placement.cards[b]));
        }
    }
    for (std::size_t a = 0; a < placement.ends.size(); ++a) {
        for (std::size_t b = a + 1; b < placement.ends.size(); ++b) {
            CHECK(apart(placement.ends[a], placement.ends[b]));
        }
    }
    for (std::size_t i = 0; i < placement.blocks.size(); ++i) {
        for (std::size_t k = i + 1; k < placement.blocks.size(); ++k) {
            CHECK(apart(placement.blocks[i], placement.blocks[k]));
        }
        for (std::size_t card = 0; card < placement.cards.size(); ++card) {
            const bool own = arranged.graph.cards[card].stage == arranged.body.grid.blocks[i].stage;
            const auto& box = placement.cards[card];
            const auto& block = placement.blocks[i];
            const bool inside = box.x >= block.x && box.right() <= block.right() &&
                                box.y >= block.y && box.bottom() <= block.bottom();
            CHECK(inside == own);
        }
    }
}
