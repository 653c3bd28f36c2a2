#include "simulate/exact/figures.hpp"

#include <algorithm>
#include <limits>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "simulate/exact/booking.hpp"
#include "simulate/exact/purchases.hpp"
#include "simulate/exact/solver.hpp"

namespace cjm::simulate {
namespace {

constexpr auto delay = static_cast<std::size_t>(BuiltInCause::delay);

double total(std::span<const double> numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum;
}

/// Adds the figures of one persona.
class PersonaFigures {
  public:
    PersonaFigures(const ResolvedJourney& journey, PersonaId persona, double discount_per_day,
                   ExactFigures& figures)
        : journey_(journey),
          persona_(persona),
          share_(journey.personas[persona.index()].share),
          discounts_(discount_per_day > 0),
          chain_(build_chain(journey, persona, 1, discount_per_day)),
          solver_(chain_),
          pass_(solver_.pass()),
          figures_(figures),
          booking_(journey, persona, chain_, figures) {}

    /// The loop that could not be solved, or none.
    const Component* add(FiguresWanted wanted) {
        if (wanted == FiguresWanted::totals) return add_totals();
        return wanted == FiguresWanted::buyers ? add_buyers() : add_all();
    }

  private:
    const Component* add_all() {
        const ChainVector start = solver_.start();
        const ChainVector visits = solver_.arrivals(start, Weighing::customers);
        ChainVector days = solver_.pushed(visits, Weighing::days);
        days = solver_.arrivals(std::move(days), Weighing::customers);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t)
            add_touchpoint(TouchpointId(t), visits, days);
        if (solver_.stuck() != nullptr) return solver_.stuck();
        add_reach(start, visits, days);
        add_stages(visits);
        add_money(start, visits);
        if (solver_.stuck() == nullptr) add_seams(visits);
        return solver_.stuck();
    }

    /// Only what buyers do.
    const Component* add_buyers() {
        const ChainVector start = solver_.start();
        add_money(start, solver_.arrivals(start, Weighing::customers));
        return solver_.stuck();
    }

    /// Only what the visits give at once.
    const Component* add_totals() {
        const ChainVector visits = solver_.arrivals(solver_.start(), Weighing::customers);
        const ChainVector no_days(chain_);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            add_touchpoint(TouchpointId(t), visits, no_days);
            if (journey_.visit(persona_, TouchpointId(t)).values.revenue > 0)
                figures_.purchases += share_ * visits.total(TouchpointId(t));
        }
        return solver_.stuck();
    }

    void add_touchpoint(TouchpointId touchpoint, const ChainVector& visits,
                        const ChainVector& days) {
        const ChainVisit& visit = chain_.visits[touchpoint.index()];
        booking_.add_visits(touchpoint, share_ * visits.total(touchpoint));
        for (std::size_t w = 0; w < visit.ways.size(); ++w) {
            pass_.booked(touchpoint, visits.at(touchpoint));
            add_way(touchpoint, w);
            pass_.booked(touchpoint, days.at(touchpoint));
            pass_.after(visit, w);
            add_success_days(visit.ways[w], total(pass_.going(visit.ways[w])), Weighing::customers);
        }
    }

    /// Those whose experience leads to this way: goodwill, leaving, going on.
    void add_way(TouchpointId touchpoint, std::size_t w) {
        const ChainVisit& visit = chain_.visits[touchpoint.index()];
        const ChainWay& way = visit.ways[w];
        booking_.add_after(touchpoint, way, pass_.after(visit, w), share_);
        const auto going = pass_.going(way);
        const double on = share_ * total(going);
        for (const ChainEdge& edge : way.edges) add_edge(touchpoint, edge, on * edge.share, going);
        add_success_days(way, on / share_, Weighing::days);
    }

    void add_edge(TouchpointId touchpoint, const ChainEdge& edge, double setting_out,
                  std::span<const double> going) {
        const double arriving = setting_out * edge.arrive;
        figures_.transitions[edge.transition.index()] += arriving;
        if (edge.friction) add_switch(setting_out);
        if (edge.arrive < 1) booking_.add_left(touchpoint, delay, setting_out - arriving);
        if (edge.outcome) {
            figures_.outcomes[edge.outcome.index()] += arriving;
            if (journey_.outcome_is_success[edge.outcome.index()]) {
                figures_.success += arriving;
                figures_.persona_success[persona_.index()] += arriving;
            }
        }
        add_ends(edge, going);
    }

    void add_switch(double count) {
        figures_.switches += count;
        figures_.effort += count * journey_.friction_effort;
    }

