// Owns: what is kept of many durations: sums, and a histogram to read quantiles off. Must not know:
// whose durations they are.
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "base/wide_sum.hpp"
#include "simulate/tally/duration_batch.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// Histogram of durations in bins of about equal relative width: each power of two is cut into
/// `2^bits` bins, allocated when first needed; durations below 2^bits ticks have a bin each. A bin
/// knows its smallest and largest entry, so that a value many customers share comes out exactly.
class DurationHistogram {
  public:
    /// bits  in [1, 16]; quantiles are good to 2^-bits, and to about a quarter of it in a smooth
    /// law
    explicit DurationHistogram(unsigned bits);

    void add(Ticks duration);              ///< expects duration >= 0
    void add(const DurationBatch& batch);  ///< its places must be of as many bits
    DurationHistogram& operator+=(const DurationHistogram& other);  ///< expects the same bits

    /// Least duration that at least `percent` % of the `count` entries do not exceed, read off the
    /// bins as if entries lay evenly between a bin's smallest and largest. expects count > 0
    /// entries were added, percent in [0, 100]
    [[nodiscard]] double quantile(unsigned percent, std::uint64_t count) const;

    friend bool operator==(const DurationHistogram&, const DurationHistogram&) = default;

    struct Bin {
        std::uint64_t count = 0;
        Ticks smallest = std::numeric_limits<Ticks>::max(), largest = -1;
        friend bool operator==(const Bin&, const Bin&) = default;
        void add(Ticks duration) {
            ++count;
            // stored in any case: no processor foresees which
            smallest = duration < smallest ? duration : smallest;
            largest = duration > largest ? duration : largest;
        }
        Bin& operator+=(const Bin& other);
    };

    [[nodiscard]] unsigned bits() const { return bits_; }

  private:
    Bin& bin_at(std::uint32_t place);  // allocated

    unsigned bits_;
    std::vector<std::vector<Bin>> octaves_;  // empty until a duration falls in
};

/// Durations of the customers who have one.
struct DurationTally {
    explicit DurationTally(unsigned bits) : histogram(bits) {}

    std::uint64_t count = 0;
    Integer128 sum = 0;  ///< ticks
    WideSum squares;     ///< ticks^2
    DurationHistogram histogram;

    void add(Ticks duration);  ///< expects duration >= 0
    void add(const DurationBatch& batch);
    DurationTally& operator+=(const DurationTally& other);
    friend bool operator==(const DurationTally&, const DurationTally&) = default;
};

/// How many customers have ended by when, counted in bins of equal width. The width grows along a
/// ladder of round durations, each a multiple of the one before, as later ends come, so that 4,096
/// bins do for any range and every count stays exact.
class EndTimes {
  public:
    void add(Ticks end);  ///< expects end >= 0
    EndTimes& operator+=(const EndTimes& other);

    /// One point of the curve of who has ended.
    struct Point {
        Ticks time = 0;
        std::uint64_t ended = 0;  ///< customers who ended by then, that moment included
    };
    /// Points at about 15 to 100 round steps from 0 on, up to and with `horizon`, or without one
    /// (no_horizon) until at most one of a thousand counted customers has not ended. Every count
    /// exact.
    [[nodiscard]] std::vector<Point> curve(Ticks horizon) const;

    friend bool operator==(const EndTimes&, const EndTimes&) = default;

  private:
    void widen(std::size_t rung);
    // The first bin edge by which all but one of a thousand have ended.
    [[nodiscard]] Ticks tail(std::uint64_t all) const;

    static constexpr std::size_t bin_count = 4096;
    std::size_t rung_ = 0;  // of the ladder of widths
    Ticks width_ = 1;       // of a bin: the rung
    // bin i holds the ends after (i - 1) widths, up to and with i widths; bin 0 those at 0
    std::vector<std::uint64_t> bins_ = std::vector<std::uint64_t>(bin_count + 1);
};

}  // namespace cjm::simulate
