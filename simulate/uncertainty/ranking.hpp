// Owns: how much of a figure's variance each uncertain input accounts for. Must not know: journeys,
// how the figure was computed.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "simulate/uncertainty/draw.hpp"
#include "simulate/uncertainty_result.hpp"

namespace cjm::simulate {

/// What the ranking reads: for every draw the coordinates of its inputs and the figure.
struct RankingData {
    std::vector<std::size_t> inputs;               ///< how many coordinates each has
    std::vector<std::vector<double>> coordinates;  ///< by draw, input after input
    std::vector<double> figure;                    ///< by draw
    double noise = 0;  ///< mean sampling variance of the figure within a draw
};

struct Ranking {
    std::vector<InputShare> inputs;  ///< in the order given
    double together = 0;             ///< sum of their shares: what is not due to interactions
};

/// First-order sensitivity indices Var(E[Y | X]) / Var(Y) of each input X, the sampling noise taken
/// out of Var(Y).
///
/// method   least squares of the figure on polynomials (Hermite's) of every input at once, of
/// degree
///          3, 2 or 1, the highest with at least five draws a polynomial. The variance of an
///          input's polynomials, less what chance alone would give them, over Var(Y)
/// errors   standard errors by the jackknife over 20 blocks of draws; p-values by the F test of an
///          input's polynomials, an input `moves` the figure where p times the number of inputs is
///          below 1 - confidence; ranks from intervals that hold for all inputs at once
///          (Bonferroni)
/// returns  none with fewer than `draws_to_rank` draws, and where the figure does not vary
/// source   Sobol 1993; Sudret 2008 (indices from polynomial chaos); Efron and Tibshirani 1993
///          (jackknife); docs/explanation/uncertainty.md
[[nodiscard]] std::optional<Ranking> rank_inputs(const RankingData& data, double confidence);

/// The fewest draws with which inputs of so many coordinates can be ranked.
[[nodiscard]] std::size_t draws_to_rank(std::size_t coordinates);

}  // namespace cjm::simulate
