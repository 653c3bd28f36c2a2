// Owns: what the simulation says about each column of a map, as numbers. Must not know: drawing.
#pragma once
#include <optional>
#include <vector>

#include "render/map/plan.hpp"
#include "simulate/result.hpp"

namespace cjm::render::map {

struct CauseFigure {
    std::size_t cause = 0;  ///< position in Journey::causes
    Estimate share;         ///< left here for it, of those who reach the column
};

/// Of a stage, or of a touchpoint.
struct ColumnFigures {
    Estimate reach;                   ///< share of all customers
    MaybeEstimate drop_off;           ///< of those who reach it; none: nobody does
    std::vector<CauseFigure> causes;  ///< those above 0, in the journey's order
    double silent = 0;                ///< of those who leave here, the share that says nothing
    double wait_days = 0;             ///< mean over those who go on by a way with a wait; 0 = none
    std::vector<std::size_t> found;   ///< stops that are moments of truth
};

/// Per column of the plan; a column without touchpoints is all zeros.
[[nodiscard]] std::vector<ColumnFigures> column_figures(const flow::FlowGraph& graph,
                                                        const Journey& journey, const Plan& plan,
                                                        const SimulationResult& result);

}  // namespace cjm::render::map