    /// Goodwill of those who end on this edge, by impatience or at an outcome.
    void add_ends(const ChainEdge& edge, std::span<const double> going) {
        const double ending = share_ * edge.share * (edge.outcome ? 1 : 1 - edge.arrive);
        if (ending > 0) booking_.add_ends(edge, going, ending);
    }

    void add_success_days(const ChainWay& way, double going, Weighing weighing) {
        for (const ChainEdge& edge : way.edges)
            if (edge.outcome && journey_.outcome_is_success[edge.outcome.index()])
                figures_.success_days += share_ * going * edge.share * weight_of(edge, weighing);
    }

    /// Reach and first arrival: outside loops every arrival is the first one; in a loop, first
    /// passage.
    void add_reach(const ChainVector& start, const ChainVector& visits, const ChainVector& days) {
        ChainVector border = solver_.pushed(visits, Weighing::customers, Reach::across_components);
        border.add(start);
        ChainVector border_days =
            solver_.pushed(days, Weighing::customers, Reach::across_components);
        border_days.add(solver_.pushed(visits, Weighing::days, Reach::across_components));
        for (std::size_t c = 0; c < solver_.components().size(); ++c) {
            const Component& component = solver_.components()[c];
            if (component.loops) {
                add_first_passages(c, solver_.gather(c, border), solver_.gather(c, border_days));
                continue;
            }
            const TouchpointId touchpoint = component.touchpoints.front();
            ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
            figure.reach += share_ * visits.total(touchpoint);
            figure.first_arrival_days += share_ * days.total(touchpoint);
        }
    }

    /// border  what comes into the loop from outside, customers and their days
    void add_first_passages(std::size_t component, const std::vector<double>& border,
                            const std::vector<double>& border_days) {
        const auto& touchpoints = solver_.components()[component].touchpoints;
        LoopSolver& loop = solver_.loop(component);
        Cut cut(chain_.visits.size());
        for (std::size_t i = 0; i < touchpoints.size(); ++i) {
            cut[touchpoints[i].index()] = true;
            ExactTouchpoint& figure = figures_.touchpoints[touchpoints[i].index()];
            const auto there = [&](const std::vector<double>& numbers) {
                return total(loop.part(std::span(numbers), i));
            };
            std::vector<double> first = border, days = border_days;
            loop.arrivals(first, Weighing::customers, cut);
            figure.reach += share_ * there(first);
            loop.push(first, Weighing::days, cut, days);
            loop.arrivals(days, Weighing::customers, cut);
            figure.first_arrival_days += share_ * there(days);
            cut[touchpoints[i].index()] = false;
        }
    }

    void add_stages(const ChainVector& visits) {
        for (std::size_t stage = 0; stage < journey_.stage_count; ++stage) {
            Cut cut(chain_.visits.size());
            for (std::size_t t = 0; t < cut.size(); ++t)
                cut[t] = journey_.stage_of[t] == StageId(stage);
            const ChainVector first = solver_.first_arrivals(visits, cut);
            for (std::size_t t = 0; t < cut.size(); ++t)
                if (cut[t]) figures_.stage_reach[stage] += share_ * first.total(TouchpointId(t));
        }
    }

    /// Who switches or runs out of patience, by the first time that either happens.
    void add_seams(const ChainVector& visits) {
        Chain unbroken = chain_;
        if (!end_at_switches(unbroken)) return add_first_breaks(visits);
        ChainSolver solver(unbroken);
        const ChainVector before = solver.arrivals(solver.start(), Weighing::customers);
        if (solver.stuck() == nullptr) return add_first_breaks(before);
        figures_.switched = figures_.broken = std::numeric_limits<double>::quiet_NaN();
    }

