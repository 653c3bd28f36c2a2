#include "simulate/uncertainty/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

namespace cjm::simulate {
namespace {

constexpr double largest_binomial = 1e6;
constexpr std::size_t most_chances = 1000;

double binomial_at_most(double successes, double cohort, double chance) {
    if (successes >= cohort || chance <= 0) return 1;
    if (chance >= 1) return 0;
    if (cohort > largest_binomial) {
        const double deviation = std::sqrt(cohort * chance * (1 - chance));
        return exact::normal_probability((successes + 0.5 - cohort * chance) / deviation);
    }
    // P(X <= k) = I_{1 - p}(n - k, k + 1), DLMF 8.17.5
    return exact::exp(
        exact::log_beta_lower(cohort - successes, successes + 1, exact::log1p(-chance)));
}

std::vector<double> pooled(std::span<const double> chances) {
    const std::size_t n = chances.size();
    if (n <= most_chances) return {chances.begin(), chances.end()};
    std::vector<double> means;
    for (std::size_t part = 0; part < most_chances; ++part) {
        const std::size_t from = part * n / most_chances, to = (part + 1) * n / most_chances;
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += chances[i];
        means.push_back(sum / static_cast<double>(to - from));
    }
    return means;
}

/// The fewest successes that are not exceeded with at least this probability.
double quantile(double probability, double cohort, std::span<const double> chances) {
    double below = -1, enough = cohort;
    while (enough - below > 1) {
        const double middle = std::floor((below + enough) / 2);
        if (probability_of_at_most(middle, cohort, chances) >= probability)
            enough = middle;
        else
            below = middle;
    }
    return enough;
}

}  // namespace

double probability_of_at_most(double successes, double cohort, std::span<const double> chances) {
    CJM_EXPECTS(!chances.empty());
    double sum = 0;
    for (const double chance : chances) sum += binomial_at_most(successes, cohort, chance);
    return sum / static_cast<double>(chances.size());
}

Estimate predict_successes(double cohort, std::span<const double> chances,
                           const Confidence& confidence) {
    CJM_EXPECTS(!chances.empty() && cohort > 0);
    const auto n = static_cast<double>(chances.size());
    double mean = 0, own = 0, between = 0;
    for (const double chance : chances) mean += chance / n;
    for (const double chance : chances) {
        own += chance * (1 - chance) / n;
        between += (chance - mean) * (chance - mean) / n;
    }
    Estimate successes;
    successes.estimate = cohort * mean;
    successes.standard_error = std::sqrt(cohort * own + cohort * cohort * between);
    const std::vector<double> parts = pooled(chances);
    const double tail = (1 - confidence.level) / 2, whole = std::max(1.0, std::floor(cohort));
    successes.low = std::min(quantile(tail, whole, parts), successes.estimate);
    successes.high = std::max(quantile(1 - tail, whole, parts), successes.estimate);
    return successes;
}

}  // namespace cjm::simulate
