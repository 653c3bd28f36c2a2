// Owns: what is compared of one customer in two variants of a journey, as integers. Must not know:
// sums over customers, estimates.
#pragma once
#include <array>
#include <cstdint>

#include "simulate/paired/variants.hpp"
#include "simulate/tally/end_record.hpp"

namespace cjm::simulate {

/// What a customer adds to a figure. The first ones are 0 or 1.
enum class Quantity : std::uint8_t {
    success,
    lost,
    ghosted,
    left_openly,
    in_progress,
    buyer,         ///< bought at least once
    repeat_buyer,  ///< at least twice
    lost_buyer,    ///< bought, then was lost
    arrived,       ///< at an outcome that is a success
    flagged,       ///< whom the firm would call a ghost at the horizon
    active,        ///< whose end it has not seen either, but a later visit
    flagged_gone,  ///< flagged, and truly left without a word
    purchases,
    effort,     ///< in units of Amounts::effort_scale
    newcomers,  ///< in units of Amounts::refers_scale
    revenue,    ///< in units of Amounts::money_scale, as cost and margin
    cost,
    margin,        ///< revenue - cost
    at_risk,       ///< of a buyer: ticks from the first purchase to the end
    success_time,  ///< of who arrived: ticks
    csat,          ///< of the goodwill at the end, in 1 / score_units points, as nps
    nps,
    ces,       ///< of the effort, in 1 / score_units points
    lifetime,  ///< of a buyer: revenue - cost, discounted, in discounted_units()
    count_
};
inline constexpr std::size_t quantity_count = static_cast<std::size_t>(Quantity::count_);
[[nodiscard]] constexpr bool is_share(Quantity quantity) {
    return quantity <= Quantity::flagged_gone;
}

/// Every quantity of one customer.
using Quantities = std::array<Integer128, quantity_count>;

/// How a customer's journey ended and what it took and gave, in a few words: two of the same
/// variants' scales are equal where no quantity differs.
struct Facts {
    enum Mark : std::uint8_t {
        succeeded = 1,
        silent = 2,
        open = 4,
        on_the_way = 8,
        lost = 16,
        arrived = 32,
        flagged = 64,
        active = 128
    };

    std::uint8_t marks = 0;
    std::uint64_t purchases = 0;
    std::int64_t revenue = 0, cost = 0, newcomers = 0;
    Ticks at_risk = 0, success_time = 0;
    std::int64_t csat = 0, nps = 0, ces = 0;  ///< where asked
    Integer128 effort = 0, lifetime = 0;

    friend bool operator==(const Facts&, const Facts&) = default;
    [[nodiscard]] bool has(Mark mark) const { return (marks & mark) != 0; }
    [[nodiscard]] Quantities quantities() const;
};

/// The facts of a customer at their end.
///
/// The effort score is left 0, see EffortScores.
///
/// discounts  whether any of the variants compared discounts money: the lifetime quantity is then
/// in units so much finer
[[nodiscard]] Facts facts_of(const Variant& variant, const EndRecord& record, bool discounts);

/// How many integers stand for one unit of the lifetime quantity.
[[nodiscard]] double discounted_units(const Variant& variant, bool discounts);

}  // namespace cjm::simulate
