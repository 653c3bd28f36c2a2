// Owns: the titles and numbers that all parts of a simulation's report write in the same way.
// Must not know: which figures are shown.
#pragma once
#include <string>
#include <string_view>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// A journey and its result, with the words for both. Refers to them; they must outlive it.
class SimulationWords {
  public:
    SimulationWords(const Journey& journey, const SimulationResult& result);

    const Journey& journey;          // NOLINT: the two facts that every part reads
    const SimulationResult& result;  // NOLINT
    const NumberFormat& number() const { return number_; }

    template <class... Arguments>
    [[nodiscard]] std::string say(Message message, const Arguments&... arguments) const {
        return std::string(text(journey.language, message, arguments...));
    }

    /// Titles on one line; an id that the journey does not know is its own title. Cost O(1) for
    /// touchpoints in order.
    [[nodiscard]] std::string touchpoint(std::size_t index) const;
    [[nodiscard]] std::string outcome(std::string_view id) const;
    [[nodiscard]] std::string stage(std::string_view id) const;
    [[nodiscard]] std::string persona(std::string_view id) const;
    [[nodiscard]] std::string cause(std::string_view id) const;
    /// Titles of the applied scenarios, joined by " + "; empty for the journey as it is.
    [[nodiscard]] std::string scenario() const;

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
    /// "95 %".
    [[nodiscard]] std::string confidence() const;
    /// Customers who start in a year; 0 where the file does not say.
    [[nodiscard]] double customers_per_year() const { return journey.customers_per_year.likely; }

  private:
    [[nodiscard]] int decimals(const Estimate& share) const;

    NumberFormat number_;
    int decimals_;  ///< of a share near a half
};

}  // namespace cjm::cli
