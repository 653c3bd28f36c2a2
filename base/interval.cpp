#include "base/interval.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "base/detail/exact_integer.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

namespace cjm {
namespace {

using detail::Exact;
using detail::to_double;
using detail::to_exact;

// tan(x) for 0 < x <= pi / 2 by its continued fraction, which needs no libm.
double tangent(double x) {
    double tail = 0;
    for (int odd = 41; odd >= 1; odd -= 2) tail = x * x / (odd - tail);
    return tail / x;
}

// Sum of squared residuals of y against (sum y / sum x) x, times (sum x)^2.
Exact residuals(const PairSums& sums) {
    const Exact x = sums.x, y = sums.y;
    return x * x * to_exact(sums.yy) - 2 * x * y * to_exact(sums.yx) + y * y * to_exact(sums.xx);
}

// Delta-method standard error of sum y / sum x; 0 where all ratios are equal.
double standard_error_of_ratio(const PairSums& sums) {
    const double x = static_cast<double>(sums.x);
    const double count = static_cast<double>(sums.count);
    return std::sqrt(to_double(residuals(sums)) / (x * x) * (count / (count - 1))) / x;
}

// How many independent x the customers are worth if all x of one customer were alike.
double independent_trials(const PairSums& sums) {
    const double x = static_cast<double>(sums.x);
    return x * x / to_double(to_exact(sums.xx));
}

double half_width_error(const Interval& interval, const Confidence& confidence) {
    return (interval.high - interval.low) / (2 * confidence.z);
}

Estimate assemble(double estimate, double standard_error, const Interval& interval) {
    Estimate result;
    result.estimate = estimate;
    result.standard_error = standard_error;
    result.low = std::min(interval.low, estimate);
    result.high = std::max(interval.high, estimate);
    return result;
}

// How far the mean may lie from the one seen if it moved by events of size `event` (negative: by
// fewer of them) becoming more frequent: the distance at which it is z standard errors off, with
// the variance that it would have then. For events of size 1 and nothing else that is Wilson's
// interval. pull = z^2 / n
double score_distance(double variance, double mean, double event, double pull) {
    const double sign = event < 0 ? -1 : 1;
    // (1 + pull) d^2 = pull (variance + slope d)
    const double slope = sign * (std::fabs(event) - 2 * mean);
    const double half = pull * slope / 2;
    return (half + std::sqrt(half * half + (1 + pull) * pull * variance)) / (1 + pull);
}

// Quantile of the chi-squared law at the normal quantile z. Source: Wilson and Hilferty 1931.
double chi_squared(double degrees, double z) {
    const double ninth = 2 / (9 * degrees);
    const double root = std::max(1 - ninth + z * std::sqrt(ninth), 0.0);
    return degrees * root * root * root;
}

// How far the mean may lie below and above the one seen where events come in bunches, in units of
// the mean: the gamma interval of Fay and Feuer 1997 for a sum of Poisson counts whose weights are
// the sizes of bunches, the widest of them `widest`; narrower where many customers have events,
// which then are no longer rare.
Interval bunch_distances(double trials, double mean, double size, double widest, double z) {
    const double total = mean * trials, squares = total * size;
    const double common = std::sqrt(std::max(1 - mean / size, 0.0));
    const double low = size / 2 * chi_squared(2 * total / size, -z);
    const double y = total + widest, v = squares + widest * widest;
    const double high = v / (2 * y) * chi_squared(2 * y * y / v, z);
    return {common * (total - low) / trials, common * (high - total) / trials};
}

// The interval where no customer differed from another: what an event that none of `trials` met
// could still change.
Estimate unvaried(double estimate, double trials, double event, const Interval& range,
                  const Confidence& confidence) {
    const double reach = wilson_interval(0.0, trials, confidence).high * event;
    return assemble(
        estimate, reach / (2 * confidence.z),
        {std::max(estimate - reach, range.low), std::min(estimate + reach, range.high)});
}

}  // namespace

Confidence::Confidence(double l) : level(l), z(-exact::normal_quantile((1 - l) / 2)) {}

double student_quantile(const Confidence& confidence, double degrees) {
    CJM_EXPECTS(degrees >= 1);
    const double level = confidence.level;
    // P(|T| <= t) is 2 atan(t) / pi for one degree and t / sqrt(2 + t^2) for two.
    if (degrees < 2) return 1 / tangent(1.5707963267948966 * (1 - level));
    if (degrees < 3) return level * std::sqrt(2 / ((1 - level) * (1 + level)));
    const double z = confidence.z, square = z * z;
    const double first = z * (square + 1) / 4;
    const double second = z * ((5 * square + 16) * square + 3) / 96;
    const double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
    const double fourth =
        z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160;
    return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

Interval wilson_interval(double share, double trials, const Confidence& confidence) {
    CJM_EXPECTS(share >= 0 && share <= 1 && trials > 0);
    const double pull = confidence.z * confidence.z / trials;
    const double spread = std::sqrt(pull * (share * (1 - share) + pull / 4));
    // The limits are the roots of a quadratic; the small root of each side is taken from the
    // product of the roots, so that it is exact at 0 and 1 and keeps its digits near them.
    const double upper = share + pull / 2 + spread;
    const double upper_rest = 1 - share + pull / 2 + spread;
    return {share * share / upper, 1 - (1 - share) * (1 - share) / upper_rest};
}

Estimate estimate_share(std::uint64_t events, std::uint64_t trials, const Confidence& confidence) {
    CJM_EXPECTS(events <= trials && trials > 0);
    const double n = static_cast<double>(trials);
    const double share = static_cast<double>(events) / n;
    const Interval interval = wilson_interval(share, n, confidence);
    if (events == 0 || events == trials)
        return assemble(share, half_width_error(interval, confidence), interval);
    const double rest = static_cast<double>(trials - events) / n;
    return assemble(share, std::sqrt(share * rest / n), interval);
}

double standard_error_of_mean(const Sums& sums, double units) {
    if (sums.count < 2) return 0;
    const double n = static_cast<double>(sums.count);
    const Exact total = sums.sum;
    const double spread = to_double(Exact(sums.count) * to_exact(sums.squares) - total * total);
    return std::sqrt(spread / (n - 1)) / n / units;  // sqrt((sum x^2 - n mean^2) / (n - 1) / n)
}

Estimate estimate_mean(const Sums& sums, const Scale& scale, const Confidence& confidence) {
    CJM_EXPECTS(sums.count > 0 && sums.sum >= 0);
    const double n = static_cast<double>(sums.count);
    const double total = static_cast<double>(sums.sum);
    const double mean = total / (n * scale.units);
    const double standard_error = standard_error_of_mean(sums, scale.units);
    if (standard_error == 0)
        return unvaried(mean, n, scale.event, {0, mean + scale.event}, confidence);
    // As many events of equal size vary as much.
    const double size = to_double(to_exact(sums.squares)) / total / scale.units;
    const double pull = confidence.z * confidence.z / n;
    const double variance = std::max(0.0, (size - mean) * mean);
    double below = score_distance(variance, mean, -size, pull);
    double above = score_distance(variance, mean, std::max(size, scale.event), pull);
    if (scale.bunches) {
        // The size of bunches is itself known from no more than that many.
        const double seen = total / scale.units / size;
        const double widest = std::max(size, scale.event) * (1 + 2 / std::sqrt(seen));
        const Interval bunched = bunch_distances(n, mean, size, widest, confidence.z);
        below = std::max(below, bunched.low);
        above = std::max(above, bunched.high);
    }
    if (mean > size / 2) {  // that is no rare event
        const double plain = student_quantile(confidence, n - 1) * standard_error;
        below = std::min(plain, mean);
        above = std::max(plain, above);
    }
    return assemble(mean, standard_error, {mean - below, mean + above});
}

Estimate estimate_duration(const Sums& sums, double units, const Confidence& confidence) {
    CJM_EXPECTS(sums.count > 0);
    const double n = static_cast<double>(sums.count);
    const double mean = static_cast<double>(sums.sum) / (n * units);
    if (sums.count == 1) {
        const double tail = (1 - confidence.level) / 2;
        return assemble(mean, mean, {mean / -exact::log(tail), mean / -exact::log(1 - tail)});
    }
    const double standard_error = standard_error_of_mean(sums, units);
    if (standard_error == 0) return assemble(mean, 0, {mean, mean});
    const double reach = student_quantile(confidence, n - 1) * standard_error / mean;
    const double factor = exact::exp(std::min(reach, 50.0));  // finite at any level
    return assemble(mean, standard_error, {mean / factor, mean * factor});
}

Estimate estimate_share_of_sums(const PairSums& sums, const Confidence& confidence) {
    CJM_EXPECTS(sums.y >= 0 && sums.y <= sums.x && sums.x > 0);
    const double share = static_cast<double>(sums.y) / static_cast<double>(sums.x);
    const double rest = static_cast<double>(sums.x - sums.y) / static_cast<double>(sums.x);
    const double error = sums.count > 1 ? standard_error_of_ratio(sums) : 0;
    if (error == 0) {
        const Interval interval = wilson_interval(share, independent_trials(sums), confidence);
        return assemble(share, half_width_error(interval, confidence), interval);
    }
    // With several x at once the error itself is known from no more than that many customers.
    Confidence level = confidence;
    if (to_exact(sums.xx) > Exact(sums.x))
        level.z = student_quantile(confidence, static_cast<double>(sums.count) - 1);
    return assemble(share, error, wilson_interval(share, share * rest / (error * error), level));
}

Estimate estimate_ratio(const PairSums& sums, double units, const Interval& events,
                        const Interval& range, const Confidence& confidence) {
    CJM_EXPECTS(sums.x > 0 && events.low >= 0 && events.high >= 0);
    const double x = static_cast<double>(sums.x);
    const double ratio = static_cast<double>(sums.y) / (x * units);
    if (sums.count == 1 && events.low + events.high > 0)
        return assemble(ratio, half_width_error(range, confidence), range);
    const double error = sums.count > 1 ? standard_error_of_ratio(sums) / units : 0;
    const double plain =
        error > 0 ? student_quantile(confidence, static_cast<double>(sums.count) - 1) * error : 0;
    // As with a mean, but the residuals of y have the mean 0, and the x are the trials.
    const double pull = confidence.z * confidence.z / x;
    const auto reach = [&](double event) {
        const double half = pull * event / 2;
        return std::max(plain, half + std::sqrt(half * half + pull * error * error * x));
    };
    const Interval interval{std::max(ratio - reach(events.low), range.low),
                            std::min(ratio + reach(events.high), range.high)};
    return assemble(ratio, error > 0 ? error : half_width_error(interval, confidence), interval);
}

Estimate estimate_difference(const Estimate& a, const Estimate& b, double standard_error,
                             const Confidence& confidence) {
    const double errors = a.standard_error * b.standard_error;
    const double covariance =
        (a.standard_error * a.standard_error + b.standard_error * b.standard_error -
         standard_error * standard_error) /
        2;
    const double correlation = errors > 0 ? std::clamp(covariance / errors, -1.0, 1.0) : 0.0;
    const auto reach = [&](double own, double other) {
        const double square = own * own + other * other - 2 * correlation * own * other;
        return std::sqrt(std::max(square, 0.0));
    };
    const double difference = a.estimate - b.estimate;
    const Interval interval{difference - reach(a.estimate - a.low, b.high - b.estimate),
                            difference + reach(a.high - a.estimate, b.estimate - b.low)};
    if (standard_error == 0)
        return assemble(difference, half_width_error(interval, confidence), interval);
    return assemble(difference, standard_error, interval);
}

Estimate predict_events(std::uint64_t events, std::uint64_t trials, double cohort,
                        const Confidence& confidence) {
    CJM_EXPECTS(events <= trials && trials > 0 && cohort > 0);
    const double n = static_cast<double>(trials), x = static_cast<double>(events);
    const double share = x / n, expected = cohort * share;
    // With w the share of events in trials and cohort together, (n w - x)^2 <= n pull w (1 - w).
    const double all = n + cohort;
    const double pull = confidence.z * confidence.z * (cohort / all);
    const double middle = x + pull / 2;
    const double root = std::sqrt(pull * (pull / 4 + x * (1 - share)));
    const double low = all * ((middle - root) / (n + pull)) - x;
    const double high = all * ((middle + root) / (n + pull)) - x;
    const Interval interval{std::clamp(low, 0.0, cohort), std::clamp(high, 0.0, cohort)};
    if (events == 0 || events == trials)
        return assemble(expected, half_width_error(interval, confidence), interval);
    const double variance = cohort * share * (1 - share) * (1 + cohort / n);
    return assemble(expected, std::sqrt(variance), interval);
}

}  // namespace cjm
