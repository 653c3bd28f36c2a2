#include "simulate/walk/wait_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "base/contract.hpp"
#include "base/exact_math.hpp"

// Of <cmath> only std::sqrt is used: IEEE rounds it the same everywhere.
namespace cjm::simulate {
namespace {

constexpr double words = 4294967296.0;  // 2^32
constexpr double ln2 = 0x1.62e42fefa39efp-1;
constexpr double most_cv = 100;
constexpr double least_cv = 1e-3;     // below, a gamma or lognormal wait is a normal one
constexpr double least_power = 0.02;  // below, waits would feel the corners of falling_power()
constexpr double least_weibull_shape = 0.16;  // 242 halvings; a spread holds 256

/// Rounded by at most 2^-17 of itself, so that nearly equal shapes become one table; a variance
/// then moves by at most 2^-16 of itself.
double rounded(double x) {
    const std::uint64_t half = std::uint64_t{1} << 35U;
    const std::uint64_t mask = ~(2 * half - 1);
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) + half) & mask);
}

/// A cell's line before it is stored: its value at the cell's start, and its rise over the cell.
struct Line {
    double base = 0, rise = 0;
};

/// The line through the quantiles at a cell's two nodes, so placed that the mean over the cell's
/// words, which see the fractions 0, 1/n, …, (n-1)/n, is that of the two.
Line line_through(double first, double second, std::uint32_t word_count) {
    const double mean = (first + second) / 2;
    if (word_count == 1) return {mean, 0};
    Line line{0, (second - first) * std::sqrt(3.0)};
    const double before_mean = 0.5 * (1 - 1.0 / word_count);
    line.base = mean - line.rise * before_mean;
    return line;
}

using Lines = std::array<Line, WaitTables::cells_per_shape>;

Lines lines_of(const ShapeQuantiles& quantiles) {
    Lines lines;
    for (std::uint32_t cell = 0; cell < WaitTables::cells_per_half; ++cell) {
        const std::uint32_t octave = cell >> WaitTables::cells_per_octave_bits;
        const std::uint32_t word_count = 1U << (octave > 0 ? octave - 1 : 0);
        const std::size_t i = 2 * std::size_t{cell};
        lines[cell] = line_through(quantiles.lower[i], quantiles.lower[i + 1], word_count);
        lines[lines.size() - 1 - cell] =
            line_through(quantiles.upper[i + 1], quantiles.upper[i], word_count);
    }
    return lines;
}

/// Turns lines that start below 0, as the heaviest tails have near their end, keeping their mean.
void keep_positive(Lines& lines) {
    for (Line& line : lines)
        if (line.base < 0) line = {0, std::max(2 * line.base + line.rise, 0.0)};
}

/// Rounded to an integer that 32 bits hold.
std::uint32_t stored(double units) {
    return static_cast<std::uint32_t>(std::clamp(units + 0.5, 0.0, words - 1));
}

/// 2^-x over [0, 1) for falling_power(), each cell by the line through its two Gauss points.
std::vector<WaitCell> powers() {
    constexpr std::uint32_t count = 1U << WaitTables::power_bits;
    const double gauss = 0.5 / std::sqrt(3.0);
    std::vector<WaitCell> cells;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto at = [&](double inside) { return exact::exp(-ln2 * (i + inside) / count); };
        const double first = at(0.5 - gauss), second = at(0.5 + gauss);
        const double fall = (first - second) * std::sqrt(3.0), mean = (first + second) / 2;
        cells.push_back({stored((mean + fall / 2) * words - 1), stored(fall * words)});
    }
    return cells;
}

}  // namespace

std::uint32_t WaitTableBuilder::add(const WaitLaw& law) {
    const double span = law.high - law.low;
    switch (law.kind) {
        case WaitKind::fixed:
            return add_linear({Curve::zero, 0}, law.mean, 0);
        case WaitKind::exponential:
            return add_linear({Curve::exponential, 0}, 0, law.mean);
        case WaitKind::uniform:
            return add_linear({Curve::uniform, 0}, law.low, span);
        case WaitKind::lognormal:
            return add_lognormal(law.mean, law.sd);
        case WaitKind::gamma:
            return add_gamma(law.mean, law.sd);
        case WaitKind::weibull:
            return add_weibull(law.shape, law.scale);
        case WaitKind::pert: {
            if (!(span > 0)) return add_linear({Curve::zero, 0}, law.low, 0);
            constexpr double to_30_bits = 0x1.8p22;  // leaves no room for smaller ones in a sum
            const double likely = ((law.likely - law.low) / span + to_30_bits) - to_30_bits;
            return add_linear({Curve::pert, likely}, law.low, span);
        }
    }
    CJM_ASSERT(false);
    return no_wait;
}

