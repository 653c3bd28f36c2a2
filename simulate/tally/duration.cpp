#include "simulate/tally/duration.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "base/contract.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate {
namespace {

// Widths in ticks, each a multiple of the one before: 1 ms to half a second, seconds, minutes,
// hours, days, then 5 and 2 times the last.
const std::vector<Ticks>& ladder() {
    static const std::vector<Ticks> widths = [] {
        constexpr Ticks second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
        std::vector<Ticks> rungs{1,        5,          10,          50,          100,
                                 500,      second,     5 * second,  15 * second, 30 * second,
                                 minute,   5 * minute, 15 * minute, 30 * minute, hour,
                                 2 * hour, 6 * hour,   12 * hour,   day};
        for (bool five = true; rungs.back() < latest_time / 100; five = !five)
            rungs.push_back(rungs.back() * (five ? 5 : 2));
        return rungs;
    }();
    return widths;
}

std::size_t bin_of(Ticks end, Ticks width) {
    return static_cast<std::size_t>((end + width - 1) / width);
}

}  // namespace

DurationHistogram::Bin& DurationHistogram::Bin::operator+=(const Bin& other) {
    smallest = std::min(smallest, other.smallest);
    largest = std::max(largest, other.largest);
    count += other.count;
    return *this;
}

DurationHistogram::DurationHistogram(unsigned bits) : bits_(bits), octaves_(65 - bits) {
    CJM_EXPECTS(bits >= 1 && bits <= 16);
}

DurationHistogram::Bin& DurationHistogram::bin_at(std::uint32_t place) {
    std::vector<Bin>& octave = octaves_[place >> bits_];
    if (octave.empty()) [[unlikely]]
        octave.resize(std::size_t{1} << bits_);
    return octave[place & ((std::uint32_t{1} << bits_) - 1)];
}

void DurationHistogram::add(Ticks duration) {
    CJM_EXPECTS(duration >= 0);
    bin_at(place_of_duration(static_cast<std::uint64_t>(duration), bits_)).add(duration);
}

void DurationHistogram::add(const DurationBatch& batch) {
    // all bins are found, and fetched into the cache, before the first is needed
    std::array<Bin*, DurationBatch::room> bins;
    for (std::uint32_t i = 0; i < batch.count; ++i) {
        bins[i] = &bin_at(batch.place[i]);
        __builtin_prefetch(bins[i], 1);
    }
    for (std::uint32_t i = 0; i < batch.count; ++i) bins[i]->add(batch.durations[i]);
}

DurationHistogram& DurationHistogram::operator+=(const DurationHistogram& other) {
    CJM_EXPECTS(bits_ == other.bits_);
    for (std::size_t octave = 0; octave < octaves_.size(); ++octave) {
        if (other.octaves_[octave].empty()) continue;
        octaves_[octave].resize(std::size_t{1} << bits_);
        for (std::size_t i = 0; i < octaves_[octave].size(); ++i)
            octaves_[octave][i] += other.octaves_[octave][i];
    }
    return *this;
}

double DurationHistogram::quantile(unsigned percent, std::uint64_t count) const {
    CJM_EXPECTS(count > 0 && percent <= 100);
    const auto rank = static_cast<std::uint64_t>((Unsigned128{count} * percent + 99) / 100);
    std::uint64_t left = std::max<std::uint64_t>(rank, 1);
    for (const auto& bins : octaves_) {
        for (const Bin& bin : bins) {
            if (left > bin.count) {
                left -= bin.count;
                continue;
            }
            if (bin.count == 1) return static_cast<double>(bin.smallest);
            const double part = static_cast<double>(left - 1) / static_cast<double>(bin.count - 1);
            return static_cast<double>(bin.smallest) +
                   part * static_cast<double>(bin.largest - bin.smallest);
        }
    }
    CJM_ASSERT(!"fewer entries than counted");
    return 0;
}

void DurationTally::add(const DurationBatch& batch) {
    count += batch.count;
    sum += static_cast<Integer128>(batch.sum);
    squares += WideSum::of_halves(batch.squares, batch.squares_high);
    histogram.add(batch);
}

void DurationTally::add(Ticks duration) {
    ++count;
    sum += duration;
    squares.add(Integer128{duration} * duration);
    histogram.add(duration);
}

DurationTally& DurationTally::operator+=(const DurationTally& other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    histogram += other.histogram;
    return *this;
}

void EndTimes::widen(std::size_t rung) {
    const auto factor = static_cast<std::size_t>(ladder()[rung] / ladder()[rung_]);
    for (std::size_t i = 1; i < bins_.size(); ++i) {
        const std::uint64_t count = bins_[i];
        bins_[i] = 0;
        bins_[(i + factor - 1) / factor] += count;  // never after i
    }
    rung_ = rung;
    width_ = ladder()[rung];
}

void EndTimes::add(Ticks end) {
    CJM_EXPECTS(end >= 0);
    while (bin_of(end, width_) > bin_count) widen(rung_ + 1);
    ++bins_[bin_of(end, width_)];
}

EndTimes& EndTimes::operator+=(const EndTimes& other) {
    if (other.rung_ > rung_) widen(other.rung_);
    const auto factor = static_cast<std::size_t>(ladder()[rung_] / ladder()[other.rung_]);
    for (std::size_t i = 0; i < bins_.size(); ++i)
        bins_[(i + factor - 1) / factor] += other.bins_[i];
    return *this;
}

std::vector<EndTimes::Point> EndTimes::curve(Ticks horizon) const {
    constexpr Ticks most_steps = 100;
    const std::uint64_t all = std::accumulate(bins_.begin(), bins_.end(), std::uint64_t{0});
    const Ticks end = horizon != no_horizon ? horizon : tail(all);
    std::size_t rung = rung_;
    while (end / ladder()[rung] > most_steps) ++rung;
    const Ticks step = ladder()[rung];
    std::vector<Point> points;
    std::uint64_t ended = 0;
    std::size_t bin = 0;
    const auto count_until = [&](Ticks time) {
        for (; bin < bins_.size() && static_cast<Ticks>(bin) * ladder()[rung_] <= time; ++bin)
            ended += bins_[bin];
        points.push_back({time, ended});
    };
    Ticks time = 0;
    for (; time < end; time += step) count_until(time);
    if (horizon == no_horizon)
        count_until(time);
    else
        points.push_back({horizon, all});  // which may lie between two steps
    return points;
}

Ticks EndTimes::tail(std::uint64_t all) const {
    std::size_t bin = 0;
    for (std::uint64_t left = all - bins_[0]; left > all / 1000;) left -= bins_[++bin];
    return static_cast<Ticks>(bin) * ladder()[rung_];
}

}  // namespace cjm::simulate
