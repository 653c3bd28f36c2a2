// Owns: with which probability each of several candidates is the best, given estimates or draws.
// Must not know: what the candidates are.
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace cjm::simulate {

/// Probability that each candidate has the largest of normally distributed values.
///
/// means       of the candidates
/// covariance  of their values, row by row, positive semidefinite; a candidate of zeros is constant
/// returns     by candidate, sum 1; candidates that are always equal share evenly
/// method      the law's square root (pivoted Cholesky) applied to 65,536 points of a rank-1
///             lattice (square roots of primes, folded), with normal quantiles: no chance in it
/// error       within 0.002; with two candidates the closed form is used, to 1e-12
/// source      Richtmyer 1951; Genz and Bretz 2009, Computation of Multivariate Normal and t
///             Probabilities, chapter 4
[[nodiscard]] std::vector<double> probability_largest(std::span<const double> means,
                                                      std::span<const double> covariance);

/// Share of draws in which each candidate has the largest value; ties are split evenly. A candidate
/// without a value in a draw is not the largest in it; draws in which none has one are left out.
///
/// draws  by draw, by candidate
[[nodiscard]] std::vector<double> share_largest(
    std::span<const std::vector<std::optional<double>>> draws, std::size_t candidates);

/// P(Z <= z) of a standard normal variable. Error 1e-14 relative below 0.
[[nodiscard]] double normal_probability(double z);

}  // namespace cjm::simulate
