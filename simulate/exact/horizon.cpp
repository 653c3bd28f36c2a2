#include "simulate/exact/horizon.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <optional>
#include <vector>

#include "base/contract.hpp"
#include "simulate/exact/figure_numbers.hpp"
#include "simulate/exact/horizon_figures.hpp"
#include "simulate/exact/refinement.hpp"
#include "simulate/exact/tick_plan.hpp"

namespace cjm::simulate {
namespace {

using Numbers = std::vector<double>;

constexpr double none = std::numeric_limits<double>::infinity();
/// Finer grids are not worth their time once every figure is known so well.
constexpr double good_enough = 1e-9;

bool sells(const ResolvedJourney& journey) {
    return std::ranges::any_of(journey.visits,
                               [](const auto& visit) { return visit.values.revenue > 0; });
}

/// One kind of run: numbers of one grid, and what they cost.
class Runs {
  public:
    Runs(const ResolvedJourney& journey, std::size_t layers) : journey_(journey), layers_(layers) {}
    virtual ~Runs() = default;
    Runs(const Runs&) = delete;
    Runs& operator=(const Runs&) = delete;

    /// A grid for each persona, by persona; none where it takes no walks.
    using Grids = std::vector<std::optional<HorizonGrid>>;
    [[nodiscard]] Grids grids(std::size_t ticks, Ways ways) const {
        Grids grids(journey_.personas.size());
        for (std::size_t p = 0; p < grids.size(); ++p)
            if (journey_.personas[p].share > 0 && walks(PersonaId(p)) > 0)
                grids[p].emplace(journey_, PersonaId(p), chain(PersonaId(p)), ticks, ways);
        return grids;
    }

    [[nodiscard]] double cost(const Grids& grids) const {
        double sum = 0;
        for (std::size_t p = 0; p < grids.size(); ++p)
            if (grids[p]) sum += walks(PersonaId(p)) * walk_cost(*grids[p]);
        return sum;
    }

    /// Of grids of so many ticks, waits left out.
    [[nodiscard]] double least_cost(std::size_t ticks) const {
        double sum = 0;
        for (std::size_t p = 0; p < journey_.personas.size(); ++p)
            if (journey_.personas[p].share > 0)
                sum += walks(PersonaId(p)) * visits_cost(journey_, layers_, ticks);
        return sum;
    }

    /// Numbers, each event with the weight of its tick; empty where they could not be solved.
    [[nodiscard]] Numbers numbers(const Grids& grids, const Numbers& weights) const {
        ExactFigures figures = empty_figures(journey_);
        for (std::size_t p = 0; p < grids.size(); ++p)
            if (grids[p] && !add(PersonaId(p), *grids[p], weights, figures)) return {};
        Numbers numbers;
        collect(figures, numbers);
        return numbers;
    }

    /// Walks a persona takes.
    [[nodiscard]] virtual double walks(PersonaId persona) const = 0;

  protected:
    [[nodiscard]] virtual bool add(PersonaId persona, const HorizonGrid& grid,
                                   const Numbers& weights, ExactFigures& figures) const = 0;
    virtual void collect(const ExactFigures& figures, Numbers& numbers) const = 0;
    [[nodiscard]] virtual Chain chain(PersonaId persona) const {
        return build_chain(journey_, persona, layers_, 0);
    }

    const ResolvedJourney& journey_;

  private:
    std::size_t layers_;
};

/// Everything that one walk a persona gives.
class FigureRuns : public Runs {
  public:
    explicit FigureRuns(const ResolvedJourney& journey) : Runs(journey, sells(journey) ? 3 : 1) {}
    [[nodiscard]] double walks(PersonaId) const override { return 1; }

  protected:
    bool add(PersonaId persona, const HorizonGrid& grid, const Numbers& weights,
             ExactFigures& figures) const override {
        return add_horizon_figures(journey_, persona, grid, weights, figures);
    }
    void collect(const ExactFigures& figures, Numbers& numbers) const override {
        const auto keep = [&](double number) { numbers.push_back(number); };
        for_each_number(figures, keep);
        for_each_passage(figures, keep);
    }
};

/// Reach in loops and of stages: a walk each.
class ReachRuns : public Runs {
  public:
    explicit ReachRuns(const ResolvedJourney& journey) : Runs(journey, 1) {
        for (std::size_t p = 0; p < journey.personas.size(); ++p)
            loops_.push_back(in_loops(build_chain(journey, PersonaId(p), 1, 0)));
    }

