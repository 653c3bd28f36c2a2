#include "simulate/exact/impacts.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/contract.hpp"
#include "simulate/exact/one_visit.hpp"
#include "simulate/exact/solver.hpp"

namespace cjm::simulate {
namespace {

/// What a visit is worth by the metric, by goodwill after the experience.
class VisitReward {
  public:
    VisitReward(const ResolvedJourney& journey, PersonaId persona, const Chain& chain,
                Metric metric, std::span<const double> nps = {})
        : journey_(&journey),
          persona_(persona),
          chain_(&chain),
          metric_(metric),
          nps_(nps),
          worth_(chain.shape.width()) {}

    std::span<const double> operator()(TouchpointId touchpoint, std::size_t w) {
        const ResolvedVisit& visit = journey_->visit(persona_, touchpoint);
        const ChainWay& way = chain_->visits[touchpoint.index()].ways[w];
        if (metric_ == Metric::margin) {
            std::fill(worth_.begin(), worth_.end(), visit.values.revenue - visit.values.cost);
            return worth_;
        }
        if (metric_ == Metric::nps) return answers(way);
        const double on = metric_ == Metric::success ? succeeding(way) : visit.silent * tired(way);
        const double leaving = metric_ == Metric::success ? 0 : visit.silent;
        const double* stay = chain_->stay.data() + way.row * chain_->shape.levels;
        for (std::size_t i = 0; i < worth_.size(); ++i)
            worth_[i] = stay[i] * on + (1 - stay[i]) * leaving;
        return worth_;
    }

  private:
    /// The scores of those who end at this visit.
    std::span<const double> answers(const ChainWay& way) {
        const double* stay = chain_->stay.data() + way.row * chain_->shape.levels;
        const auto levels = static_cast<std::int64_t>(worth_.size());
        for (std::int64_t i = 0; i < levels; ++i) {
            const auto level = static_cast<std::size_t>(i);
            double on = 0;
            for (const ChainEdge& edge : way.edges) {
                const double ending = edge.outcome ? 1 : 1 - edge.arrive;
                const std::int64_t friction = edge.friction ? chain_->friction : 0;
                on += edge.share * ending *
                      nps_[static_cast<std::size_t>(
                          std::clamp<std::int64_t>(i + friction, 0, levels - 1))];
            }
            worth_[level] = (1 - stay[level]) * nps_[level] + stay[level] * on;
        }
        return worth_;
    }

    /// Of those who go on, who arrive at a success at once.
    [[nodiscard]] double succeeding(const ChainWay& way) const {
        double share = 0;
        for (const ChainEdge& edge : way.edges)
            if (edge.outcome && journey_->outcome_is_success[edge.outcome.index()])
                share += edge.share * edge.arrive;
        return share;
    }

    /// Of those who go on, who run out of patience.
    static double tired(const ChainWay& way) {
        double share = 0;
        for (const ChainEdge& edge : way.edges) share += edge.share * (1 - edge.arrive);
        return share;
    }

    const ResolvedJourney* journey_;
    PersonaId persona_;
    const Chain* chain_;
    Metric metric_;
    std::span<const double> nps_;  // by level
    std::vector<double> worth_;
};

/// Adds the impacts of one persona.
class PersonaImpacts {
  public:
    PersonaImpacts(const ResolvedJourney& journey, PersonaId persona, Metric metric,
                   std::span<const double> nps, ExactImpacts& impacts)
        : share_(journey.personas[persona.index()].share),
          chain_(build_chain(journey, persona, 1, 0)),
          solver_(chain_),
          good_over_bad_(chain_, solver_),
          reward_(VisitReward(journey, persona, chain_, metric, nps)),
          impacts_(impacts) {
        const ChainVector start = solver_.start();
        visits_ = solver_.arrivals(start, Weighing::customers);
        border_ = solver_.pushed(visits_, Weighing::customers, Reach::across_components);
        border_.add(start);
        worth_ = solver_.values(reward_, Weighing::customers);
        success_ = metric == Metric::success
                       ? worth_
                       : solver_.values(VisitReward(journey, persona, chain_, Metric::success),
                                        Weighing::customers);
        as_is_ = sum(start, worth_);
        impacts_.as_is += share_ * as_is_;
        impacts_.success += share_ * sum(start, success_);
    }