    void add_first_breaks(const ChainVector& before) {
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            const ChainVisit& visit = chain_.visits[t];
            pass_.booked(TouchpointId(t), before.at(TouchpointId(t)));
            for (std::size_t w = 0; w < visit.ways.size(); ++w) {
                pass_.after(visit, w);
                const double going = share_ * total(pass_.going(visit.ways[w]));
                for (const ChainEdge& edge : visit.ways[w].edges) {
                    const double out = going * edge.share;
                    figures_.switched += edge.friction ? out : 0;
                    figures_.broken += edge.friction ? out : out * (1 - edge.arrive);
                }
            }
        }
    }

    void add_money(const ChainVector& start, const ChainVector& visits) {
        const Cut cut = purchases_of(chain_);
        if (std::none_of(cut.begin(), cut.end(), [](bool purchase) { return purchase; })) return;
        const ChainVector before = solver_.arrivals(start, Weighing::customers, cut);
        const ChainVector first = at_purchases(chain_, before);
        const ChainVector second = at_purchases(
            chain_,
            solver_.arrivals(solver_.pushed(first, Weighing::customers), Weighing::customers, cut));
        const ChainVector since = solver_.arrivals(first, Weighing::customers);
        figures_.purchases += share_ * at_purchases(chain_, visits).total();
        figures_.buyers += share_ * first.total();
        figures_.repeat_buyers += share_ * second.total();
        for (std::size_t t = 0; t < chain_.visits.size(); ++t)
            figures_.lost_buyers += share_ * lost(TouchpointId(t), since);
        if (!discounts_) return add_margin(before, since);
        const ChainVector discounted = solver_.arrivals(start, Weighing::discounted, cut);
        add_margin(discounted,
                   solver_.arrivals(at_purchases(chain_, discounted), Weighing::discounted));
    }

    /// Of arrivals at a touchpoint, those who leave there or go from it to an outcome that is no
    /// success.
    double lost(TouchpointId touchpoint, const ChainVector& arrivals) {
        const ChainVisit& visit = chain_.visits[touchpoint.index()];
        pass_.booked(touchpoint, arrivals.at(touchpoint));
        double sum = 0;
        for (std::size_t w = 0; w < visit.ways.size(); ++w) {
            const double here = total(pass_.after(visit, w));
            const double on = total(pass_.going(visit.ways[w]));
            sum += here - on;
            for (const ChainEdge& edge : visit.ways[w].edges) {
                const bool loss =
                    edge.outcome && !journey_.outcome_is_success[edge.outcome.index()];
                sum += on * edge.share * (loss ? 1 : 1 - edge.arrive);
            }
        }
        return sum;
    }

    /// Money of buyers: of visits before the first purchase by the chance that one follows, and of
    /// those since. Both in arrivals, discounted.
    void add_margin(const ChainVector& before, const ChainVector& since) {
        const ChainVector buys = chance_to_buy(solver_);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            const auto& values = journey_.visit(persona_, TouchpointId(t)).values;
            double visits = since.total(TouchpointId(t));
            const auto here = before.at(TouchpointId(t)), later = buys.at(TouchpointId(t));
            for (std::size_t i = 0; i < here.size() && !chain_.visits[t].purchase; ++i)
                visits += here[i] * later[i];
            figures_.discounted_margin += share_ * visits * (values.revenue - values.cost);
        }
    }

    const ResolvedJourney& journey_;
    PersonaId persona_;
    double share_;
    bool discounts_;
    Chain chain_;
    ChainSolver solver_;
    VisitPass& pass_;
    ExactFigures& figures_;
    FigureBooking booking_;
};

}  // namespace

ExactFigures empty_figures(const ResolvedJourney& journey) {
    ExactFigures figures;
    const auto levels =
        static_cast<std::size_t>(journey.goodwill_ceiling - journey.goodwill_floor) + 1;
    figures.outcomes.resize(journey.outcome_is_success.size());
    figures.causes.resize(journey.cause_count);
    ExactTouchpoint touchpoint;
    touchpoint.goodwill_visits.resize(levels);
    touchpoint.causes.resize(journey.cause_count);
    figures.touchpoints.resize(journey.touchpoints.size(), touchpoint);
    figures.stage_reach.resize(journey.stage_count);
    figures.stage_left.resize(journey.stage_count);
    figures.persona_success.resize(journey.personas.size());
    figures.persona_silent.resize(journey.personas.size());
    figures.transitions.resize(journey.transitions.size());
    figures.end_goodwill.resize(levels);
    return figures;
}

Unsolved name_loop(const Component& loop) {
    Unsolved unsolved{loop.touchpoints};
    std::sort(unsolved.loop.begin(), unsolved.loop.end(),
              [](TouchpointId a, TouchpointId b) { return a.index() < b.index(); });
    return unsolved;
}

ExactSolution solve_exactly(const ResolvedJourney& journey, double discount_rate,
                            FiguresWanted wanted) {
    CJM_EXPECTS(!journey.horizon_days);
    ExactSolution solution;
    ExactFigures figures = empty_figures(journey);
    const double discount_per_day = exact::log1p(discount_rate) / 365;
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        if (!(journey.personas[p].share > 0)) continue;
        PersonaFigures persona(journey, PersonaId(p), discount_per_day, figures);
        const Component* stuck = persona.add(wanted);
        if (stuck != nullptr) {
            solution.unsolved = name_loop(*stuck);
            return solution;
        }
    }
    solution.figures = std::move(figures);
    return solution;
}

}  // namespace cjm::simulate
