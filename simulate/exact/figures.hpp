// Owns: the exact figures of a journey without horizon, per customer who starts. Must not know:
// estimates, formats.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulate/resolve.hpp"

namespace cjm::simulate {

struct ExactTouchpoint {
    double reach = 0, visits = 0, good = 0, neutral = 0,
           bad = 0;  ///< experiences: visits a customer
    double left = 0, silent = 0;
    double goodwill = 0;  ///< sum over visits, after the experience
    std::vector<double>
        goodwill_visits;            ///< visits a customer, by goodwill level after the experience
    std::vector<double> causes;     ///< left here, by cause
    double first_arrival_days = 0;  ///< E[day of the first arrival; reached]
};

/// All sums are expected values per customer who starts (of all personas together).
struct ExactFigures {
    std::vector<double> outcomes, causes;
    double success = 0, left = 0, silent = 0;
    double in_progress = 0;  ///< at the horizon; 0 where these count in success
    std::vector<ExactTouchpoint> touchpoints;
    std::vector<double> stage_reach, stage_left;
    std::vector<double> persona_success, persona_silent;  ///< per customer of all personas
    std::vector<double> transitions;
    double success_days = 0;  ///< E[days; success by an outcome]
    double effort = 0, revenue = 0, cost = 0, newcomers = 0;
    double switches = 0;  ///< from channel to channel that cost friction
    double switched = 0;  ///< customers with such a switch
    double broken = 0;    ///< customers with such a switch, or whose patience ran out
    double purchases = 0, buyers = 0, repeat_buyers = 0;
    double lost_buyers = 0;            ///< buyers who leave or end in an outcome that is no success
    double discounted_margin = 0;      ///< of buyers, discounted
    std::vector<double> end_goodwill;  ///< share of customers by goodwill level at their end
};

/// All of them 0, the lists as long as the journey makes them.
[[nodiscard]] ExactFigures empty_figures(const ResolvedJourney& journey);

/// The loop whose equations could not be solved.
struct Unsolved {
    std::vector<TouchpointId> loop;
};

struct Component;

/// Its touchpoints in the file's order.
[[nodiscard]] Unsolved name_loop(const Component& loop);

struct ExactSolution {
    std::optional<ExactFigures> figures;  ///< none: see unsolved
    Unsolved unsolved;
};

/// Which figures are solved for. `totals`: the sums over all visits and ends alone (success, left,
/// silent, outcomes, causes, transitions, effort, money, newcomers, purchases), each touchpoint's
/// but for its reach and first arrival; everything else stays 0. Loops make the rest dear.
/// `buyers`: purchases, buyers, repeat and lost ones and their discounted margin alone.
enum class FiguresWanted : std::uint8_t { all, totals, buyers };

/// Solves the chain of each persona.
///
/// journey        without a horizon (contract)
/// discount_rate  a year
/// returns  figures to about 1e-12 of the number of visits, bit-identical on every CPU
/// cost     O(personas x targets x goodwill levels x sweeps); first arrivals in a loop cost a solve
/// of that loop each source   absorbing Markov chains: Kemeny and Snell 1960, chapter III; model
/// page, section "What is estimated"
[[nodiscard]] ExactSolution solve_exactly(const ResolvedJourney& journey, double discount_rate,
                                          FiguresWanted wanted = FiguresWanted::all);

}  // namespace cjm::simulate
