#include "simulate/exact/horizon_figures.hpp"

#include <algorithm>
#include <numeric>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

constexpr auto delay = static_cast<std::size_t>(BuiltInCause::delay);
constexpr auto dissatisfaction = static_cast<std::size_t>(BuiltInCause::dissatisfaction);

double total(std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

class HorizonCount {
  public:
    HorizonCount(const ResolvedJourney& journey, PersonaId persona, const HorizonGrid& grid,
                 std::span<const double> weights, ExactFigures& figures)
        : journey_(journey),
          persona_(persona),
          share_(journey.personas[persona.index()].share),
          grid_(grid),
          chain_(grid.chain()),
          weights_(weights),
          figures_(figures),
          pass_(chain_),
          walk_(grid, {}, {}),
          visits_(chain_),
          days_(chain_.visits.size()) {}

    bool add() {
        if (!walk_.run([&](std::size_t tick, const ChainVector& arrivals) {
                const double weight = share_ * weights_[tick];
                const double days = static_cast<double>(tick) * grid_.tick_days();
                for (std::size_t t = 0; t < days_.size() && weight > 0; ++t) {
                    const auto from = arrivals.at(TouchpointId(t));
                    const auto to = visits_.at(TouchpointId(t));
                    for (std::size_t i = 0; i < to.size(); ++i) to[i] += weight * from[i];
                    days_[t] += weight * days * total(from);
                }
            }))
            return false;
        const auto loops = in_loops(chain_);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t)
            add_touchpoint(TouchpointId(t), loops[t]);
        for (const auto& edge : grid_.edges()) add_edge(edge);
        return true;
    }

  private:
    void add_touchpoint(TouchpointId touchpoint, bool loops) {
        ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
        const ChainVisit& visit = chain_.visits[touchpoint.index()];
        const VisitValues& values = journey_.visit(persona_, touchpoint).values;
        const double count = visits_.total(touchpoint);
        figure.visits += count;
        figure.good += count * visit.chance[static_cast<std::size_t>(Experience::good)];
        figure.neutral += count * visit.chance[static_cast<std::size_t>(Experience::neutral)];
        figure.bad += count * visit.chance[static_cast<std::size_t>(Experience::bad)];
        if (!loops) {
            figure.reach += count;
            figure.first_arrival_days += days_[touchpoint.index()];
        }
        figures_.effort += count * values.effort;
        figures_.cost += count * values.cost;
        figures_.revenue += count * values.revenue;
        figures_.newcomers += count * values.refers;
        if (visit.purchase) add_purchases(visits_.at(touchpoint));
        pass_.booked(touchpoint, visits_.at(touchpoint));
        for (std::size_t w = 0; w < visit.ways.size(); ++w) add_way(touchpoint, w);
    }

    void add_purchases(std::span<const double> arrivals) {
        const std::size_t levels = chain_.shape.levels;
        figures_.purchases += total(arrivals);
        CJM_ASSERT(chain_.shape.layers == 3);
        figures_.buyers += total(arrivals.subspan(0, levels));
        figures_.repeat_buyers += total(arrivals.subspan(levels, levels));
    }

    void add_way(TouchpointId touchpoint, std::size_t w) {
        ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
        const ChainVisit& visit = chain_.visits[touchpoint.index()];
        const auto after = pass_.after(visit, w);
        const std::size_t levels = chain_.shape.levels, row = visit.ways[w].row * levels;
        double dissatisfied = 0, left = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::size_t level = i % levels;
            const double leaving = after[i] * (1 - chain_.stay[row + level]);
            figure.goodwill +=
                after[i] * (static_cast<double>(chain_.shape.floor) + static_cast<double>(level));
            figure.goodwill_visits[level] += after[i];
            figures_.end_goodwill[level] += leaving;
            if (i >= levels) figures_.lost_buyers += leaving;
            left += leaving;
            dissatisfied += leaving * chain_.dissatisfied[row + level];
        }
        add_leaving(touchpoint, dissatisfied, left - dissatisfied);
    }

    void add_leaving(TouchpointId touchpoint, double dissatisfied, double others) {
        add_left(touchpoint, dissatisfaction, dissatisfied);
        const auto& causes = journey_.visit(persona_, touchpoint).causes;
        double weight = 0;
        for (const auto& cause : causes)
            if (cause.cause.index() != dissatisfaction) weight += cause.factor;
        if (!(weight > 0)) return;
        for (const auto& cause : causes)
            if (cause.cause.index() != dissatisfaction)
                add_left(touchpoint, cause.cause.index(), others * cause.factor / weight);
    }

    void add_left(TouchpointId touchpoint, std::size_t cause, double left) {
        ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
        const double silent = left * journey_.visit(persona_, touchpoint).silent;
        figure.left += left;
        figure.silent += silent;
        figure.causes[cause] += left;
        figures_.causes[cause] += left;
        figures_.left += left;
        figures_.silent += silent;
        figures_.persona_silent[persona_.index()] += silent;
        const StageId stage = journey_.stage_of[touchpoint.index()];
        if (stage) figures_.stage_left[stage.index()] += left;
    }

    /// Of those who set out at a tick: the shares, weights included, that arrive and that run out
    /// of patience, and the days of the arrivals.
    struct OnTheWay {
        double arrive = 0, gone = 0, days = 0;
    };
    OnTheWay on_the_way(const WaitLattice& wait, std::size_t tick) const {
        OnTheWay sum;
        for (std::size_t k = 0; k < wait.arrive.size(); ++k) {
            const std::size_t at = tick + wait.first + k;
            if (at >= weights_.size()) break;
            const double here = wait.arrive[k] * weights_[at];
            sum.arrive += here;
            sum.days += here * static_cast<double>(at) * grid_.tick_days();
        }
        for (std::size_t k = 0; k < wait.gone.size() && tick + k < weights_.size(); ++k)
            sum.gone += wait.gone[k] * weights_[tick + k];
        return sum;
    }

    void add_edge(const HorizonGrid::Edge& edge) {
        std::vector<double> arrived(chain_.shape.width()), gone(arrived), out(arrived);
        double days = 0;
        for (std::size_t tick = 0; tick <= grid_.ticks(); ++tick) {
            const auto going = walk_.going(edge.way, tick);
            if (going.empty()) continue;
            const OnTheWay sum = on_the_way(edge.wait, tick);
            const double scale = share_ * edge.target.share;
            for (std::size_t i = 0; i < going.size(); ++i) {
                arrived[i] += scale * sum.arrive * going[i];
                gone[i] += scale * sum.gone * going[i];
                out[i] += scale * weights_[tick] * going[i];
            }
            days += scale * sum.days * total(going);
        }
        const std::size_t levels = chain_.shape.levels;  // from there on: those who bought
        figures_.lost_buyers += total(std::span(gone).subspan(levels));
        if (edge.target.outcome && !journey_.outcome_is_success[edge.target.outcome.index()])
            figures_.lost_buyers += total(std::span(arrived).subspan(levels));
        book_edge(edge, total(out), total(arrived), total(gone), days);
        // at an end: all but those who arrive at a touchpoint
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] -= edge.target.touchpoint ? arrived[i] : 0;
        add_ends(edge.target, out);
    }

    void book_edge(const HorizonGrid::Edge& edge, double out, double arrived, double gone,
                   double days) {
        const ChainEdge& target = edge.target;
        figures_.transitions[target.transition.index()] += arrived;
        if (target.friction) figures_.effort += out * journey_.friction_effort;
        if (!edge.wait.gone.empty()) add_left(edge.from, delay, gone);
        const double still = out - arrived - gone;
        if (journey_.in_progress_is_success)
            add_success(still);
        else
            figures_.in_progress += still;
        if (!target.outcome) return;
        figures_.outcomes[target.outcome.index()] += arrived;
        if (!journey_.outcome_is_success[target.outcome.index()]) return;
        add_success(arrived);
        figures_.success_days += days;
    }

    void add_success(double share) {
        figures_.success += share;
        figures_.persona_success[persona_.index()] += share;
    }

    /// Goodwill of those who end on this edge: impatient, in progress, or at an outcome.
    void add_ends(const ChainEdge& edge, std::span<const double> ending) {
        const auto levels = static_cast<std::int64_t>(chain_.shape.levels);
        for (std::size_t i = 0; i < ending.size(); ++i) {
            auto level = static_cast<std::int64_t>(i) % levels;
            if (edge.friction)
                level = std::clamp<std::int64_t>(level + chain_.friction, 0, levels - 1);
            figures_.end_goodwill[static_cast<std::size_t>(level)] += ending[i];
        }
    }

    const ResolvedJourney& journey_;
    PersonaId persona_;
    double share_;
    const HorizonGrid& grid_;
    const Chain& chain_;
    std::span<const double> weights_;
    ExactFigures& figures_;
    VisitPass pass_;
    HorizonWalk walk_;
    ChainVector visits_;
    std::vector<double> days_;  ///< by touchpoint: sum of the arrivals' days
};

