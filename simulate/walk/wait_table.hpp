// Owns: building the tables that turn words into waits. Must not know: journeys, how waits are
// used.
#pragma once
#include <cstdint>
#include <map>

#include "simulate/resolve.hpp"
#include "simulate/walk/wait.hpp"
#include "simulate/walk/wait_shape.hpp"

namespace cjm::simulate {

/// Collects waits; waits of equal shape share a table.
///
/// What a sampled wait guarantees for sd / mean up to 1.5 and an sd of at least 0.03 s: mean and
/// variance within 1e-4 relative (most within 1e-5), quantiles from the 1st percentile up
/// within 1e-3 relative. No word is rarer than 2^-32, so heavier tails lose variance: a lognormal
/// of sd / mean = 3 about 1e-4 of it, 10 about 1 %, 50 about 15 %; means stay within 1e-4. sd /
/// mean above 100 counts as 100, a Weibull shape below 0.16 as 0.16.
class WaitTableBuilder {
  public:
    /// The index of a wait in WaitTables::scales, or no_wait where it is always 0.
    /// law   parameters in their ranges (the model page, section 1)
    /// cost  a new shape as quantiles_of() says, else O(log shapes)
    [[nodiscard]] std::uint32_t add(const WaitLaw& law);

    /// Makes the tables hold the powers that falling_power() reads, whatever waits are added.
    void need_powers();

    [[nodiscard]] WaitTables take() { return std::move(tables_); }

  private:
    struct Shape {
        std::uint32_t first_cell = 0;
        double low = 0;    // what stands for 0 in the table
        double range = 0;  // from there to what stands for 2^32
    };
    const Shape& shape(const WaitShape& shape);
    std::uint32_t add_lognormal(double mean, double sd);
    std::uint32_t add_gamma(double mean, double sd);
    std::uint32_t add_weibull(double shape, double scale);
    std::uint32_t add_linear(const WaitShape& shape, double offset_days, double unit_days);
    std::uint32_t add_power(Curve curve, double log_offset, double log_unit);
    std::uint32_t add_scale(WaitScale scale, double start_days, double range_days);

    WaitTables tables_;
    std::map<WaitShape, Shape> shapes_;
};

}  // namespace cjm::simulate
