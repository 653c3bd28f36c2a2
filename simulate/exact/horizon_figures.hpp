// Owns: what is counted of one persona's customers on a grid of ticks, each event with the weight
// of its tick. Must not know: how good the grid is.
#pragma once
#include <span>
#include <vector>

#include "simulate/exact/figures.hpp"
#include "simulate/exact/horizon_grid.hpp"

namespace cjm::simulate {

/// Weights of the ticks 0 .. the horizon: all 1, and 1/2 at the horizon, since what the grid puts
/// there stands for what comes within half a tick on either side.
[[nodiscard]] std::vector<double> horizon_weights(std::size_t ticks);

/// Which touchpoints lie in a loop: their reach is not their visits.
[[nodiscard]] std::vector<bool> in_loops(const Chain& chain);

/// Adds a persona's figures, each event with the weight of its tick: all of ExactFigures but
/// `discounted_margin`, `stage_reach`, `switched`, `broken`, and for touchpoints in loops `reach`
/// and `first_arrival_days`.
///
/// returns  false where the loops within a tick could not be solved
[[nodiscard]] bool add_horizon_figures(const ResolvedJourney& journey, PersonaId persona,
                                       const HorizonGrid& grid, std::span<const double> weights,
                                       ExactFigures& figures);

/// Adds `switched` and `broken` of a persona of this share.
///
/// grid     of a chain that ends at switches, see end_at_switches()
/// returns  false where the loops within a tick could not be solved
[[nodiscard]] bool add_horizon_seams(double share, const HorizonGrid& grid,
                                     std::span<const double> weights, ExactFigures& figures);

/// First arrivals at any of some touchpoints.
struct FirstPassage {
    bool solved = true;
    double reach = 0, days = 0;  ///< share of the persona's customers; E[day; reached]
};
[[nodiscard]] FirstPassage first_passage(const HorizonGrid& grid, std::vector<bool> touchpoints,
                                         std::span<const double> weights);

}  // namespace cjm::simulate
