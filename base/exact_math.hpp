// Owns: elementary functions with the same bits on every machine. Must not know: what they are used
// for.
//
// The C library's exp, log and pow differ in the last bits between processors with and without
// fused multiply-add, so whatever decides a customer's way or is printed uses these. They are built
// from IEEE double +, -, *, / and the exponent bits alone and must be compiled without contraction
// (-ffp-contract=off) and without -ffast-math.
#pragma once

namespace cjm::exact {

/// e^x. Error below 1 ulp (2 in the subnormal range); inf from 709.79, 0 below -745.14; nan gives
/// nan.
[[nodiscard]] double exp(double x);

/// e^x - 1 without cancellation near 0. Error below 2 ulp.
[[nodiscard]] double expm1(double x);

/// Natural logarithm. Error below 1 ulp; log(0) = -inf, log(inf) = inf, negative or nan gives nan.
[[nodiscard]] double log(double x);

/// log(1 + x) without cancellation near 0, x >= -1. Error below 2 ulp.
[[nodiscard]] double log1p(double x);

/// base^exponent for base >= 0 and any exponent that is not nan. Error below 2 ulp.
/// base^0 = 1; 0^positive = 0; 0^negative = inf; the limits at infinity; negative base gives nan.
[[nodiscard]] double pow(double base, double exponent);

}  // namespace cjm::exact
