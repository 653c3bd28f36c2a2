#include "tests/support/binomial.hpp"

#include <cmath>

#include "base/interval.hpp"

namespace cjm::testing {

double binomial(std::uint64_t n, std::uint64_t k, double p) {
    const auto count = static_cast<double>(n), hits = static_cast<double>(k);
    return std::exp(std::lgamma(count + 1) - std::lgamma(hits + 1) - std::lgamma(count - hits + 1) +
                    hits * std::log(p) + (count - hits) * std::log1p(-p));
}

double wilson_coverage(std::uint64_t n, double p) {
    const Confidence usual(0.95);
    double coverage = 0;
    for (std::uint64_t k = 0; k <= n; ++k) {
        const Estimate seen = estimate_share(k, n, usual);
        if (seen.low <= p && p <= seen.high) coverage += binomial(n, k, p);
    }
    return coverage;
}

double wilson_coverage(std::uint64_t n, double reach, double p) {
    double coverage = 0;
    for (std::uint64_t trials = 1; trials <= n; ++trials) {
        const double weight = binomial(n, trials, reach);
        if (weight > 1e-15) coverage += weight * wilson_coverage(trials, p);
    }
    return coverage / (1 - binomial(n, 0, reach));
}

std::pair<double, double> binomial_band(std::uint64_t n, double p, double tail) {
    const auto count = static_cast<double>(n);
    std::uint64_t low = 0, high = n;
    for (double sum = binomial(n, low, p); sum <= tail; sum += binomial(n, low, p)) ++low;
    for (double sum = binomial(n, high, p); sum <= tail; sum += binomial(n, high, p)) --high;
    return {static_cast<double>(low) / count, static_cast<double>(high) / count};
}

}  // namespace cjm::testing
