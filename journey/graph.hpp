// Owns: questions of structure about directed graphs, answered by Boost.Graph. Must not know: what
// the vertices stand for.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cjm {

using Vertex = std::uint32_t;

/// One way from a vertex to a vertex. `length` counts only where a shortest path is asked for.
struct Edge {
    Vertex from = 0, to = 0;
    double length = 1.0;  ///< >= 0
};

/// The strongly connected components of a graph: everybody in one can get to everybody in it and
/// back.
struct Components {
    std::vector<std::uint32_t> of;  ///< by vertex; every edge leads to the same or a smaller number
    std::size_t count = 0;
};

/// A directed graph of the vertices 0 .. vertex_count - 1; parallel edges and loops are allowed.
class Graph {
  public:
    /// Expects: every end of an edge below vertex_count. Cost: O(vertices + edges).
    Graph(std::size_t vertex_count, std::span<const Edge> edges);
    ~Graph();
    Graph(Graph&&) noexcept;
    Graph& operator=(Graph&&) noexcept;

    [[nodiscard]] std::size_t vertex_count() const;

    /// By vertex: whether some start leads there (a start leads to itself). Cost: O(vertices +
    /// edges).
    [[nodiscard]] std::vector<bool> reachable_from(std::span<const Vertex> starts) const;

    /// By vertex: whether it leads to some end (an end leads to itself). Cost: O(vertices + edges).
    [[nodiscard]] std::vector<bool> leading_to(std::span<const Vertex> ends) const;

    /// Cost: O(vertices + edges).
    [[nodiscard]] Components components() const;

    /// The shortest path from the nearest start to the nearest end, both included, by the sum of
    /// lengths; empty where there is none. Cost: O((vertices + edges) log vertices).
    [[nodiscard]] std::vector<Vertex> shortest_path(std::span<const Vertex> starts,
                                                    std::span<const Vertex> ends) const;

    /// The shortest way from a vertex back to itself, which is first and last, by the number of
    /// edges; only through vertices that `inside` allows. Empty where there is none. Cost:
    /// O(vertices + edges).
    [[nodiscard]] std::vector<Vertex> shortest_loop(Vertex vertex,
                                                    const std::vector<bool>& inside) const;

  private:
    struct Boost;
    std::unique_ptr<Boost> boost_;
};

/// The same components for a large graph given by rows: the targets of vertex v are
/// targets[first[v]] .. targets[first[v + 1] - 1]. Expects: first has one entry more than vertices.
/// Cost: O(vertices + targets), without copying more than the rows.
[[nodiscard]] Components components_of_rows(std::span<const std::size_t> first,
                                            std::span<const Vertex> targets);

}  // namespace cjm
