#include "simulate/uncertainty/pert.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"
#include "simulate/uncertainty/quantile.hpp"

namespace cjm::simulate {
namespace {

/// Quantile of a Beta(a, b) variable with a <= b, a perhaps below 1, by bisection of its logarithm.
double small_quantile(double a, double b, double probability) {
    double low = -700, high = 0;
    for (int halvings = 0; halvings < 64; ++halvings) {
        const double middle = (low + high) / 2;
        (exact::exp(exact::log_beta_lower(a, b, middle)) < probability ? low : high) = middle;
    }
    return exact::exp((low + high) / 2);
}

}  // namespace

Pert::Pert(const Number& number) : low_(number.low), high_(number.high) {
    CJM_EXPECTS(number.uncertain());
    a_ = 1 + 4 * ((number.likely - low_) / (high_ - low_));
    b_ = 1 + 4 * ((high_ - number.likely) / (high_ - low_));
}

double Pert::quantile(double probability) const {
    return std::clamp(low_ + (high_ - low_) * beta_quantile(a_, b_, probability), low_, high_);
}

double Pert::mean() const {
    return low_ + (high_ - low_) * (a_ / (a_ + b_));
}

double Pert::deviation() const {
    return std::sqrt((mean() - low_) * (high_ - mean()) / 7);  // a + b + 1 = 7
}

double share_quantile(std::span<const Count> counts, std::size_t which, double probability) {
    CJM_EXPECTS(counts.size() >= 2 && probability > 0 && probability < 1);
    double others = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (i != which) others += static_cast<double>(counts[i].count.value) + prior_count;
    const double own = static_cast<double>(counts[which].count.value) + prior_count;
    if (own <= others) return small_quantile(own, others, probability);
    return 1 - small_quantile(others, own, 1 - probability);
}

}  // namespace cjm::simulate
