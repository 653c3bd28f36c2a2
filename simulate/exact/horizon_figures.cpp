#include "simulate/exact/horizon_figures.hpp"

#include <algorithm>
#include <numeric>

#include "base/contract.hpp"
#include "simulate/exact/booking.hpp"

namespace cjm::simulate {
namespace {

constexpr auto delay = static_cast<std::size_t>(BuiltInCause::delay);

double total(std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// Of those who set out at a tick: the shares, weights included, that arrive and that run out of
/// patience, and the days of the arrivals.
struct OnTheWay {
    double arrive = 0, gone = 0, days = 0;
};
OnTheWay on_the_way(const WaitLattice& wait, std::size_t tick, std::span<const double> weights,
                    double tick_days) {
    OnTheWay sum;
    for (std::size_t k = 0; k < wait.arrive.size(); ++k) {
        const std::size_t at = tick + wait.first + k;
        if (at >= weights.size()) break;
        const double here = wait.arrive[k] * weights[at];
        sum.arrive += here;
        sum.days += here * static_cast<double>(at) * tick_days;
    }
    for (std::size_t k = 0; k < wait.gone.size() && tick + k < weights.size(); ++k)
        sum.gone += wait.gone[k] * weights[tick + k];
    return sum;
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
          booking_(journey, persona, chain_, figures),
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
        const double count = visits_.total(touchpoint);
        booking_.add_visits(touchpoint, count);
        if (!loops) {
            figure.reach += count;
            figure.first_arrival_days += days_[touchpoint.index()];
        }
        if (visit.purchase) add_purchases(visits_.at(touchpoint));
        pass_.booked(touchpoint, visits_.at(touchpoint));
        for (std::size_t w = 0; w < visit.ways.size(); ++w)
            booking_.add_after(touchpoint, visit.ways[w], pass_.after(visit, w), 1);
    }

    void add_purchases(std::span<const double> arrivals) {
        const std::size_t levels = chain_.shape.levels;
        figures_.purchases += total(arrivals);
        CJM_ASSERT(chain_.shape.layers == 3);
        figures_.buyers += total(arrivals.subspan(0, levels));
        figures_.repeat_buyers += total(arrivals.subspan(levels, levels));
    }

    void add_edge(const HorizonGrid::Edge& edge) {
        std::vector<double> arrived(chain_.shape.width()), gone(arrived), out(arrived);
        double days = 0;
        for (std::size_t tick = 0; tick <= grid_.ticks(); ++tick) {
            const auto going = walk_.going(edge.way, tick);
            if (going.empty()) continue;
            const OnTheWay sum = on_the_way(edge.wait, tick, weights_, grid_.tick_days());
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
        booking_.add_ends(edge.target, out, 1);
    }

    void book_edge(const HorizonGrid::Edge& edge, double out, double arrived, double gone,
                   double days) {
        const ChainEdge& target = edge.target;
        figures_.transitions[target.transition.index()] += arrived;
        if (target.friction) {
            figures_.switches += out;
            figures_.effort += out * journey_.friction_effort;
        }
        if (!edge.wait.gone.empty()) booking_.add_left(edge.from, delay, gone);
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

    const ResolvedJourney& journey_;
    PersonaId persona_;
    double share_;
    const HorizonGrid& grid_;
    const Chain& chain_;
    std::span<const double> weights_;
    ExactFigures& figures_;
    FigureBooking booking_;
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

bool add_horizon_seams(double share, const HorizonGrid& grid, std::span<const double> weights,
                       ExactFigures& figures) {
    HorizonWalk walk(grid, {}, {});
    if (!walk.run([](std::size_t, const ChainVector&) {})) return false;
    for (const auto& edge : grid.edges()) {
        double out = 0, gone = 0;
        for (std::size_t tick = 0; tick <= grid.ticks(); ++tick) {
            const double going = total(walk.going(edge.way, tick));
            if (!(going > 0)) continue;
            out += going * weights[tick];
            if (!edge.wait.gone.empty())
                gone += going * on_the_way(edge.wait, tick, weights, grid.tick_days()).gone;
        }
        const double scale = share * edge.target.share;
        figures.switched += edge.target.friction ? scale * out : 0;
        figures.broken += scale * (edge.target.friction ? out : gone);
    }
    return true;
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
