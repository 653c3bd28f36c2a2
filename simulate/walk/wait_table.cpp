#include "simulate/walk/wait_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

// Of <cmath> only std::sqrt is used: IEEE rounds it the same everywhere.
namespace cjm::simulate {
namespace {

constexpr double words = 4294967296.0;  // 2^32

/// A wait as offset + unit x shape, in days.
struct PlacedShape {
    WaitShape shape;
    double offset_days = 0, unit_days = 0;
};

/// Rounded to `bits` significant bits after the first: nearly equal shapes become one table.
double rounded(double x, unsigned bits) {
    const std::uint64_t half = std::uint64_t{1} << (51U - bits);
    const std::uint64_t mask = ~(2 * half - 1);
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) + half) & mask);
}

PlacedShape fixed(double days) {
    return {{WaitKind::fixed, 0}, days, 0};
}

/// sd / mean moves by at most 2^-17, which moves the variance by at most 3e-5 of itself.
PlacedShape by_mean_and_sd(const WaitLaw& law) {
    if (law.mean <= 0 || law.sd <= 0) return fixed(law.mean);
    const double cv = std::min(law.sd / law.mean, 100.0);
    if (cv < 1e-7) return fixed(law.mean);
    return {{law.kind, rounded(cv, 16)}, 0, law.mean};
}

PlacedShape placed(const WaitLaw& law) {
    const double span = law.high - law.low;
    switch (law.kind) {
        case WaitKind::fixed:
            return fixed(law.mean);
        case WaitKind::exponential:
            return {{law.kind, 0}, 0, law.mean};
        case WaitKind::uniform:
            return {{law.kind, 0}, law.low, span};
        case WaitKind::lognormal:
        case WaitKind::gamma:
            return by_mean_and_sd(law);
        case WaitKind::weibull:
            return {{law.kind, rounded(law.shape, 32)}, 0, law.scale};
        case WaitKind::pert:
            if (!(span > 0)) return fixed(law.low);
            return {{law.kind, rounded((law.likely - law.low) / span, 32)}, law.low, span};
    }
    CJM_ASSERT(false);
    return {};
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
    if (line.base < 0) return {0, mean / before_mean};  // only for very heavy tails: keeps the mean
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

std::uint32_t stored(double units) {
    return static_cast<std::uint32_t>(std::clamp(units + 0.5, 0.0, words - 1));
}

}  // namespace

std::uint32_t WaitTableBuilder::add(const WaitLaw& law) {
    const PlacedShape wait = placed(law);
    if (wait.offset_days == 0 && wait.unit_days == 0) return no_wait;  // and no shape for it
    return add_scale(shape(wait.shape), wait.offset_days, wait.unit_days);
}

const WaitTableBuilder::Shape& WaitTableBuilder::shape(const WaitShape& key) {
    const auto [entry, is_new] = shapes_.try_emplace(key);
    Shape& shape = entry->second;
    if (!is_new) return shape;
    const Lines lines = lines_of(quantiles_of(key));
    double low = lines.front().base, high = low;
    for (const Line& line : lines) {
        low = std::min(low, line.base);
        high = std::max(high, line.base + line.rise);
    }
    shape.first_cell = static_cast<std::uint32_t>(tables_.cells.size());
    shape.low = low;
    shape.range = high - low;
    const double per_unit = shape.range > 0 ? (words - 2) / shape.range : 0;
    shape.range *= words / (words - 2);
    for (const Line& line : lines)
        tables_.cells.push_back(
            {stored((line.base - low) * per_unit), stored(line.rise * per_unit)});
    return shape;
}

std::uint32_t WaitTableBuilder::add_scale(const Shape& shape, double offset_days,
                                          double unit_days) {
    constexpr auto most = static_cast<double>(longest_wait);
    double start = (offset_days + unit_days * shape.low) * ticks_per_day;
    double range = unit_days * shape.range * ticks_per_day;
    if (const double end = start + range; end > most) {  // never for waits of human length
        const bool finite = end - end == 0;
        start = finite ? start / end * most : most;
        range = finite ? range / end * most : 0;
    }
    if (start + range < 0.5) return no_wait;
    WaitScale scale;
    scale.first_cell = shape.first_cell;
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
