// Owns: Tally, the integer sums from which a simulation's figures are estimated. Must not know: how
// customers are walked, what is reported.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/wide_sum.hpp"
#include "simulate/compile.hpp"
#include "simulate/survey/survey_tally.hpp"
#include "simulate/tally/amount.hpp"
#include "simulate/tally/duration.hpp"

namespace cjm::simulate {

/// Sums over customers of a count, such as visits.
struct CountSums {
    std::uint64_t sum = 0;
    Unsigned128 squares = 0;

    void add(std::uint64_t count) {
        sum += count;
        squares += Unsigned128{count} * count;
    }
    CountSums& operator+=(const CountSums& other);
    friend bool operator==(const CountSums&, const CountSums&) = default;
};

/// Sums over customers of an amount in integer units (see AmountScale).
struct AmountSums {
    Integer128 sum = 0;
    WideSum squares;

    void add(Integer128 amount) {
        sum += amount;
        squares.add(amount * amount);
    }
    AmountSums& operator+=(const AmountSums& other);
    friend bool operator==(const AmountSums&, const AmountSums&) = default;
};

/// What happened at a touchpoint. Squares and products are of each customer's own sums.
struct TouchpointTally {
    explicit TouchpointTally(unsigned histogram_bits) : first_arrival(histogram_bits) {}

    std::uint64_t reached = 0;  ///< customers who ever visited
    CountSums visits, good, bad;
    Unsigned128 good_visits = 0, bad_visits = 0, good_bad = 0;  ///< sums of products
    Integer128 goodwill = 0;         ///< sum of points after the experience, over visits
    Integer128 goodwill_visits = 0;  ///< sum of products
    Unsigned128 goodwill_squares = 0;
    std::vector<std::uint64_t>
        goodwill_levels;  ///< visits by level above the floor; empty until reached
    DurationTally first_arrival;

    TouchpointTally& operator+=(const TouchpointTally& other);
    friend bool operator==(const TouchpointTally&, const TouchpointTally&) = default;
};

struct StageTally {
    std::uint64_t reached = 0;  ///< customers who visited a touchpoint of it
    std::uint64_t left = 0;     ///< customers who left at one
    friend bool operator==(const StageTally&, const StageTally&) = default;
};

struct PersonaTally {
    std::uint64_t customers = 0, in_progress = 0;
    std::uint64_t ghosted = 0, left_openly = 0;
    std::vector<std::uint64_t> outcomes;  ///< by outcome

    PersonaTally& operator+=(const PersonaTally& other);
    friend bool operator==(const PersonaTally&, const PersonaTally&) = default;
};

/// Money of each customer, in units of Amounts::money_scale; a purchase is a visit with
/// revenue.
struct MoneyTally {
    AmountSums revenue, cost;
    WideSum revenue_cost, revenue_purchases;  ///< sums of products
    CountSums purchases;
    std::uint64_t buyers = 0;         ///< customers with a purchase
    std::uint64_t repeat_buyers = 0;  ///< with two or more
    AmountSums lifetime;  ///< of buyers: revenue - cost, discounted, in Amounts::lifetime_scale
    std::uint64_t lost_buyers = 0;  ///< buyers who left or ended in an outcome that is no success
    AmountSums at_risk;             ///< of buyers: ticks from the first purchase to the end
    Integer128 lost_at_risk = 0;    ///< the same of lost buyers
    Integer128 newcomers = 0;       ///< that buyers brought, in units of Amounts::refers_scale
    Integer128 lost_newcomers = 0;  ///< the same of lost buyers
    WideSum newcomers_at_risk;      ///< sum of products

    MoneyTally& operator+=(const MoneyTally& other);
    friend bool operator==(const MoneyTally&, const MoneyTally&) = default;
};

/// Switches between channels that lose the context, of each customer; all 0 where no way has
/// friction. Efforts are in units of Amounts::effort_scale.
struct SeamlessnessTally {
    std::uint64_t switched = 0;  ///< customers with a switch
    std::uint64_t broken = 0;    ///< customers with a switch, or whose patience ran out
    CountSums switches, visits;
    Unsigned128 switches_visits = 0;  ///< sum of products
    std::uint64_t with_effort = 0;    ///< customers whom anything took effort
    AmountSums repeated;              ///< effort of switches
    WideSum repeated_effort;          ///< sum of products with all effort

    SeamlessnessTally& operator+=(const SeamlessnessTally& other);
    friend bool operator==(const SeamlessnessTally&, const SeamlessnessTally&) = default;
};

/// Customers whose end a firm does not see, by how long ago their last visit was at the horizon:
/// entry n holds those whom the first n waits of CompiledJourney::observer_cutoffs flag.
struct ObserverTally {
    std::vector<std::uint64_t> ghosted, in_progress;

    void add(std::span<const Ticks> cutoffs, Ticks last_visit, bool silent);
    ObserverTally& operator+=(const ObserverTally& other);
    friend bool operator==(const ObserverTally&, const ObserverTally&) = default;
};

/// Sums over any number of customers, in memory that does not grow with it. Tallies of disjoint
/// sets of customers add up to the tally of all, in any order, bit for bit.
struct Tally {
    explicit Tally(const CompiledJourney& journey);

    std::uint64_t customers = 0;
    std::vector<PersonaTally> personas;
    std::vector<TouchpointTally> touchpoints;
    /// Leavers by touchpoint, cause and whether they said nothing: left[left_index(...)].
    std::vector<std::uint64_t> left;
    std::vector<StageTally> stages;
    std::vector<CountSums> transitions;  ///< arrivals, by transition
    AmountSums effort;                   ///< in units of Amounts::effort_scale
    AmountSums newcomers;  ///< brought by each customer's visits, in units of Amounts::refers_scale
    MoneyTally money;
    DurationTally time_to_success;  ///< of outcomes that count as success
    EndTimes ends;                  ///< of all who are not in progress
    SurveyTally survey;             ///< all 0 where none asks
    ObserverTally observer;         ///< empty without a horizon and ghost_after
    SeamlessnessTally seamlessness;

    Tally& operator+=(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;

    /// Customers who left out of a cause, wherever.
    [[nodiscard]] std::uint64_t left_out_of(std::size_t cause) const;

    [[nodiscard]] std::size_t left_index(std::size_t touchpoint, std::size_t cause,
                                         bool silent) const {
        return 2 * (touchpoint * cause_count + cause) + static_cast<std::size_t>(silent);
    }
    std::size_t cause_count = 0;
};

}  // namespace cjm::simulate
