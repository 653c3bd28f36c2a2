// Owns: the rules by which one customer walks, step by step (the model page, section 2), given a
// source of random words. Must not know: which generator it is, what is counted about the path.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>

#include "simulate/compile.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"
#include "simulate/walk/leave_cause.hpp"
#include "simulate/walk/path.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate {

/// One customer under way. Everything that decides is an integer.
///
/// Words  WordBlock operator()(luck, customer, visit, block), as ThreefryWords; tests play given
/// words Look   bool operator()(): asked once a step whether to go on
template <class Words>
class CustomerWalk {
  public:
    /// visits  by touchpoint, all 0; left so
    CustomerWalk(const CompiledJourney& journey, const Words& words, std::uint64_t customer,
                 std::span<std::uint32_t> visits, Path& path)
        : journey_(journey), words_(words), customer_(customer), visits_(visits), path_(path) {}

    /// Walks to the end; false where `look` ended it before.
    template <class Look>
    bool run(Look look) {
        path_.steps.clear();
        start();
        bool allowed = true;
        while (allowed && arrive()) allowed = look();
        for (const Step& step : path_.steps) visits_[step.touchpoint.index()] = 0;
        path_.goodwill = journey_.goodwill_floor + level_;
        if (journey_.survey.asked)
            path_.survey = words_(journey_.customer_luck, customer_, 0, survey_block);
        return allowed;
    }

  private:
    /// Where in its block a decision's word stands.
    template <class Purpose>
    static constexpr std::uint32_t raw(const WordBlock& block, Purpose purpose) {
        return block[static_cast<std::size_t>(purpose) % block.size()];
    }
    template <class Purpose>
    static constexpr std::uint32_t decision(const WordBlock& block, Purpose purpose) {
        return decision_word(raw(block, purpose));
    }
    static constexpr std::uint32_t block_of(VisitPurpose purpose) {
        return static_cast<std::uint32_t>(static_cast<std::size_t>(purpose) / WordBlock{}.size());
    }

    void start();
    bool arrive();
    Experience experience(const CompiledVisit& visit);
    void leave(const CompiledVisit& visit, const LeaveThresholds& thresholds, std::uint32_t word);
    bool go_on(const CompiledVisit& visit, const CompiledEdge& edge);
    bool lose_patience(const CompiledVisit& visit, const CompiledEdge& edge, Ticks wait);
    void end(End how, Ticks when);
    void move_goodwill(std::int32_t points) {
        const std::int32_t top = journey_.goodwill_ceiling - journey_.goodwill_floor;
        level_ = std::clamp(level_ + points, 0, top);
    }

    const CompiledJourney& journey_;
    const Words& words_;
    const std::uint64_t customer_;
    const std::span<std::uint32_t> visits_;
    Path& path_;

    std::uint32_t touchpoint_ = 0;  // where the customer is
    std::uint32_t visit_ = 0;       // how often they were there before
    std::int32_t level_ = 0;        // goodwill above the floor, points
    Ticks time_ = 0;
    WordBlock block_{};  // the first block of this visit
};

/// Persona, first touchpoint and start goodwill (step 1).
template <class Words>
void CustomerWalk<Words>::start() {
    const WordBlock block = words_(journey_.customer_luck, customer_, 0, 0);
    const auto persona = first_above<CompiledShare>(journey_.persona_shares,
                                                    decision(block, CustomerPurpose::persona));
    path_.persona = PersonaId(persona.index);
    const CompiledPersona& own = journey_.personas[persona.index];
    const auto starts = std::span(journey_.starts).subspan(own.first_start, own.start_count);
    touchpoint_ = first_above<CompiledShare>(starts, decision(block, CustomerPurpose::start)).index;
    level_ = own.goodwill - journey_.goodwill_floor;
    time_ = 0;
}