/// The touchpoints from which some of `targets` can be reached, those included.
std::vector<bool> leading_to(const HorizonGrid& grid, const std::vector<bool>& targets) {
    std::vector<bool> leading = targets;
    for (bool more = true; more;) {
        more = false;
        for (const auto& edge : grid.edges()) {
            const TouchpointId to = edge.target.touchpoint;
            if (!to || !leading[to.index()] || leading[edge.from.index()]) continue;
            leading[edge.from.index()] = more = true;
        }
    }
    return leading;
}

}  // namespace

std::vector<double> horizon_weights(std::size_t ticks) {
    std::vector<double> weights(ticks + 1, 1.0);
    weights.back() = 0.5;
    return weights;
}

std::vector<bool> in_loops(const Chain& chain) {
    std::vector<bool> loops(chain.visits.size());
    for (const Component& component : components_of(chain))
        for (const TouchpointId touchpoint : component.touchpoints)
            loops[touchpoint.index()] = component.loops;
    return loops;
}

bool add_horizon_figures(const ResolvedJourney& journey, PersonaId persona, const HorizonGrid& grid,
                         std::span<const double> weights, ExactFigures& figures) {
    CJM_EXPECTS(weights.size() == grid.ticks() + 1);
    return HorizonCount(journey, persona, grid, weights, figures).add();
}

FirstPassage first_passage(const HorizonGrid& grid, std::vector<bool> touchpoints,
                           std::span<const double> weights) {
    FirstPassage passage;
    const auto followed = leading_to(grid, touchpoints);
    double starting = 0;
    for (const auto& [touchpoint, share] : grid.chain().start)
        if (followed[touchpoint.index()]) starting += share;
    if (!(starting > 0)) return passage;
    HorizonWalk walk(grid, followed, touchpoints);
    passage.solved = walk.run([&](std::size_t tick, const ChainVector& arrivals) {
        double here = 0;
        for (std::size_t t = 0; t < touchpoints.size(); ++t)
            if (touchpoints[t]) here += arrivals.total(TouchpointId(t));
        passage.reach += weights[tick] * here;
        passage.days += weights[tick] * here * static_cast<double>(tick) * grid.tick_days();
    });
    return passage;
}

}  // namespace cjm::simulate
