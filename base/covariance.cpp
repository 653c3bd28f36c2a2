#include "base/covariance.hpp"

#include "base/contract.hpp"
#include "base/detail/exact_integer.hpp"

namespace cjm {

using detail::Exact;
using detail::to_double;
using detail::to_exact;

double covariance_of_means(const ProductSums& sums, double units) {
    if (sums.count < 2) return 0;
    const double n = static_cast<double>(sums.count);
    const double spread =
        to_double(Exact(sums.count) * to_exact(sums.ab) - to_exact(sums.a) * to_exact(sums.b));
    return spread / n / n / (n - 1) / units / units;
}

double covariance_of_ratios(const RatioProductSums& sums, double units) {
    const Exact xa = to_exact(sums.xa), xb = to_exact(sums.xb);
    CJM_EXPECTS(xa > 0 && xb > 0);
    if (sums.count < 2) return 0;
    const Exact ya = to_exact(sums.ya), yb = to_exact(sums.yb);
    // sum of (x_a y - y_a x) (x_b y' - y_b x'), the products of residuals
    const Exact residuals = xa * xb * to_exact(sums.yy) - xa * yb * to_exact(sums.yx) -
                            ya * xb * to_exact(sums.xy) + ya * yb * to_exact(sums.xx);
    const double scale = to_double(xa) * to_double(xb);
    const double n = static_cast<double>(sums.count);
    return to_double(residuals) / scale / scale * (n / (n - 1)) / units / units;
}

}  // namespace cjm
