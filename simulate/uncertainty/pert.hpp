// Owns: the laws of what an author does not know: PERT of `[low, likely, high]`, Dirichlet of
// counts. Must not know: journeys, random words.
#pragma once
#include <span>

#include "journey/model.hpp"

namespace cjm::simulate {

/// Added to each count of a row: Jeffreys' prior.
inline constexpr double prior_count = 0.5;

/// low + (high - low) B with B ~ Beta(a, b), a = 1 + 4 (likely - low) / (high - low),
/// b = 1 + 4 (high - likely) / (high - low).
class Pert {
  public:
    explicit Pert(const Number& number);  ///< expects an uncertain one

    /// The value below which the number lies with that probability, in (0, 1).
    [[nodiscard]] double quantile(double probability) const;
    [[nodiscard]] double mean() const;
    [[nodiscard]] double deviation() const;

  private:
    double low_, high_, a_, b_;
};

/// The share of one name among counts below which it lies with that probability: the Beta law of
/// its count, the others' together, each with the prior.
[[nodiscard]] double share_quantile(std::span<const Count> counts, std::size_t which,
                                    double probability);

}  // namespace cjm::simulate
