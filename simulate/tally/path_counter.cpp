#include "simulate/tally/path_counter.hpp"

#include "base/contract.hpp"
#include "simulate/tally/discount.hpp"

namespace cjm::simulate {

Amounts::Amounts(const CompiledJourney& journey) {
    std::vector<double> efforts{journey.friction_effort}, money{0.0}, refers{0.0};
    for (const VisitValues& values : journey.values) {
        efforts.push_back(values.effort);
        money.push_back(values.cost);
        money.push_back(values.revenue);
        refers.push_back(values.refers);
    }
    effort_scale = choose_scale(efforts);
    money_scale = choose_scale(money);
    refers_scale = choose_scale(refers);
    lifetime_scale = money_scale;
    if (journey.discount > 0) lifetime_scale.units *= 1U << discounted_bits;
    friction_effort = effort_scale.to_integer(journey.friction_effort);
    visits.reserve(journey.values.size());
    for (const VisitValues& values : journey.values)
        visits.push_back(
            {effort_scale.to_integer(values.effort), money_scale.to_integer(values.cost),
             money_scale.to_integer(values.revenue), refers_scale.to_integer(values.refers)});
}

PathCounter::PathCounter(const CompiledJourney& journey, const Amounts& amounts)
    : journey_(&journey),
      amounts_(&amounts),
      tally_(journey),
      at_(journey.touchpoint_count),
      stage_reached_by_(journey.stage_count),
      arrivals_(journey.transitions.size()) {}

void PathCounter::add(const Path& path) {
    CJM_EXPECTS(!path.steps.empty());
    ++tally_.customers;
    ++tally_.personas[path.persona.index()].customers;
    add_visits(path);
    add_amounts(path);
    add_arrivals(path);
    add_end(path);
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

void PathCounter::add_amounts(const Path& path) {
    std::int64_t effort = 0, cost = 0, revenue = 0, refers = 0, frictions = 0;
    Integer128 lifetime = 0;
    std::uint64_t purchases = 0;
    const std::size_t first = journey_->visit_index(path.persona, TouchpointId(0));
    for (const Step& step : path.steps) {
        const Amounts::Visit& visit = amounts_->visits[first + step.touchpoint.index()];
        effort += visit.effort;
        cost += visit.cost;
        revenue += visit.revenue;
        refers += visit.refers;
        if (journey_->discount > 0)
            lifetime += discounted(*journey_, visit.revenue - visit.cost, step.arrived);
        // Not by the rounded amount: however small, a revenue is a purchase.
        purchases += static_cast<std::uint64_t>(
            journey_->values[first + step.touchpoint.index()].revenue > 0);
        frictions += static_cast<std::int64_t>(step.friction);
    }
    tally_.effort.add(effort + frictions * amounts_->friction_effort);
    tally_.newcomers.add(refers);
    MoneyTally& money = tally_.money;
    money.revenue.add(revenue);
    money.cost.add(cost);
    money.revenue_cost.add(Integer128{revenue} * cost);
    money.revenue_purchases.add(Integer128{revenue} * static_cast<Integer128>(purchases));
    money.purchases.add(purchases);
    if (purchases == 0) return;
    ++money.buyers;
    money.repeat_buyers += static_cast<std::uint64_t>(purchases > 1);
    money.lifetime.add(journey_->discount > 0 ? lifetime : Integer128{revenue} - cost);
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

void PathCounter::add_end(const Path& path) {
    PersonaTally& persona = tally_.personas[path.persona.index()];
    if (path.end == End::in_progress) {
        ++persona.in_progress;
        return;
    }
    tally_.ends.add(path.ended);
    if (path.end == End::outcome) {
        ++persona.outcomes[path.outcome.index()];
        if (journey_->outcome_is_success[path.outcome.index()] != 0)
            tally_.time_to_success.add(path.ended);
        return;
    }
    const std::size_t v = path.steps.back().touchpoint.index();
    ++(path.silent ? persona.ghosted : persona.left_openly);
    ++tally_.left[tally_.left_index(v, path.cause.index(), path.silent)];
    if (const StageId stage = journey_->stage_of[v]) ++tally_.stages[stage.index()].left;
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
