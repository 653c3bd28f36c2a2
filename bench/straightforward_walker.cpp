#include "bench/straightforward_walker.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cjm::bench {
namespace {

constexpr auto dissatisfaction = static_cast<std::size_t>(BuiltInCause::dissatisfaction);
constexpr auto delay = static_cast<std::size_t>(BuiltInCause::delay);

}  // namespace

Sizes StraightforwardWalker::sizes_of(const simulate::ResolvedJourney& journey) {
    return {.personas = journey.personas.size(),
            .touchpoints = journey.touchpoints.size(),
            .outcomes = journey.outcome_is_success.size(),
            .causes = journey.cause_count,
            .stages = journey.stage_count,
            .transitions = journey.transitions.size(),
            .goodwill_levels =
                static_cast<std::size_t>(journey.goodwill_ceiling - journey.goodwill_floor) + 1,
            .horizon_days = journey.horizon_days.value_or(0)};
}

StraightforwardWalker::StraightforwardWalker(const simulate::ResolvedJourney& journey,
                                             std::uint64_t seed)
    : journey_(journey),
      horizon_(journey.horizon_days.value_or(std::numeric_limits<double>::infinity())),
      hazard_per_point_(-std::log(journey.hazard_ratio) / 12),
      interest_per_day_(std::log1p(journey.discount_rate) / 365),
      floor_(static_cast<int>(journey.goodwill_floor)),
      ceiling_(static_cast<int>(journey.goodwill_ceiling)),
      random_(seed),
      statistics_(sizes_of(journey)),
      at_(journey.touchpoints.size()),
      arrivals_(journey.transitions.size()),
      stage_reached_by_(journey.stage_count) {
    std::vector<double> shares;
    for (const simulate::ResolvedPersona& from : journey.personas) {
        shares.push_back(from.share);
        Persona persona{.goodwill = static_cast<int>(from.goodwill)};
        std::vector<double> weights;
        for (const auto& [touchpoint, share] : from.start) {
            persona.starts.push_back(touchpoint.index());
            weights.push_back(share);
        }
        persona.start = std::discrete_distribution<>(weights.begin(), weights.end());
        for (std::size_t v = 0; v < at_.size(); ++v)
            persona.visits.push_back(
                visit_of(journey.visit(PersonaId(personas_.size()), TouchpointId(v))));
        personas_.push_back(std::move(persona));
    }
    persona_ = std::discrete_distribution<>(shares.begin(), shares.end());
}

StraightforwardWalker::Visit StraightforwardWalker::visit_of(
    const simulate::ResolvedVisit& from) const {
    Visit visit{.bad = from.bad,
                .good = from.good,
                .silent = from.silent,
                .good_step = static_cast<int>(from.weight * journey_.goodwill_good),
                .bad_step = static_cast<int>(from.weight * journey_.goodwill_bad),
                .purchase = from.values.revenue > 0,
                .values = from.values,
                .way = from.way};
    for (const simulate::ResolvedCause& cause : from.causes)
        if (cause.cause.index() != dissatisfaction)
            visit.other_causes.push_back(cause.cause.index());
    for (const simulate::ResolvedWay& way : from.ways) visit.ways.push_back(way_of(way, from));
    return visit;
}

StraightforwardWalker::Way StraightforwardWalker::way_of(
    const simulate::ResolvedWay& from, const simulate::ResolvedVisit& visit) const {
    Way way;
    const double base = -std::log(from.stay);
    way.can_leave = from.stay < 1;
    for (const simulate::ResolvedCause& cause : visit.causes) {
        if (cause.cause.index() == dissatisfaction) {
            way.dissatisfaction = base * cause.factor;
            continue;
        }
        way.other_hazards.push_back(base * cause.factor);
        way.other += base * cause.factor;
    }
    std::vector<double> weights;
    for (const simulate::ResolvedEdge& edge : from.edges) {
        weights.push_back(edge.share);
        way.edges.push_back(edge_of(edge));
    }
    way.target = std::discrete_distribution<>(weights.begin(), weights.end());
    return way;
}

StraightforwardWalker::Edge StraightforwardWalker::edge_of(
    const simulate::ResolvedEdge& from) const {
    const simulate::Transition& transition = journey_.transitions[from.transition.index()];
    const bool to_outcome = static_cast<bool>(transition.to_outcome);
    return {.transition = from.transition.index(),
            .to_outcome = to_outcome,
            .target = to_outcome ? transition.to_outcome.index() : transition.to_touchpoint.index(),
            .wait = sampler_of(from.wait),
            .patience = from.patience_days,
            .friction = from.friction};
}