    [[nodiscard]] double walks(PersonaId persona) const override {
        const auto& loops = loops_[persona.index()];
        return static_cast<double>(std::ranges::count(loops, true)) +
               static_cast<double>(journey_.stage_count);
    }

    /// Sets what these runs are needed for.
    void mark(ExactFigures& figures, double mark) const {
        for (const auto& loops : loops_)
            for (std::size_t t = 0; t < loops.size(); ++t)
                if (loops[t])
                    figures.touchpoints[t].reach = figures.touchpoints[t].first_arrival_days = mark;
        for (double& stage : figures.stage_reach) stage = mark;
    }

  protected:
    bool add(PersonaId persona, const HorizonGrid& grid, const Numbers& weights,
             ExactFigures& figures) const override {
        const double share = journey_.personas[persona.index()].share;
        for (std::size_t t = 0; t < journey_.touchpoints.size(); ++t) {
            if (!loops_[persona.index()][t]) continue;
            std::vector<bool> only(journey_.touchpoints.size());
            only[t] = true;
            const auto passage = first_passage(grid, only, weights);
            if (!passage.solved) return false;
            figures.touchpoints[t].reach += share * passage.reach;
            figures.touchpoints[t].first_arrival_days += share * passage.days;
        }
        for (std::size_t stage = 0; stage < journey_.stage_count; ++stage) {
            std::vector<bool> inside;
            for (const StageId of : journey_.stage_of) inside.push_back(of == StageId(stage));
            const auto passage = first_passage(grid, inside, weights);
            if (!passage.solved) return false;
            figures.stage_reach[stage] += share * passage.reach;
        }
        return true;
    }
    void collect(const ExactFigures& figures, Numbers& numbers) const override {
        for_each_passage(figures, [&](double number) { numbers.push_back(number); });
    }

  private:
    std::vector<std::vector<bool>> loops_;  ///< by persona and touchpoint
};

/// Customers who meet a seam: one walk of those who have not switched yet.
class SeamRuns : public Runs {
  public:
    explicit SeamRuns(const ResolvedJourney& journey) : Runs(journey, 1) {}
    [[nodiscard]] double walks(PersonaId) const override { return 1; }

