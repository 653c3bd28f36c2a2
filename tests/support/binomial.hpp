// Owns: the binomial law computed term by term, and what it says about Wilson's interval. Must not
// know: what is counted.
#pragma once
#include <cstdint>
#include <utility>

namespace cjm::testing {

/// P(K = k) for K of Binomial(n, p), 0 < p < 1; relative error under 1e-10.
[[nodiscard]] double binomial(std::uint64_t n, std::uint64_t k, double p);

/// How often the 95 % interval of `estimate_share` holds a share p seen in n trials, exactly: the
/// sum of the binomial law over the counts whose interval holds p. Near, but not equal to 0.95.
[[nodiscard]] double wilson_coverage(std::uint64_t n, double p);

/// The same where the number of trials is itself of Binomial(n, reach), given that it is not 0.
[[nodiscard]] double wilson_coverage(std::uint64_t n, double reach, double p);

/// The shares k / n, low and high, beyond which Binomial(n, p) has at most `tail` on each side.
[[nodiscard]] std::pair<double, double> binomial_band(std::uint64_t n, double p, double tail);

}  // namespace cjm::testing
