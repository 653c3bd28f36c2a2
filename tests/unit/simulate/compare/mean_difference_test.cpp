#include "simulate/compare/mean_difference.hpp"

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

TEST_CASE("mean difference: of ratios that move together, each side holds z standard errors",
          "[compare]") {
    const Confidence confidence(0.95);
    // near 1 both reach further down than up, by as much as the whole error of the difference
    const Estimate before{0.99321, 0.00011, 0.99299, 0.99343, {}, {}};
    const Estimate after{0.99274, 0.00012, 0.99250, 0.99297, {}, {}};
    constexpr double error = 8e-6;
    const Estimate plain = estimate_difference(after, before, error, confidence);
    CHECK(plain.high - plain.estimate < confidence.z * error);
    const Estimate found = estimate_ratio_difference(after, before, error, confidence);
    CHECK(found.estimate == plain.estimate);
    CHECK(found.standard_error == error);
    CHECK(found.high - found.estimate == Approx(confidence.z * error));
    CHECK(found.low == plain.low);
}

TEST_CASE("mean difference: of ratios apart it is the plain one", "[compare]") {
    const Confidence confidence(0.95);
    const Estimate before = estimate_share(0, 50, confidence);
    const Estimate after = estimate_share(3, 50, confidence);
    const Estimate plain = estimate_difference(after, before, 0.033, confidence);
    const Estimate found = estimate_ratio_difference(after, before, 0.033, confidence);
    CHECK(found.high == plain.high);
    CHECK(found.low <= plain.low);
}
