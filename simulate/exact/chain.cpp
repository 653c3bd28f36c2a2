#include "simulate/exact/chain.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "base/exact_math.hpp"

namespace cjm::simulate {
namespace {

class ChainBuilder {
  public:
    ChainBuilder(const ResolvedJourney& journey, PersonaId persona, std::size_t layers, double rho)
        : journey_(journey), persona_(persona), rho_(rho) {
        chain_.shape.levels =
            static_cast<std::size_t>(journey.goodwill_ceiling - journey.goodwill_floor) + 1;
        chain_.shape.layers = layers;
        chain_.shape.floor = journey.goodwill_floor;
        chain_.friction = journey.friction_goodwill;
    }

    Chain build() {
        const auto& persona = journey_.personas[persona_.index()];
        chain_.start = persona.start;
        chain_.start_level = chain_.shape.level(persona.goodwill);
        fade(persona.goodwill);
        for (std::size_t t = 0; t < journey_.touchpoints.size(); ++t)
            chain_.visits.push_back(visit(journey_.visit(persona_, TouchpointId(t))));
        return std::move(chain_);
    }

  private:
    std::int64_t goodwill(std::size_t level) const {
        return chain_.shape.floor + static_cast<std::int64_t>(level);
    }

    void fade(std::int64_t start) {
        if (journey_.fade == 0) return;
        for (std::size_t level = 0; level < chain_.shape.levels; ++level) {
            const double distance = static_cast<double>(goodwill(level) - start);
            const auto lost = static_cast<std::int64_t>(std::trunc(journey_.fade * distance));
            chain_.faded.push_back(chain_.shape.level(goodwill(level) - lost));
        }
    }

    ChainVisit visit(const ResolvedVisit& resolved) {
        ChainVisit visit;
        const double neutral = std::max(0.0, 1 - resolved.good - resolved.bad);
        visit.chance = {resolved.good, neutral, resolved.bad};
        visit.step = {resolved.weight * journey_.goodwill_good, 0,
                      resolved.weight * journey_.goodwill_bad};
        visit.way = resolved.way;
        visit.purchase = resolved.values.revenue > 0;
        for (const auto& way : resolved.ways) visit.ways.push_back(this->way(way, resolved));
        return visit;
    }

    ChainWay way(const ResolvedWay& resolved, const ResolvedVisit& visit) {
        ChainWay way;
        way.row = chain_.stay.size() / chain_.shape.levels;
        stay_row(resolved.stay, visit);
        for (const auto& edge : resolved.edges)
            if (edge.share > 0) way.edges.push_back(this->edge(edge, resolved.stay));
        return way;
    }

    void stay_row(double stay, const ResolvedVisit& visit) {
        const double base = stay < 1 ? -exact::log(stay) : 0;
        double dissatisfaction = 0, others = 0;
        for (const auto& cause : visit.causes) {
            const bool first =
                cause.cause.index() == static_cast<std::size_t>(BuiltInCause::dissatisfaction);
            (first ? dissatisfaction : others) += base * cause.factor;
        }
        const double per_point = exact::log(journey_.hazard_ratio) / 12;
        for (std::size_t level = 0; level < chain_.shape.levels; ++level) {
            const double own =
                dissatisfaction * exact::exp(-per_point * static_cast<double>(goodwill(level)));
            chain_.stay.push_back(exact::exp(-(own + others)));
            const double share = own + others > 0 ? own / (own + others) : 0;
            // beyond all numbers it is the only cause
            chain_.dissatisfied.push_back(std::isinf(own) ? 1 : share);
        }
    }

    ChainEdge edge(const ResolvedEdge& resolved, double stay) const {
        const Transition& transition = journey_.transitions[resolved.transition.index()];
        const double rate = 1 / resolved.patience_days;
        const WaitTransform patient = transform(resolved.wait, rate);
        ChainEdge edge;
        edge.transition = resolved.transition;
        edge.touchpoint = transition.to_touchpoint;
        edge.outcome = transition.to_outcome;
        edge.share = resolved.share / stay;
        edge.arrive = patient.survive;
        edge.arrive_days = patient.time_survive;
        edge.discounted =
            rho_ > 0 ? transform(resolved.wait, rate + rho_).survive : patient.survive;
        edge.friction = resolved.friction;
        return edge;
    }

    const ResolvedJourney& journey_;
    PersonaId persona_;
    double rho_;
    Chain chain_;
};

}  // namespace

Chain build_chain(const ResolvedJourney& journey, PersonaId persona, std::size_t layers,
                  double discount_per_day) {
    CJM_EXPECTS(layers == 1 || layers == 3);
    return ChainBuilder(journey, persona, layers, discount_per_day).build();
}

void force(Chain& chain, TouchpointId touchpoint, Forced forced) {
    auto& chance = chain.visits[touchpoint.index()].chance;
    if (forced == Forced::all_good) chance = {1, 0, 0};
    if (forced == Forced::all_bad) chance = {0, 0, 1};
}

bool end_at_switches(Chain& chain) {
    bool any = false;
    for (ChainVisit& visit : chain.visits)
        for (ChainWay& way : visit.ways)
            for (ChainEdge& edge : way.edges) {
                if (!edge.friction) continue;
                edge.touchpoint = TouchpointId();
                any = true;
            }
    return any;
}

}  // namespace cjm::simulate
