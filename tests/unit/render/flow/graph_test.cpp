#include "render/flow/graph.hpp"

#include <catch2/catch.hpp>

#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using namespace cjm::render::flow;

namespace {

constexpr const char* subscription = R"([journey]
title = "x"
start = "a"
success = ["done", "in_progress"]
horizon = "30 d"
[[persona]]
id = "calm"
share = 0.25
[[persona]]
id = "hasty"
share = 0.75
start = "b"
[[stage]]
id = "first"
[[stage]]
id = "second"
[[touchpoint]]
id = "a"
stage = "first"
next = { b = 0.6, done = 0.2 }
wait = { b = { distribution = "weibull", shape = 2, scale = "10 d" }, done = { distribution = "uniform", low = "2 d", high = "4 d" } }
[touchpoint.for.hasty]
next = { b = 0.2, done = 0.2 }
[[touchpoint]]
id = "b"
stage = "second"
next = { a = 0.5, b = 0.1 }
[touchpoint.after.bad]
next = { done = 0.5 }
[[outcome]]
id = "done"
kind = "lost"
)";

const Edge& edge_between(const FlowGraph& graph, std::size_t from, std::size_t to) {
    for (const auto& edge : graph.edges) {
        if (edge.from == from && edge.to == to) return edge;
    }
    FAIL("no edge from " << from << " to " << to);
    return graph.edges.front();
}

}  // namespace

TEST_CASE("flow graph: plain shares and waits are averages over personas", "[render][flow]") {
    const auto journey = cjm::testing::read_journey(subscription);
    const auto graph = make_graph(journey, {});
    CHECK(graph.cards[0].start_share == Approx(0.25));
    CHECK(graph.cards[1].start_share == Approx(0.75));
    const auto& on = edge_between(graph, 0, 1);
    CHECK(*on.share == Approx(0.25 * 0.6 + 0.75 * 0.2));
    CHECK(*on.wait_days == Approx(10 * 0.886226925452758));  // scale x Gamma(1.5)
    CHECK(*edge_between(graph, 0, 2).wait_days == Approx(3));
    CHECK(graph.longest_wait_days == Approx(8.86226925452758));
    CHECK_FALSE(graph.simulated);
}

TEST_CASE("flow graph: a way that only an experience opens has no author's share",
          "[render][flow]") {
    const auto journey = cjm::testing::read_journey(subscription);
    const auto graph = make_graph(journey, {});
    CHECK_FALSE(edge_between(graph, 1, 2).share);
}

TEST_CASE("flow graph: edges to earlier stages and to itself lead back", "[render][flow]") {
    const auto journey = cjm::testing::read_journey(subscription);
    const auto graph = make_graph(journey, {});
    CHECK_FALSE(edge_between(graph, 0, 1).back);
    CHECK(edge_between(graph, 1, 0).back);
    CHECK(edge_between(graph, 1, 1).back);
    CHECK_FALSE(edge_between(graph, 1, 2).back);
}

TEST_CASE("flow graph: an edge against the file's order without a loop does not lead back",
          "[render][flow]") {
    const auto journey = cjm::testing::read_journey(R"([journey]
title = "x"
start = "b"
[[touchpoint]]
id = "a"
next = { done = 0.9 }
[[touchpoint]]
id = "b"
next = { a = 0.9 }
[[outcome]]
id = "done"
kind = "success"
)");
    const auto graph = make_graph(journey, {});
    CHECK_FALSE(edge_between(graph, 1, 0).back);
}

TEST_CASE("flow graph: shares are of the visits, traffic is per customer", "[render][flow]") {
    const auto journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(2, {10, 3, false, 0.3}));
    const auto result = cjm::testing::memoryless_result(journey);
    const auto graph = make_graph(journey, {&result});
    for (const auto& edge : graph.edges) {
        const auto& next = journey.touchpoints[edge.from].behaviour.next->shares;
        const auto& id = graph.is_end(edge.to) ? graph.ends[edge.to - graph.cards.size()].id
                                               : journey.touchpoints[edge.to].id.value;
        const auto found = std::find_if(next.begin(), next.end(), [&](const NamedNumber& entry) {
            return entry.name.value == id;
        });
        REQUIRE(found != next.end());
        CHECK(*edge.share == Approx(found->number.likely));
        CHECK(edge.traffic == Approx(*edge.share * graph.cards[edge.from].numbers->visits));
    }
}

TEST_CASE("flow graph: the ends hold everybody", "[render][flow]") {
    const auto journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(2, {10, 3, false, 0.3}));
    const auto result = cjm::testing::memoryless_result(journey);
    double sum = 0;
    for (const auto& end : make_graph(journey, {&result}).ends) sum += *end.share;
    CHECK(sum == Approx(1));
}

TEST_CASE("flow graph: those still on the way are shown also where they count as success",
          "[render][flow]") {
    const auto journey = cjm::testing::read_journey(subscription);
    auto result = cjm::testing::memoryless_result(journey);
    result.outcomes[0].share.estimate = 0.2;
    result.outcomes[0].is_success = true;
    result.success.estimate = 0.5;
    result.in_progress.estimate = 0;
    const auto graph = make_graph(journey, {&result});
    CHECK(graph.ends[0].kind == EndKind::success);  // named in `success`, whatever its kind
    REQUIRE(graph.ends.back().kind == EndKind::success);
    CHECK(graph.ends.back().id.empty());
    CHECK(graph.ends.back().title.starts_with("still on the way"));
    CHECK(*graph.ends.back().share == Approx(0.3));
}
