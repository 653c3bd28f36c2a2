// Owns: Amounts, what visits take and give as integers. Must not know: customers, sums.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/tally/amount.hpp"

namespace cjm::simulate {

/// How many integers stand for one unit of an amount.
struct AmountScales {
    AmountScale effort, money, refers;
};

/// Scales that the amounts of all these journeys share, so that their sums may be subtracted.
/// expects at least one journey
[[nodiscard]] AmountScales common_scales(std::span<const CompiledJourney> journeys);

/// The amounts of a journey as integers. Costs and revenues share a scale, so that margins are
/// exact.
struct Amounts {
    explicit Amounts(const CompiledJourney& journey);
    Amounts(const CompiledJourney& journey, const AmountScales& scales);

    struct Visit {
        std::int64_t effort = 0, cost = 0, revenue = 0, refers = 0;
        bool purchase = false;  ///< however small the revenue, which may round to 0
        friend bool operator==(const Visit&, const Visit&) = default;
    };
    AmountScale effort_scale, money_scale, refers_scale;
    AmountScale lifetime_scale;  ///< of discounted money: finer where the journey discounts
    std::vector<Visit> visits;   ///< by CompiledJourney::visit_index
    std::int64_t friction_effort = 0;
};

}  // namespace cjm::simulate