StraightforwardWalker::WaitSampler StraightforwardWalker::sampler_of(const simulate::WaitLaw& law) {
    WaitSampler wait{.kind = law.kind, .low = law.mean};
    const bool varies = law.mean > 0 && law.sd > 0;
    if ((law.kind == WaitKind::lognormal || law.kind == WaitKind::gamma) && !varies)
        wait.kind = WaitKind::fixed;
    if (wait.kind == WaitKind::lognormal) {
        const double variance = std::log1p(law.sd / law.mean * (law.sd / law.mean));
        wait.lognormal =
            Lognormal::param_type(std::log(law.mean) - variance / 2, std::sqrt(variance));
    } else if (wait.kind == WaitKind::gamma) {
        wait.gamma =
            Gamma::param_type(law.mean * law.mean / (law.sd * law.sd), law.sd * law.sd / law.mean);
    } else if (wait.kind == WaitKind::weibull) {
        wait.weibull = Weibull::param_type(law.shape, law.scale);
    } else if (wait.kind == WaitKind::uniform || wait.kind == WaitKind::pert) {
        wait.low = law.low;
        wait.range = law.high - law.low;
        if (wait.kind == WaitKind::pert && wait.range > 0) {
            wait.gamma = Gamma::param_type(1 + 4 * (law.likely - law.low) / wait.range, 1);
            wait.gamma_above = Gamma::param_type(1 + 4 * (law.high - law.likely) / wait.range, 1);
        }
    }
    return wait;
}

double StraightforwardWalker::draw_wait(const WaitSampler& wait) {
    switch (wait.kind) {
        case WaitKind::fixed:
            return wait.low;
        case WaitKind::exponential:
            return wait.low * exponential_(random_);
        case WaitKind::uniform:
            return wait.low + wait.range * uniform();
        case WaitKind::lognormal:
            return lognormal_(random_, wait.lognormal);
        case WaitKind::gamma:
            return gamma_(random_, wait.gamma);
        case WaitKind::weibull:
            return weibull_(random_, wait.weibull);
        case WaitKind::pert: {
            if (wait.range <= 0) return wait.low;
            const double a = gamma_(random_, wait.gamma);
            const double b = gamma_(random_, wait.gamma_above);
            return wait.low + wait.range * a / (a + b);
        }
    }
    return 0;
}

void StraightforwardWalker::walk(std::uint64_t customers) {
    for (std::uint64_t i = 0; i < customers; ++i) walk_one();
}

void StraightforwardWalker::walk_one() {
    Customer customer;
    customer.persona = static_cast<std::size_t>(persona_(random_));
    Persona& persona = personas_[customer.persona];
    customer.touchpoint = persona.starts[static_cast<std::size_t>(persona.start(random_))];
    customer.goodwill = persona.goodwill;
    ++statistics_.customers;
    ++statistics_.personas[customer.persona].customers;
    while (step(customer)) {
    }
    settle(customer);
}

// One visit and the way on; whether another visit follows.
bool StraightforwardWalker::step(Customer& customer) {
    Visit& visit = personas_[customer.persona].visits[customer.touchpoint];
    const Experience experience = arrive(customer, visit);
    count_visit(customer, visit, experience);
    Way& way = visit.ways[visit.way[static_cast<std::size_t>(experience)]];
    if (leaves(customer, visit, way)) return false;
    return go_on(customer, visit, way.edges[static_cast<std::size_t>(way.target(random_))]);
}

void StraightforwardWalker::move_goodwill(Customer& customer, int points) const {
    customer.goodwill = std::clamp(customer.goodwill + points, floor_, ceiling_);
}

Experience StraightforwardWalker::arrive(Customer& customer, const Visit& visit) {
    if (journey_.fade > 0) {
        const int start = personas_[customer.persona].goodwill;
        customer.goodwill -= static_cast<int>(journey_.fade * (customer.goodwill - start));
    }
    const double u = uniform();
    if (u < visit.bad) {
        move_goodwill(customer, visit.bad_step);
        return Experience::bad;
    }
    if (u < 1 - visit.good) return Experience::neutral;
    move_goodwill(customer, visit.good_step);
    return Experience::good;
}

bool StraightforwardWalker::leaves(const Customer& customer, const Visit& visit, const Way& way) {
    if (!way.can_leave) return false;
    const double dissatisfied =
        way.dissatisfaction * std::exp(hazard_per_point_ * customer.goodwill);
    const double hazard = dissatisfied + way.other;
    if (!(uniform() < -std::expm1(-hazard))) return false;
    std::size_t cause = dissatisfaction;
    double place = uniform() * hazard - dissatisfied;
    for (std::size_t i = 0; i < way.other_hazards.size() && place >= 0; ++i) {
        cause = visit.other_causes[i];
        place -= way.other_hazards[i];
    }
    count_leave(customer, cause, uniform() < visit.silent, customer.days);
    return true;
}