std::uint32_t WaitTableBuilder::add_lognormal(double mean, double sd) {
    if (!(mean > 0 && sd > 0)) return add_linear({Curve::zero, 0}, mean, 0);
    const double cv = std::min(sd / mean, most_cv);
    if (cv < least_cv) return add_linear({Curve::normal, 0}, mean, mean * cv);
    if (cv < least_power) return add_linear({Curve::lognormal, rounded(cv)}, 0, mean);
    // exp(m + s z) with s^2 = ln(1 + cv^2) and m = ln(mean) - s^2 / 2
    const double variance = exact::log1p(cv * cv);
    return add_power(Curve::normal, exact::log(mean) - variance / 2, std::sqrt(variance));
}

std::uint32_t WaitTableBuilder::add_gamma(double mean, double sd) {
    if (!(mean > 0 && sd > 0)) return add_linear({Curve::zero, 0}, mean, 0);
    const double cv = std::min(sd / mean, most_cv);
    if (cv < least_cv) return add_linear({Curve::normal, 0}, mean, mean * cv);
    return add_linear({Curve::gamma, rounded(cv)}, 0, mean);
}

std::uint32_t WaitTableBuilder::add_weibull(double shape, double scale) {
    if (!(scale > 0)) return no_wait;
    const double power = 1 / std::max(shape, least_weibull_shape);
    if (power < least_power) return add_linear({Curve::weibull, rounded(shape)}, 0, scale);
    // scale x E^power with E exponential of mean 1
    return add_power(Curve::gumbel, exact::log(scale), power);
}

const WaitTableBuilder::Shape& WaitTableBuilder::shape(const WaitShape& key) {
    const auto [entry, is_new] = shapes_.try_emplace(key);
    Shape& shape = entry->second;
    if (!is_new) return shape;
    Lines lines = lines_of(quantiles_of(key));
    if (key.curve == Curve::gamma) keep_positive(lines);
    double low = lines.front().base, high = low;
    for (const Line& line : lines) {
        low = std::min(low, line.base);
        high = std::max(high, line.base + line.rise);
    }
    constexpr double most_units = words - 4;  // room for rounding
    const double per_unit = high > low ? most_units / (high - low) : 0;
    shape.first_cell = static_cast<std::uint32_t>(tables_.cells.size());
    shape.low = low;
    shape.range = (high - low) * (words / most_units);
    for (const Line& line : lines)
        tables_.cells.push_back(
            {stored((line.base - low) * per_unit), stored(line.rise * per_unit)});
    return shape;
}

void WaitTableBuilder::need_powers() {
    if (tables_.powers.empty()) tables_.powers = powers();
}

/// offset + unit x curve.
std::uint32_t WaitTableBuilder::add_linear(const WaitShape& key, double offset_days,
                                           double unit_days) {
    if (offset_days == 0 && unit_days == 0) return no_wait;  // and no table for it
    const Shape& curve = shape(key);
    WaitScale scale;
    scale.first_cell = curve.first_cell;
    return add_scale(scale, offset_days + unit_days * curve.low, unit_days * curve.range);
}

/// e^(log_offset + log_unit x curve).
std::uint32_t WaitTableBuilder::add_power(Curve key, double log_offset, double log_unit) {
    const Shape& curve = shape({key, 0});
    need_powers();
    WaitScale scale;
    scale.first_cell = curve.first_cell;
    scale.spread = stored(log_unit * curve.range / ln2 * 0x1p24);
    const double longest = exact::exp(log_offset + log_unit * (curve.low + curve.range));
    return add_scale(scale, 0, longest);
}

std::uint32_t WaitTableBuilder::add_scale(WaitScale scale, double start_days, double range_days) {
    constexpr auto most = static_cast<double>(longest_wait);
    double start = std::max(start_days, 0.0) * ticks_per_day, range = range_days * ticks_per_day;
    if (const double end = start + range; end > most) {  // never for waits of human length
        const bool finite = end - end == 0;
        start = finite ? start / end * most : most;
        range = finite ? range / end * most : 0;
    }
    if (start + range < 0.5) return no_wait;
    // as many bits behind the point as the multiplier (32 bits) and the product (63 bits) have room
    // for
    double unit = range / words, total = start + range + 1;
    while (scale.shift < 62 && unit < words / 2 && total < 0x1p62) {
        unit *= 2;
        total *= 2;
        ++scale.shift;
    }
    const double point = static_cast<double>(std::uint64_t{1} << scale.shift);
    scale.scale = stored(unit);
    // half a tick to round, and half a unit, which interpolation rounds off on average
    scale.bias = static_cast<std::uint64_t>((start + 0.5) * point + unit / 2);
    tables_.scales.push_back(scale);
    return static_cast<std::uint32_t>(tables_.scales.size() - 1);
}

}  // namespace cjm::simulate
