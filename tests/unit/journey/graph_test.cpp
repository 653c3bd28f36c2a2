#include "journey/graph.hpp"

#include <catch2/catch.hpp>

using namespace cjm;

namespace {

/// 0 > 1 > 2 > 1, 2 > 3, 4 > 3, 5 > 5
Graph two_loops() {
    const std::vector<Edge> edges{{0, 1}, {1, 2}, {2, 1}, {2, 3}, {4, 3}, {5, 5}};
    return {6, edges};
}

using Flags = std::vector<bool>;
using Path = std::vector<Vertex>;

}  // namespace

TEST_CASE("graph: what the starts lead to", "[journey][graph]") {
    const std::vector<Vertex> starts{1, 5};
    CHECK(two_loops().reachable_from(starts) == Flags{false, true, true, true, false, true});
    CHECK(two_loops().reachable_from({}) == Flags(6, false));
}

TEST_CASE("graph: what leads to the ends", "[journey][graph]") {
    const std::vector<Vertex> ends{3};
    CHECK(two_loops().leading_to(ends) == Flags{true, true, true, true, true, false});
}

TEST_CASE("graph: components, every edge leads to the same or a smaller number",
          "[journey][graph]") {
    const Components found = two_loops().components();
    CHECK(found.count == 5);
    CHECK(found.of[1] == found.of[2]);
    CHECK(found.of[0] > found.of[1]);
    CHECK(found.of[2] > found.of[3]);
    CHECK(found.of[4] > found.of[3]);
}

TEST_CASE("graph: components of rows agree with those of the graph", "[journey][graph]") {
    const std::vector<std::size_t> first{0, 1, 2, 4, 4, 5, 6};
    const std::vector<Vertex> targets{1, 2, 1, 3, 3, 5};
    const Components found = components_of_rows(first, targets);
    CHECK(found.count == 5);
    CHECK(found.of[1] == found.of[2]);
    CHECK(found.of[0] > found.of[1]);
    CHECK(found.of[2] > found.of[3]);
    CHECK(components_of_rows(std::vector<std::size_t>{0}, {}).count == 0);
}

TEST_CASE("graph: the shortest path is by length, from the nearest start to the nearest end",
          "[journey][graph]") {
    const std::vector<Edge> edges{{0, 1, 5.0}, {0, 2, 1.0}, {2, 1, 1.0}, {1, 3, 1.0}, {4, 3, 9.0}};
    const Graph graph(6, edges);
    CHECK(graph.shortest_path(std::vector<Vertex>{0, 4}, std::vector<Vertex>{3}) ==
          Path{0, 2, 1, 3});
    CHECK(graph.shortest_path(std::vector<Vertex>{0}, std::vector<Vertex>{3, 2}) == Path{0, 2});
    CHECK(graph.shortest_path(std::vector<Vertex>{3}, std::vector<Vertex>{0, 5}).empty());
    CHECK(graph.shortest_path(std::vector<Vertex>{3}, std::vector<Vertex>{3}) == Path{3});
}

TEST_CASE("graph: the shortest loop through a vertex stays inside", "[journey][graph]") {
    const std::vector<Edge> edges{{0, 1}, {1, 0}, {0, 2}, {2, 3}, {3, 0}, {4, 4}};
    const Graph graph(5, edges);
    CHECK(graph.shortest_loop(0, Flags(5, true)) == Path{0, 1, 0});
    CHECK(graph.shortest_loop(0, Flags{true, false, true, true, true}) == Path{0, 2, 3, 0});
    CHECK(graph.shortest_loop(4, Flags(5, true)) == Path{4, 4});
    CHECK(graph.shortest_loop(0, Flags{true, false, true, false, true}).empty());
}

TEST_CASE("graph: a path of 200,000 vertices does not exhaust the stack", "[journey][graph]") {
    constexpr Vertex length = 200'000;
    std::vector<Edge> edges;
    for (Vertex v = 0; v + 1 < length; ++v) edges.push_back({v, v + 1});
    const Graph graph(length, edges);
    CHECK(graph.components().count == length);
    CHECK(graph.reachable_from(std::vector<Vertex>{0}).back());
}