  protected:
    bool add(PersonaId persona, const HorizonGrid& grid, const Numbers& weights,
             ExactFigures& figures) const override {
        return add_horizon_seams(journey_.personas[persona.index()].share, grid, weights, figures);
    }
    void collect(const ExactFigures& figures, Numbers& numbers) const override {
        for_each_seam(figures, [&](double number) { numbers.push_back(number); });
    }
    [[nodiscard]] Chain chain(PersonaId persona) const override {
        Chain unbroken = Runs::chain(persona);
        end_at_switches(unbroken);
        return unbroken;
    }
};

/// What fixed waits alone put on the horizon's tick, half of which the grid leaves out; or, where
/// they do not fall on ticks, all that they put near it: then nobody can say how much of it comes
/// in time.
Numbers atoms_at_the_horizon(const Runs& runs, const TickPlan& plan, std::size_t ticks) {
    if (!plan.has_atoms) return {};
    Numbers weights(ticks + 1);
    const std::size_t near = plan.atoms_on_ticks ? 0 : std::min<std::size_t>(ticks, 3);
    for (std::size_t tick = ticks - near; tick <= ticks; ++tick)
        weights[tick] = plan.atoms_on_ticks ? 0.5 : 1;
    return runs.numbers(runs.grids(ticks, Ways::atoms_only), weights);
}

bool all_good(const std::vector<Refinement::Limit>& limits) {
    return std::ranges::all_of(limits, [](const auto& limit) {
        return limit.error <= good_enough * std::max(1.0, std::abs(limit.value));
    });
}

/// Values and bounds on the finest grids that the budget allows; empty where it allows too few.
std::vector<Refinement::Limit> refine(const Runs& runs, const ResolvedJourney& journey,
                                      double budget) {
    const auto cost_of = [&](std::size_t ticks) {
        const double least = runs.least_cost(ticks);  // spares working out waits in vain
        return least > budget ? least : runs.cost(runs.grids(ticks, Ways::all));
    };
    const TickPlan plan = plan_ticks(journey, cost_of, budget);
    Refinement refinement(plan.uneven);
    std::vector<Refinement::Limit> limits;
    std::size_t ticks = plan.coarsest;
    for (double left = budget; left > 0; ticks *= 2) {
        if (runs.least_cost(ticks) > left) break;
        const auto grids = runs.grids(ticks, Ways::all);
        const double cost = runs.cost(grids);
        if (cost > left) break;
        left -= cost;
        Numbers numbers = runs.numbers(grids, horizon_weights(ticks));
        if (numbers.empty()) return {};
        refinement.add(std::move(numbers));
        if (refinement.grids() < 3) continue;
        limits = refinement.limits();
        if (all_good(limits)) {
            ticks *= 2;
            break;
        }
    }
    if (limits.empty()) return limits;
    const Numbers atoms = atoms_at_the_horizon(runs, plan, ticks / 2);
    for (std::size_t i = 0; i < atoms.size(); ++i)
        (plan.atoms_on_ticks ? limits[i].value : limits[i].error) += std::abs(atoms[i]);
    return limits;
}

/// No value where the bound is too wide.
template <class ForEach>
void refuse_vague(ExactFigures& figures, ExactFigures& errors, ForEach&& for_each) {
    std::vector<double*> values;
    for_each(figures, [&](double& value) { values.push_back(&value); });
    std::size_t i = 0;
    for_each(errors, [&](double& error) {
        const double value = *values[i++];
        if (!(error <= largest_horizon_error * std::max(1.0, std::abs(value)))) error = none;
    });
}

}  // namespace

HorizonSolution solve_horizon(const ResolvedJourney& journey, const HorizonBudget& budget,
                              unsigned threads) {
    CJM_EXPECTS(journey.horizon_days);
    HorizonSolution solution{empty_figures(journey), empty_figures(journey)};
    const auto each_number = [](ExactFigures& figures, auto&& visit) {
        for_each_number(figures, visit);
    };
    const auto each_passage = [](ExactFigures& figures, auto&& visit) {
        for_each_passage(figures, visit);
    };
    const auto each_seam = [](ExactFigures& figures, auto&& visit) {
        for_each_seam(figures, visit);
    };
    const auto both = [&](ExactFigures& figures, auto&& visit) {
        each_number(figures, visit);
        each_passage(figures, visit);
    };
    const auto add = [&](const auto& limits, auto&& for_each) {
        std::size_t i = 0, k = 0;
        for_each(solution.figures, [&](double& value) { value += limits[i++].value; });
        for_each(solution.errors, [&](double& error) { error += limits[k++].error; });
    };
    const ReachRuns reach(journey);
    auto reach_limits = std::async(threads == 1 ? std::launch::deferred : std::launch::async,
                                   [&] { return refine(reach, journey, budget.reach); });
    if (const auto limits = refine(FigureRuns(journey), journey, budget.figures); !limits.empty())
        add(limits, both);
    else
        both(solution.errors, [](double& error) { error = none; });
    if (const auto limits = refine(SeamRuns(journey), journey, budget.figures / 2); !limits.empty())
        add(limits, each_seam);
    else
        each_seam(solution.errors, [](double& error) { error = none; });
    if (const auto limits = reach_limits.get(); !limits.empty())
        add(limits, each_passage);
    else
        reach.mark(solution.errors, none);
    solution.errors.discounted_margin = none;
    refuse_vague(solution.figures, solution.errors, both);
    refuse_vague(solution.figures, solution.errors, each_seam);
    return solution;
}

}  // namespace cjm::simulate
