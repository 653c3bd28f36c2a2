#include "simulate/tally/path_counter.hpp"

#include "base/contract.hpp"
#include "simulate/tally/discount.hpp"

namespace cjm::simulate {

PathCounter::PathCounter(const CompiledJourney& journey, const Amounts& amounts)
    : journey_(&journey),
      amounts_(&amounts),
      tally_(journey),
      survey_(journey, amounts),
      at_(journey.touchpoint_count),
      stage_reached_by_(journey.stage_count),
      arrivals_(journey.transitions.size()) {}

void PathCounter::add(const Path& path) {
    CJM_EXPECTS(!path.steps.empty());
    add_visits(path);
    add_arrivals(path);
    const EndRecord record = end_of(path);
    count_end(*journey_, *amounts_, record, tally_);
    if (survey_.asks()) add_answers(record, path);
    settle_touchpoints();
    settle_transitions();
}

void PathCounter::add_visits(const Path& path) {
    for (const Step& step : path.steps) {
        const std::size_t v = step.touchpoint.index();
        AtTouchpoint& at = at_[v];
        TouchpointTally& tally = tally_.touchpoints[v];
        if (at.visits == 0) {
            touched_.push_back(static_cast<std::uint32_t>(v));
            tally.first_arrival.add(step.arrived);
            if (tally.goodwill_levels.empty())
                tally.goodwill_levels.resize(journey_->goodwill_levels());
        }
        ++at.visits;
        at.good += static_cast<std::uint32_t>(step.experience == Experience::good);
        at.bad += static_cast<std::uint32_t>(step.experience == Experience::bad);
        at.goodwill += step.goodwill;
        ++tally.goodwill_levels[static_cast<std::size_t>(step.goodwill - journey_->goodwill_floor)];
    }
}

void PathCounter::add_amounts(const Path& path, EndRecord& record) const {
    const std::size_t first = journey_->visit_index(path.persona, TouchpointId(0));
    for (const Step& step : path.steps) {
        const Amounts::Visit& visit = amounts_->visits[first + step.touchpoint.index()];
        record.effort += visit.effort;
        record.cost += visit.cost;
        record.revenue += visit.revenue;
        record.refers += visit.refers;
        if (journey_->discount > 0)
            record.lifetime += discounted(journey_->discount, journey_->waits.powers.data(),
                                          visit.revenue - visit.cost, step.arrived);
        if (visit.purchase && record.purchases == 0) record.first_purchase = step.arrived;
        record.purchases += static_cast<std::uint64_t>(visit.purchase);
        record.frictions += static_cast<std::uint64_t>(step.friction);
    }
}

void PathCounter::add_answers(const EndRecord& record, const Path& path) {
    const auto visits_at = [this](TouchpointId touchpoint) {
        const AtTouchpoint& at = at_[touchpoint.index()];
        return SurveyCounter::Visits{at.good, at.bad, at.visits};
    };
    survey_.add(record, path.survey, visits_at, tally_.survey);
}

// Whoever runs out of patience or time on the way has chosen a target but does not arrive.
void PathCounter::add_arrivals(const Path& path) {
    const std::size_t arrived =
        path.end == End::outcome ? path.steps.size() : path.steps.size() - 1;
    for (std::size_t i = 0; i < arrived; ++i) {
        const std::size_t transition = path.steps[i].chosen.index();
        if (arrivals_[transition]++ == 0)
            touched_transitions_.push_back(static_cast<std::uint32_t>(transition));
    }
}

EndRecord PathCounter::end_of(const Path& path) const {
    EndRecord record;
    record.persona = path.persona;
    record.end = path.end;
    record.silent = path.silent;
    record.outcome = path.outcome;
    record.cause = path.cause;
    record.touchpoint = path.steps.back().touchpoint;
    record.ended = path.ended;
    record.last_visit = path.steps.back().arrived;
    record.goodwill = path.goodwill;
    record.visits = path.steps.size();
    add_amounts(path, record);
    return record;
}

void PathCounter::settle_touchpoints() {
    for (const std::uint32_t v : touched_) {
        AtTouchpoint& at = at_[v];
        TouchpointTally& tally = tally_.touchpoints[v];
        ++tally.reached;
        tally.visits.add(at.visits);
        tally.good.add(at.good);
        tally.bad.add(at.bad);
        tally.good_visits += Unsigned128{at.good} * at.visits;
        tally.bad_visits += Unsigned128{at.bad} * at.visits;
        tally.good_bad += Unsigned128{at.good} * at.bad;
        tally.goodwill += at.goodwill;
        tally.goodwill_visits += Integer128{at.goodwill} * at.visits;
        tally.goodwill_squares += static_cast<Unsigned128>(Integer128{at.goodwill} * at.goodwill);
        at = {};
        const StageId stage = journey_->stage_of[v];
        if (stage && stage_reached_by_[stage.index()] != tally_.customers) {
            stage_reached_by_[stage.index()] = tally_.customers;
            ++tally_.stages[stage.index()].reached;
        }
    }
    touched_.clear();
}

void PathCounter::settle_transitions() {
    for (const std::uint32_t transition : touched_transitions_) {
        tally_.transitions[transition].add(arrivals_[transition]);
        arrivals_[transition] = 0;
    }
    touched_transitions_.clear();
}

}  // namespace cjm::simulate
