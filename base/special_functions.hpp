// Owns: the special functions that distributions need, with the same bits on every machine (see
// exact_math.hpp). Must not know: what is distributed so.
#pragma once

namespace cjm::exact {

/// The z for which a standard normal variable lies below z with the given probability.
///
/// probability  in (0, 1); 0 gives -inf, 1 inf, anything else nan
/// error        relative 1e-15 for probabilities to 1e-300 (for high quantiles pass the upper tail
/// and negate) source       Wichura 1988, algorithm AS 241, PPND16
[[nodiscard]] double normal_quantile(double probability);

/// The probability that a standard normal variable lies below z, infinity included. Error 1e-15.
[[nodiscard]] double normal_probability(double z);

/// ln Gamma(x) for x > 0. Error 1e-15 x max(1, |result|).
[[nodiscard]] double log_gamma(double x);

/// ln P(a, x), the log of the regularised lower incomplete gamma function: of the probability that
/// a gamma variable of shape a and scale 1 lies below x. Given ln x, since x itself may underflow.
///
/// expects  a > 0; error about 1e-15 x max(1, a) relative to P; cost O(sqrt(a)) terms near x = a
[[nodiscard]] double log_gamma_lower(double a, double log_x);

/// ln Q(a, x) = ln(1 - P(a, x)), accurate where Q is small.
[[nodiscard]] double log_gamma_upper(double a, double log_x);

/// ln I_x(a, b), the log of the regularised incomplete beta function: of the probability that a
/// Beta(a, b) variable lies below x.
///
/// expects  a, b > 0, ln x <= 0; the upper tail of x is the lower one of 1 - x with a and b
/// exchanged
[[nodiscard]] double log_beta_lower(double a, double b, double log_x);

}  // namespace cjm::exact
