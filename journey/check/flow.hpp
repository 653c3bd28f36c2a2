// Owns: Flow, what may happen to the customers of one persona, as numbers by index. Must not know:
// diagnostics, titles, money.
#pragma once
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "journey/graph.hpp"
#include "journey/model.hpp"

namespace cjm::check {

/// A target of positive share. Vertices are touchpoints by index, then outcomes.
struct FlowEdge {
    Vertex target = 0;
    double share = 0;            ///< of those who stay; the shares of a way sum to 1
    const Wait* wait = nullptr;  ///< absent: no time passes
    double impatience =
        0;  ///< 1 / mean patience in days, multipliers included; 0: patient for ever
    bool time_can_pass = false;
    bool patience_given = false;
    bool friction = false;  ///< channels given and different, and not seamless

    [[nodiscard]] bool patience_can_run_out() const { return impatience > 0 && time_can_pass; }
};

/// One `next`.
struct FlowWay {
    double hazard = 0;  ///< L0 = -ln S; 0 where S is 1
    std::vector<FlowEdge> edges;
};

/// One touchpoint.
struct FlowVisit {
    std::array<double, 3> chance{0, 1, 0};  ///< by Experience, sum 1
    std::int64_t weight = 1;
    double dissatisfaction = 1;        ///< hazard out of dissatisfaction at goodwill 0, per L0
    double other = 0;                  ///< hazard out of all other causes, per L0
    std::vector<FlowWay> ways;         ///< distinct ones; the first is `next`
    std::array<std::size_t, 3> way{};  ///< by Experience, into ways

    [[nodiscard]] const FlowWay& after(std::size_t experience) const {
        return ways[way[experience]];
    }
    /// Whether somebody can leave after this experience.
    [[nodiscard]] bool can_leave(std::size_t experience) const {
        return after(experience).hazard > 0 && dissatisfaction + other > 0;
    }
};

/// One persona of a journey, at the likely values.
struct Flow {
    const Journey* journey = nullptr;
    PersonaId persona;
    double share = 1;
    std::int64_t start_goodwill = 0;
    std::vector<std::pair<Vertex, double>> start;  ///< of positive share
    std::vector<FlowVisit> visits;                 ///< by touchpoint

    [[nodiscard]] std::size_t vertex_count() const {
        return visits.size() + journey->outcomes.size();
    }
    [[nodiscard]] bool is_touchpoint(Vertex vertex) const { return vertex < visits.size(); }
};

/// journey  parsed without errors, a scenario already applied; must outlive the result
/// cost     O(targets log names)
[[nodiscard]] Flow flow_of(const Journey& journey, const NameIndex& index, PersonaId persona);

/// The ways of positive probability, as edges: `length` is -ln of the probability to go there at
/// goodwill 0.
[[nodiscard]] std::vector<Edge> edges_of(const Flow& flow);

}  // namespace cjm::check