/// One visit and what follows (steps 2 to 7); whether there is a next visit.
template <class Words>
bool CustomerWalk<Words>::arrive() {
    const std::size_t persona = path_.persona.index();
    const CompiledVisit& visit = journey_.visits[persona * journey_.touchpoint_count + touchpoint_];
    visit_ = visits_[touchpoint_]++;
    block_ = words_(journey_.luck[touchpoint_], customer_, visit_, 0);

    if (!journey_.faded.empty())
        level_ =
            journey_.faded[persona * journey_.goodwill_levels() + static_cast<std::size_t>(level_)];
    const Experience felt = experience(visit);
    path_.steps.push_back({TouchpointId(touchpoint_), felt, false, journey_.goodwill_floor + level_,
                           time_, TransitionId()});

    const CompiledWay& way = journey_.ways[visit.way[static_cast<std::size_t>(felt)]];
    if (way.leave_row != none_index) {
        const LeaveThresholds& thresholds =
            journey_.leave[way.leave_row * journey_.goodwill_levels() +
                           static_cast<std::size_t>(level_)];
        const std::uint32_t word = decision(block_, VisitPurpose::leave);
        if (word < thresholds.leave_below) {
            leave(visit, thresholds, word);
            return false;
        }
    }
    const auto edges = std::span(journey_.edges).subspan(way.first_edge, way.edge_count);
    return go_on(visit, first_above<CompiledEdge>(edges, decision(block_, VisitPurpose::edge)));
}

/// Bad, neutral and good in this order off one word, so that a better share only ever betters.
template <class Words>
Experience CustomerWalk<Words>::experience(const CompiledVisit& visit) {
    const std::uint32_t word = decision(block_, VisitPurpose::experience);
    if (word < visit.bad_below) {
        move_goodwill(visit.bad_step);
        return Experience::bad;
    }
    if (word < visit.good_from) return Experience::neutral;
    move_goodwill(visit.good_step);
    return Experience::good;
}

template <class Words>
void CustomerWalk<Words>::leave(const CompiledVisit& visit, const LeaveThresholds& thresholds,
                                std::uint32_t word) {
    path_.cause = leave_cause(journey_, visit, thresholds, word);
    path_.silent = decision(block_, VisitPurpose::silent) < visit.silent_below;
    end(End::left, time_);
}

/// The way to a target: friction, patience, wait, horizon; whether the customer arrives at a
/// touchpoint.
template <class Words>
bool CustomerWalk<Words>::go_on(const CompiledVisit& visit, const CompiledEdge& edge) {
    Step& step = path_.steps.back();
    step.chosen = TransitionId(edge.transition);
    if (edge.friction) {
        step.friction = true;
        move_goodwill(journey_.friction_goodwill);
    }
    if (edge.wait != no_wait) {
        const Ticks wait = wait_ticks(journey_.waits, edge.wait, raw(block_, VisitPurpose::wait));
        if (edge.patience != no_wait && lose_patience(visit, edge, wait)) return false;
        time_ = std::min(time_ + wait, latest_time);
        if (time_ > journey_.horizon) {
            end(End::in_progress, journey_.horizon);
            return false;
        }
    }
    if (edge.outcome != none_index) {
        path_.outcome = OutcomeId(edge.outcome);
        end(End::outcome, time_);
        return false;
    }
    touchpoint_ = edge.touchpoint;
    return true;
}

/// Whether patience runs out before the wait is over; the customer's end then.
template <class Words>
bool CustomerWalk<Words>::lose_patience(const CompiledVisit& visit, const CompiledEdge& edge,
                                        Ticks wait) {
    const WordBlock block =
        words_(journey_.luck[touchpoint_], customer_, visit_, block_of(VisitPurpose::patience));
    const Ticks patience =
        wait_ticks(journey_.waits, edge.patience, raw(block, VisitPurpose::patience));
    if (patience >= wait) return false;
    const Ticks when = std::min(time_ + patience, latest_time);
    if (when > journey_.horizon) {
        end(End::in_progress, journey_.horizon);
        return true;
    }
    path_.cause = CauseId(static_cast<std::size_t>(BuiltInCause::delay));
    path_.silent = decision(block, VisitPurpose::silent_after_patience) < visit.silent_below;
    end(End::impatient, when);
    return true;
}

template <class Words>
void CustomerWalk<Words>::end(End how, Ticks when) {
    path_.end = how;
    path_.ended = when;
    if (how != End::outcome) path_.outcome = OutcomeId();
    if (how == End::outcome || how == End::in_progress) {
        path_.cause = CauseId();
        path_.silent = false;
    }
}

}  // namespace cjm::simulate
