// Owns: the titles and numbers that all parts of a simulation's report write in the same way.
// Must not know: which figures are shown.
#pragma once
#include <string>

#include "cli/report/journey_words.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// A journey and its result, with the words for both. Refers to them; they must outlive it.
class SimulationWords : public JourneyWords {
  public:
    SimulationWords(const Journey& journey, const SimulationResult& result);

    const SimulationResult& result;  // NOLINT: what every part reads

    using JourneyWords::touchpoint;
    /// The title of a touchpoint by its position in the result. Cost O(1) where the journey has the
    /// same order.
    [[nodiscard]] std::string touchpoint(std::size_t index) const;

    /// A share with the digits that the number of simulated customers supports, and its interval
    /// likewise.
    [[nodiscard]] std::string share(const Estimate& share) const;
    [[nodiscard]] std::string share_interval(const Estimate& share) const;
    /// `no_value` for none.
    [[nodiscard]] std::string share(const MaybeEstimate& share) const;
    [[nodiscard]] std::string share_interval(const MaybeEstimate& share) const;
    /// A plain number with the digits that its standard error supports, at most 4, and its interval
    /// likewise.
    [[nodiscard]] std::string quantity(const Estimate& quantity) const;
    [[nodiscard]] std::string quantity_interval(const Estimate& quantity) const;
    /// Whether customers were simulated; else every figure is exact.
    [[nodiscard]] bool sampled() const { return result.settings.method != Method::exact; }
    /// "95 %".
    [[nodiscard]] std::string confidence() const;
    /// Customers who start in a year; 0 where the file does not say.
    [[nodiscard]] double customers_per_year() const { return journey.customers_per_year.likely; }

    /// The digits after the mark of a figure and its interval alike; of a share in percent.
    [[nodiscard]] int share_decimals(const Estimate& share) const;
    [[nodiscard]] int quantity_decimals(const Estimate& quantity) const;

  private:
    int decimals_;  ///< of a share near a half
};

}  // namespace cjm::cli
