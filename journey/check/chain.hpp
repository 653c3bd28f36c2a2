// Owns: how long an absorbing Markov chain lasts, within proven bounds. Must not know: journeys.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cjm::check {

/// A Markov chain over the states 0 .. size() - 1 that ends at last: row s lists where it goes on
/// from s and how likely, targets may repeat; `end[s]` is the probability that it ends there. A row
/// and its end sum to 1.
struct Chain {
    std::vector<std::size_t> first{0};  ///< by state, and one past the end: into target
    std::vector<std::uint32_t> target;  ///< states
    std::vector<double> probability;    ///< by target
    std::vector<double> end;            ///< by state, in [0, 1]
    std::vector<double> reward;         ///< by state, > 0: what one visit counts

    [[nodiscard]] std::size_t size() const { return end.size(); }
};

/// By state: the expected sum of rewards from there to the end lies between low and high.
struct ChainTotals {
    std::vector<double> low, high;
    bool proven =
        true;  ///< false where the work limit was met: low and high are then the best estimates
};

/// Solves h = reward + P h, component by component, to within 0.05 % where work allows.
///
/// A probability of 1e-12 to end is added to every visit, so that a chain that never ends has a
/// total too. cost    about O(targets) for chains that end soon; never more than a few seconds for
/// a million targets source  h / max(r) <= total <= h / min(r) with r = (h - P h) / reward, for any
/// h with min(r) > 0, since
///         (I - P)^-1 has no negative entry
[[nodiscard]] ChainTotals expected_totals(const Chain& chain);

}  // namespace cjm::check
