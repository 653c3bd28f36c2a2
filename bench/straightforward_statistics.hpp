// Owns: what the straightforward walker keeps of its customers, the same statistics as
// simulate::Tally in the natural form: doubles, plain vectors. Must not know: how they are walked.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cjm::bench {

/// Sum and sum of squares over customers.
struct Moments {
    double sum = 0, squares = 0;

    void add(double value) {
        sum += value;
        squares += value * value;
    }
};

/// Counts in bins of equal width; the last bin takes all that is later.
class Histogram {
  public:
    Histogram(double bin_width, std::size_t bins) : per_width_(1 / bin_width), counts_(bins) {}

    void add(double value) {
        const auto bin = static_cast<std::size_t>(value * per_width_);
        ++counts_[bin < counts_.size() ? bin : counts_.size() - 1];
    }
    [[nodiscard]] const std::vector<std::uint64_t>& counts() const { return counts_; }

  private:
    double per_width_;
    std::vector<std::uint64_t> counts_;
};

/// Durations of the customers who have one, days.
struct Durations {
    Durations(double bin_width, std::size_t bins) : histogram(bin_width, bins) {}

    std::uint64_t count = 0;
    Moments days;
    Histogram histogram;

    void add(double value) {
        ++count;
        days.add(value);
        histogram.add(value);
    }
};

struct TouchpointStatistics {
    TouchpointStatistics(double bin_width, std::size_t bins, std::size_t goodwill_levels)
        : levels(goodwill_levels), first_arrival(bin_width, bins) {}

    std::uint64_t reached = 0;
    Moments visits, good, bad, goodwill;
    double good_visits = 0, bad_visits = 0, good_bad = 0, goodwill_visits = 0;  // products
    std::vector<std::uint64_t> levels;  ///< visits by goodwill above the floor
    Durations first_arrival;
};

struct PersonaStatistics {
    std::uint64_t customers = 0, in_progress = 0, ghosted = 0, left_openly = 0;
    std::vector<std::uint64_t> outcomes;
};

struct StageStatistics {
    std::uint64_t reached = 0, left = 0;
};

struct MoneyStatistics {
    Moments revenue, cost, purchases;
    Moments lifetime;  ///< of buyers, discounted
    double revenue_cost = 0, revenue_purchases = 0;
    std::uint64_t buyers = 0, repeat_buyers = 0;
};

/// Sizes of the journey that the statistics are kept of.
struct Sizes {
    std::size_t personas = 0, touchpoints = 0, outcomes = 0, causes = 0, stages = 0;
    std::size_t transitions = 0, goodwill_levels = 0;
    double horizon_days = 0;  ///< 0 = none
};

struct Statistics {
    explicit Statistics(const Sizes& sizes);

    std::uint64_t customers = 0;
    std::vector<PersonaStatistics> personas;
    std::vector<TouchpointStatistics> touchpoints;
    std::vector<std::uint64_t> left;  ///< by touchpoint, cause, silent
    std::vector<StageStatistics> stages;
    std::vector<Moments> transitions;
    Moments effort, newcomers;
    MoneyStatistics money;
    Durations time_to_success;
    Histogram ends;
};

}  // namespace cjm::bench