    /// The loop that could not be solved, or none.
    const Component* add() {
        for (std::size_t c = 0; c < solver_.components().size(); ++c) {
            const auto& touchpoints = solver_.components()[c].touchpoints;
            for (std::size_t i = 0; i < touchpoints.size() && solver_.stuck() == nullptr; ++i) {
                ExactImpact& impact = impacts_.touchpoints[touchpoints[i].index()];
                impact.all_good += share_ * forced(c, touchpoints[i], Forced::all_good);
                impact.all_bad += share_ * forced(c, touchpoints[i], Forced::all_bad);
                impact.gradient += share_ * good_over_bad_(touchpoints[i], visits_, worth_,
                                                           Weighing::customers, reward_);
                add_passing(c, i, impact);
            }
        }
        return solver_.stuck();
    }

  private:
    [[nodiscard]] double sum(const ChainVector& arrivals, const ChainVector& values) const {
        double all = 0;
        for (std::size_t t = 0; t < chain_.visits.size(); ++t)
            all += product(arrivals.at(TouchpointId(t)), values.at(TouchpointId(t)));
        return all;
    }

    /// The metric with a touchpoint forced: as it is, but for what comes into its component.
    double forced(std::size_t component, TouchpointId touchpoint, Forced how) {
        if (visits_.total(touchpoint) == 0) return as_is_;
        const auto chance = chain_.visits[touchpoint.index()].chance;
        const std::vector<double> as_is = solver_.gather(component, worth_);
        force(chain_, touchpoint, how);
        solver_.revalue(component, reward_, Weighing::customers, worth_);
        chain_.visits[touchpoint.index()].chance = chance;
        std::vector<double> change = solver_.gather(component, worth_);
        for (std::size_t i = 0; i < change.size(); ++i) change[i] -= as_is[i];
        solver_.spread(component, as_is, worth_);
        return as_is_ + product(solver_.gather(component, border_), change);
    }

    /// Those who ever come to the touchpoint at a position, and succeed.
    void add_passing(std::size_t component, std::size_t position, ExactImpact& impact) {
        const TouchpointId touchpoint = solver_.components()[component].touchpoints[position];
        Cut cut(chain_.visits.size());
        cut[touchpoint.index()] = true;
        LoopSolver& loop = solver_.loop(component);
        std::vector<double> first = solver_.gather(component, border_);
        loop.arrivals(first, Weighing::customers, cut);
        const auto there = loop.part(std::span<const double>(first), position);
        for (const double customers : there) impact.reach += share_ * customers;
        impact.successes += share_ * product(there, success_.at(touchpoint));
    }

    double share_;
    Chain chain_;
    ChainSolver solver_;
    GoodOverBad good_over_bad_;
    ChainSolver::Reward reward_;
    ExactImpacts& impacts_;
    ChainVector visits_, border_, worth_, success_;
    double as_is_ = 0;
};

}  // namespace

ImpactSolution solve_impacts(const ResolvedJourney& journey, Metric metric,
                             std::span<const double> nps) {
    CJM_EXPECTS(!journey.horizon_days);
    CJM_EXPECTS(metric != Metric::lifetime_value);
    const auto levels =
        static_cast<std::size_t>(journey.goodwill_ceiling - journey.goodwill_floor + 1);
    CJM_EXPECTS(metric != Metric::nps || nps.size() == levels);
    ImpactSolution solution;
    ExactImpacts impacts;
    impacts.touchpoints.resize(journey.touchpoints.size());
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        if (!(journey.personas[p].share > 0)) continue;
        PersonaImpacts persona(journey, PersonaId(p), metric, nps, impacts);
        if (const Component* stuck = persona.add()) {
            solution.unsolved = name_loop(*stuck);
            return solution;
        }
    }
    solution.impacts = std::move(impacts);
    return solution;
}

}  // namespace cjm::simulate
