// Owns: how a report on moments of truth writes metrics, impacts and names. Must not know: which of
// them are shown.
#pragma once
#include <string>
#include <vector>

#include "cli/report/journey_words.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::cli {

/// A journey and its moments, with the words for both. Refers to them; they must outlive it.
class MomentsWords : public JourneyWords {
  public:
    MomentsWords(const Journey& journey, const MomentsResult& result);

    const MomentsResult& result;  // NOLINT: what every part reads

    /// Moments of truth that a sentence names, and that have sentences of their own.
    static constexpr std::size_t most_named = 8;

    /// The metric in the middle of a sentence.
    [[nodiscard]] std::string metric() const;
    /// A level of the metric: "45.2 %", "12.50 EUR".
    [[nodiscard]] std::string level(const MaybeEstimate& level) const;
    /// A difference with its unit: "21.4 points", "12.50 EUR".
    [[nodiscard]] std::string difference(double value) const;
    /// The same for a column whose small print tells the unit: "21.4".
    [[nodiscard]] std::string plain(double value) const;
    [[nodiscard]] std::string plain(const MaybeEstimate& value) const;
    /// An impact and its interval in such a column, with the same digits.
    [[nodiscard]] std::string impact(const MomentResult& moment) const;
    [[nodiscard]] std::string impact_interval(const MomentResult& moment) const;
    [[nodiscard]] std::string share(double share) const { return number().percent(share); }
    /// "1", or "2–4"; `no_value` outside the family.
    [[nodiscard]] std::string rank(const MomentResult& moment) const;
    [[nodiscard]] bool sampled() const { return result.settings.method != Method::exact; }
    [[nodiscard]] std::string confidence() const;

    /// What the author says of a touchpoint; null where the journey does not know it.
    [[nodiscard]] const Touchpoint* touchpoint_of(const MomentResult& moment) const;
    [[nodiscard]] std::string title(const MomentResult& moment) const {
        return touchpoint(moment.id);
    }
    /// In quotes, with commas between; of many, the first and how many more.
    [[nodiscard]] std::string titles(const std::vector<const MomentResult*>& moments) const;

  private:
    [[nodiscard]] int decimals(double largest) const;
    // expects an impact
    [[nodiscard]] int impact_decimals(const MomentResult& moment) const;
    [[nodiscard]] bool is_money() const {
        return result.metric == simulate::Metric::margin ||
               result.metric == simulate::Metric::lifetime_value;
    }
    [[nodiscard]] double unit() const { return simulate::is_share(result.metric) ? 100 : 1; }

    int decimals_;  ///< of every difference: what tells the ends of its interval apart, 1 or 2
    int money_decimals_;  ///< of every difference that is an amount
};

}  // namespace cjm::cli
