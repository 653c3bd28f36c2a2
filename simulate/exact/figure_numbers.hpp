// Owns: going through every number of ExactFigures in one fixed order. Must not know: what is done
// with them.
#pragma once
#include "simulate/exact/figures.hpp"

namespace cjm::simulate {

/// Calls `visit` with every number but those that take runs of their own under a horizon, see
/// for_each_passage and for_each_seam.
template <class Figures, class Visit>
void for_each_number(Figures& figures, Visit&& visit) {
    const auto all = [&](auto& numbers) {
        for (auto& number : numbers) visit(number);
    };
    for (auto* numbers :
         {&figures.outcomes, &figures.causes, &figures.stage_left, &figures.persona_success,
          &figures.persona_silent, &figures.transitions, &figures.end_goodwill})
        all(*numbers);
    for (auto* number : {&figures.success, &figures.left, &figures.silent, &figures.in_progress,
                         &figures.success_days, &figures.effort, &figures.switches,
                         &figures.revenue, &figures.cost, &figures.newcomers, &figures.purchases,
                         &figures.buyers, &figures.repeat_buyers, &figures.lost_buyers})
        visit(*number);
    for (auto& touchpoint : figures.touchpoints) {
        for (auto* number :
             {&touchpoint.visits, &touchpoint.good, &touchpoint.neutral, &touchpoint.bad,
              &touchpoint.left, &touchpoint.silent, &touchpoint.goodwill})
            visit(*number);
        all(touchpoint.goodwill_visits);
        all(touchpoint.causes);
    }
}

/// Calls `visit` with reach and first arrival of each touchpoint, then the reach of each stage.
template <class Figures, class Visit>
void for_each_passage(Figures& figures, Visit&& visit) {
    for (auto& touchpoint : figures.touchpoints) {
        visit(touchpoint.reach);
        visit(touchpoint.first_arrival_days);
    }
    for (auto& number : figures.stage_reach) visit(number);
}

/// Calls `visit` with the customers who meet a seam, which take a run of their own too.
template <class Figures, class Visit>
void for_each_seam(Figures& figures, Visit&& visit) {
    visit(figures.switched);
    visit(figures.broken);
}

}  // namespace cjm::simulate
