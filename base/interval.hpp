// Owns: point estimates, standard errors and intervals from exact integer sums. Must not know: what
// the integers count, how they were sampled.
#pragma once
#include <cstdint>

#include "base/estimate.hpp"
#include "base/wide_sum.hpp"

namespace cjm {

/// Level of an interval: its confidence in (0, 1), and z with P(|Z| <= z) = level for a standard
/// normal Z.
struct Confidence {
    explicit Confidence(double level);
    double level;
    double z;
};

/// t with P(|T| <= t) = level for Student's T with that many degrees of freedom, >= 1. Relative
/// error under 1 % (exact for 1 and 2, else Abramowitz and Stegun 1964, 26.7.5).
[[nodiscard]] double student_quantile(const Confidence& confidence, double degrees);

struct Interval {
    double low = 0, high = 0;
};

/// Wilson's score interval for a share seen in `trials` independent trials (> 0, not always whole:
/// an effective number). share in [0, 1]; low is exactly 0 at share 0, high exactly 1 at share 1.
/// Source: Wilson 1927, Journal of the American Statistical Association 22.
[[nodiscard]] Interval wilson_interval(double share, double trials, const Confidence& confidence);

/// A share of independent trials: events / trials, Wilson's interval, standard error sqrt(p (1 - p)
/// / n). With no event, or nothing but events, that formula would claim certainty: the standard
/// error is then half the interval's width divided by z. expects events <= trials, trials > 0
[[nodiscard]] Estimate estimate_share(std::uint64_t events, std::uint64_t trials,
                                      const Confidence& confidence);

/// Sums of an integer quantity x over `count` independent customers.
struct Sums {
    std::uint64_t count = 0;
    Integer128 sum = 0;
    WideSum squares;  ///< of each customer's x
};

/// Sums of two integer quantities over the same independent customers; a customer with x = 0 has y
/// = 0.
struct PairSums {
    std::uint64_t count = 0;  ///< customers with x > 0
    Integer128 y = 0, x = 0;
    WideSum yy, yx, xx;
};

/// How the integers of a sum stand for the figure: one unit of the figure is `units` integers, and
/// `event` is how much (in units of the figure) a rare event, such as the dearest purchase, adds to
/// a customer's quantity: a few events seen do not speak for all that could happen. Where no
/// customer differed from another, the interval is the Wilson bound for an event that none of them
/// met, times `event`; 0 says that the quantity is constant by construction, and gives 0 +- 0.
struct Scale {
    double units = 1;
    double event = 1;
    bool bunches = false;  ///< whether one customer can have several events
};

/// Mean over customers of a quantity x >= 0, such as visits or revenue, with its standard error
/// (n - 1 in the variance). The interval is a score interval, as Wilson's is for shares: upwards it
/// holds the means that more frequent events of the size `event` (or sum(x^2) / sum(x), if larger)
/// could have, downwards those of fewer events of the size sum(x^2) / sum(x). For x of 0 or 1 and
/// event 1 that is Wilson's interval itself; it never falls below 0, and where most customers have
/// such an x it is at least as wide as Student's. With `bunches` it is at least as wide as the
/// gamma interval (Fay and Feuer 1997, Statistics in Medicine 16) of events whose size is known
/// from few. expects count > 0
[[nodiscard]] Estimate estimate_mean(const Sums& sums, const Scale& scale,
                                     const Confidence& confidence);

/// Mean of a duration over the customers who have one, with Student's interval on the logarithmic
/// scale: durations are skewed. With a single customer the spread is unknown: the interval is that
/// of an exponential law, its standard error the duration itself. Durations that are all equal give
/// 0 +- 0. expects count > 0
[[nodiscard]] Estimate estimate_duration(const Sums& sums, double units,
                                         const Confidence& confidence);

/// Share of x that is y, such as good visits of all visits, where customers contribute several x at
/// once: sum(y) / sum(x) with delta-method standard error; the interval is Wilson's for as many
/// trials as would give that standard error (with Student's t where x exceeds 1), and sum(x)^2 /
/// sum(x^2) of them where all x are of one kind. expects 0 <= y <= x for every customer, sum(x) > 0
[[nodiscard]] Estimate estimate_share_of_sums(const PairSums& sums, const Confidence& confidence);

/// Ratio sum(y) / (units x sum(x)) with delta-method standard error and Student's interval, widened
/// to what rare events could do that were hardly seen, and cut to `range`, the values that the
/// ratio can have. With a single customer it is the whole range. events  how far one event can take
/// a customer's y from ratio x, down (low) and up (high), each >= 0, in
///         units of the figure; both 0 say that y / x is constant by construction
/// expects sum(x) > 0
[[nodiscard]] Estimate estimate_ratio(const PairSums& sums, double units, const Interval& events,
                                      const Interval& range, const Confidence& confidence);

/// a - b for two means over the same customers, given the standard error of a - b. The interval
/// combines those of a and b with the correlation that the standard errors imply, so that it keeps
/// their skewness. Source: Zou and Donner 2008, Statistics in Medicine 27 (MOVER).
[[nodiscard]] Estimate estimate_difference(const Estimate& a, const Estimate& b,
                                           double standard_error, const Confidence& confidence);

/// Standard error of the mean of x (n - 1 in the variance); 0 for a single customer.
[[nodiscard]] double standard_error_of_mean(const Sums& sums, double units);

/// Events to expect among another `cohort` (> 0) independent customers, after `events` among
/// `trials`. The interval holds the chance of the cohort and the sampling error of the trials.
/// Source: Krishnamoorthy and Peng 2011, Communications in Statistics 40 (joint sampling).
[[nodiscard]] Estimate predict_events(std::uint64_t events, std::uint64_t trials, double cohort,
                                      const Confidence& confidence);

}  // namespace cjm
