// Owns: the parts that estimate() is put together from. Must not know: each other.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/interval.hpp"
#include "simulate/estimate/estimate.hpp"

namespace cjm::simulate::detail {

/// What one customer can do more than once, by the ways that the journey names.
struct Loops {
    explicit Loops(const CompiledJourney& compiled);
    std::vector<bool> touchpoints;  ///< whether a way leads back, by touchpoint
    std::vector<bool> transitions;  ///< whether a way leads back, by transition
};

/// What every part reads.
struct Evidence {
    const Journey& journey;
    const CompiledJourney& compiled;
    const Amounts& amounts;
    const Tally& tally;
    Confidence confidence;
    /// Visits that a customer makes at a touchpoint once there, and arrivals on a transition once
    /// taken, weighted by themselves, over the whole journey.
    double usual_visits = 1, usual_arrivals = 1;
    Loops loops;

    /// The same of one touchpoint: what one rare customer there adds to a mean (see Scale).
    [[nodiscard]] double visits_at_once(const TouchpointTally& touchpoint) const;
    /// Share of all customers who start.
    [[nodiscard]] Estimate share(std::uint64_t customers) const {
        return estimate_share(customers, tally.customers, confidence);
    }
    /// Share of some customers; none of none.
    [[nodiscard]] MaybeEstimate share_of(std::uint64_t part, std::uint64_t whole) const {
        if (whole == 0) return std::nullopt;
        return estimate_share(part, whole, confidence);
    }
    /// Mean of a count per customer who starts.
    [[nodiscard]] Estimate mean(const CountSums& sums, double event, bool bunches) const;
    /// Mean of an amount per customer who starts; `event` in the journey's units.
    [[nodiscard]] Estimate mean(const AmountSums& sums, const AmountScale& scale, double event,
                                bool bunches) const;
    /// Whether one customer can add such an amount more than once.
    [[nodiscard]] bool bunches(double VisitValues::*amount) const;
    /// None where nobody has the duration, or nothing in the journey takes time.
    [[nodiscard]] std::optional<DurationSummary> duration(const DurationTally& durations) const;
};

[[nodiscard]] Evidence gather(const Journey& journey, const CompiledJourney& compiled,
                              const Amounts& amounts, const Tally& tally,
                              const RunSettings& settings);

[[nodiscard]] TouchpointResult estimate_touchpoint(const Evidence& evidence,
                                                   std::size_t touchpoint);
/// The largest amount of one visit.
[[nodiscard]] double largest(const CompiledJourney& compiled, double VisitValues::*amount);
/// The most that one customer is likely to pay or cost at one touchpoint: what a rare customer
/// there adds to the mean.
[[nodiscard]] double event_of(const Evidence& evidence, double VisitValues::*amount);

[[nodiscard]] MoneyResult estimate_money(const Evidence& evidence);
/// What buyers do; nothing where nobody bought.
void estimate_buyers(const Evidence& evidence, MoneyResult& result);
/// How many buyers are lost, and would be in a year; nothing where nobody bought.
void estimate_churn(const Evidence& evidence, MoneyResult& result);
/// Share lost in a year at so many losses a day, with the interval and error of that rate; `known`
/// false: of the interval alone.
[[nodiscard]] Estimate in_a_year(const Estimate& losses_a_day, bool known,
                                 const Confidence& confidence);
/// Losses of buyers a day at risk. expects days at risk
[[nodiscard]] Estimate loss_rate(const Evidence& evidence);
/// The same net of the newcomers brought; nothing where nobody bought, or nobody brings any.
void estimate_net_churn(const Evidence& evidence, MoneyResult& result);
/// None where no touchpoint brings newcomers. Where each customer may bring one or more, the number
/// of customers that follow has no upper bound: infinity.
[[nodiscard]] std::optional<WordOfMouth> estimate_word_of_mouth(const Evidence& evidence);
/// What a survey would say; nothing where none asks.
void estimate_survey(const Evidence& evidence, SimulationResult& result);
/// What a firm sees; nothing without a horizon and ghost_after.
void estimate_observer(const Evidence& evidence, SimulationResult& result);
/// How customers get on between channels and through waits; none where nothing can come apart.
[[nodiscard]] std::optional<SeamlessnessResult> estimate_seamlessness(const Evidence& evidence);
[[nodiscard]] Estimate estimate_effort(const Evidence& evidence);

}  // namespace cjm::simulate::detail