bool StraightforwardWalker::go_on(Customer& customer, const Visit& visit, const Edge& edge) {
    if (edge.friction) {
        move_goodwill(customer, static_cast<int>(journey_.friction_goodwill));
        customer.effort += journey_.friction_effort;
    }
    const double wait = draw_wait(edge.wait);
    bool impatient = false;
    double passes = wait;
    if (std::isfinite(edge.patience)) {
        passes = std::min(wait, edge.patience * exponential_(random_));
        impatient = passes < wait;
    }
    customer.days += passes;
    if (customer.days > horizon_) {
        ++statistics_.personas[customer.persona].in_progress;
        return false;
    }
    if (impatient) {
        count_leave(customer, delay, uniform() < visit.silent, customer.days);
        return false;
    }
    if (arrivals_[edge.transition]++ == 0) touched_transitions_.push_back(edge.transition);
    if (edge.to_outcome) {
        count_outcome(customer, edge.target);
        return false;
    }
    customer.touchpoint = edge.target;
    return true;
}

void StraightforwardWalker::count_visit(Customer& customer, const Visit& visit,
                                        Experience experience) {
    const std::size_t v = customer.touchpoint;
    AtTouchpoint& at = at_[v];
    TouchpointStatistics& statistics = statistics_.touchpoints[v];
    if (at.visits++ == 0) {
        touched_.push_back(v);
        statistics.first_arrival.add(customer.days);
    }
    if (experience == Experience::good) ++at.good;
    if (experience == Experience::bad) ++at.bad;
    at.goodwill += customer.goodwill;
    ++statistics.levels[static_cast<std::size_t>(customer.goodwill - floor_)];
    customer.effort += visit.values.effort;
    customer.cost += visit.values.cost;
    customer.revenue += visit.values.revenue;
    customer.refers += visit.values.refers;
    if (visit.purchase) ++customer.purchases;
    if (interest_per_day_ > 0) {
        customer.lifetime += (visit.values.revenue - visit.values.cost) *
                             std::exp(-interest_per_day_ * customer.days);
    }
}

void StraightforwardWalker::count_leave(const Customer& customer, std::size_t cause, bool silent,
                                        double when) {
    PersonaStatistics& persona = statistics_.personas[customer.persona];
    ++(silent ? persona.ghosted : persona.left_openly);
    ++statistics_.left[2 * (customer.touchpoint * journey_.cause_count + cause) + (silent ? 1 : 0)];
    if (const StageId stage = journey_.stage_of[customer.touchpoint])
        ++statistics_.stages[stage.index()].left;
    statistics_.ends.add(when);
}

void StraightforwardWalker::count_outcome(const Customer& customer, std::size_t outcome) {
    ++statistics_.personas[customer.persona].outcomes[outcome];
    if (journey_.outcome_is_success[outcome]) statistics_.time_to_success.add(customer.days);
    statistics_.ends.add(customer.days);
}

void StraightforwardWalker::settle(const Customer& customer) {
    settle_touchpoints();
    for (const std::size_t transition : touched_transitions_) {
        statistics_.transitions[transition].add(arrivals_[transition]);
        arrivals_[transition] = 0;
    }
    touched_transitions_.clear();
    settle_amounts(customer);
}

void StraightforwardWalker::settle_touchpoints() {
    for (const std::size_t v : touched_) {
        AtTouchpoint& at = at_[v];
        TouchpointStatistics& statistics = statistics_.touchpoints[v];
        const double visits = at.visits, good = at.good, bad = at.bad;
        ++statistics.reached;
        statistics.visits.add(visits);
        statistics.good.add(good);
        statistics.bad.add(bad);
        statistics.goodwill.add(at.goodwill);
        statistics.good_visits += good * visits;
        statistics.bad_visits += bad * visits;
        statistics.good_bad += good * bad;
        statistics.goodwill_visits += at.goodwill * visits;
        at = {};
        const StageId stage = journey_.stage_of[v];
        if (stage && stage_reached_by_[stage.index()] != statistics_.customers) {
            stage_reached_by_[stage.index()] = statistics_.customers;
            ++statistics_.stages[stage.index()].reached;
        }
    }
    touched_.clear();
}

void StraightforwardWalker::settle_amounts(const Customer& customer) {
    statistics_.effort.add(customer.effort);
    statistics_.newcomers.add(customer.refers);
    MoneyStatistics& money = statistics_.money;
    money.revenue.add(customer.revenue);
    money.cost.add(customer.cost);
    money.purchases.add(customer.purchases);
    money.revenue_cost += customer.revenue * customer.cost;
    money.revenue_purchases += customer.revenue * customer.purchases;
    if (customer.purchases == 0) return;
    ++money.buyers;
    if (customer.purchases > 1) ++money.repeat_buyers;
    money.lifetime.add(interest_per_day_ > 0 ? customer.lifetime
                                             : customer.revenue - customer.cost);
}

}  // namespace cjm::bench
