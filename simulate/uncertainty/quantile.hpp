// Owns: quantiles of the distributions that parameters are drawn from, and their random words. Must
// not know: journeys.
#pragma once
#include <cstdint>
#include <string_view>

namespace cjm::simulate {

/// What the words of a parameter draw decide, by position, as VisitPurpose: word p % 4 of block p /
/// 4 under the key {seed, luck of the key path} and the counter {draw number, 0, block}. Only ever
/// appended to. A path holds a "." and so is never the id of a touchpoint.
enum class ParameterPurpose : std::uint8_t { high_word = 0, low_word = 1 };

/// The luck of one parameter in one draw: a function of (seed, draw number, key path) alone.
///
/// returns  uniform in (0, 1), an odd multiple of 2^-53
[[nodiscard]] double parameter_luck(std::uint64_t seed, std::uint64_t draw, std::string_view path);

/// The x below which a Beta(a, b) variable lies with the given probability.
///
/// expects  a, b >= 1, probability in (0, 1)
/// returns  x in [0, 1]; I_x(a, b) is right to 1e-13 relative, bit-identical on every CPU
/// method   Newton on ln I as a function of ln x, which is concave, from below (from the upper tail
/// above 1/2)
[[nodiscard]] double beta_quantile(double a, double b, double probability);

/// ln of the x below which a gamma variable of that shape and scale 1 lies with the given
/// probability; the logarithm, since x itself may underflow.
///
/// expects  shape > 0, probability in (0, 1)
/// error    P(shape, x) to 1e-12 x max(1, shape) relative; shapes above 1e6 by the normal cube root
///          (Wilson and Hilferty 1931), relative 1e-8 in x
[[nodiscard]] double log_gamma_quantile(double shape, double probability);

}  // namespace cjm::simulate
