#include <utility>

#include "simulate/exact/answer.hpp"
#include "simulate/exact/impacts.hpp"
#include "simulate/resolve.hpp"
#include "simulate/review/review_figures.hpp"

namespace cjm::simulate {
namespace {

/// Solves a journey and versions of it as long as the work allows.
class Solver {
  public:
    /// None: too much work, or a loop that could not be solved.
    std::optional<ExactImpacts> solve(const Journey& journey) {
        const ResolvedJourney resolved = resolve(journey);
        work_ += work_to_answer(journey) + work_of_a_pass(resolved);
        if (work_ > review_work) return std::nullopt;
        return solve_impacts(resolved, Metric::success).impacts;
    }

    /// Whether a few changed versions can be solved as well.
    [[nodiscard]] bool has_room() const { return 3 * work_ <= review_work; }

  private:
    static double work_of_a_pass(const ResolvedJourney& journey) {
        constexpr double of_a_level = 50;
        return of_a_level * static_cast<double>(journey.transitions.size()) *
               static_cast<double>(journey.goodwill_ceiling - journey.goodwill_floor + 1) *
               static_cast<double>(journey.personas.size());
    }
    double work_ = 0;
};

class SolvedFigures : public ReviewFigures {
  public:
    SolvedFigures(Solver solver, ExactImpacts as_it_is)
        : solver_(solver), as_it_is_(std::move(as_it_is)) {}

    [[nodiscard]] std::uint64_t customers() const override { return 0; }

    [[nodiscard]] Estimate reach(TouchpointId touchpoint) const override {
        const double reach = as_it_is_.touchpoints[touchpoint.index()].reach;
        return {reach, 0, reach, reach, reach, std::nullopt};
    }

    [[nodiscard]] std::optional<Difference> gain(const Journey& changed) override {
        const auto solved = solver_.solve(changed);
        if (!solved) return std::nullopt;
        return known(as_it_is_.success, solved->success);
    }

    [[nodiscard]] std::optional<Difference> impact(TouchpointId touchpoint) override {
        const auto& at = as_it_is_.touchpoints[touchpoint.index()];
        return known(at.all_bad, at.all_good);
    }

  private:
    static Difference known(double before, double after) {
        return {before, after, after - before, after - before};
    }

    Solver solver_;
    ExactImpacts as_it_is_;
};

}  // namespace

std::unique_ptr<ReviewFigures> review_by_solving(const Journey& journey) {
    if (journey.horizon_days) return nullptr;
    Solver solver;
    auto as_it_is = solver.solve(journey);
    if (!as_it_is || !solver.has_room()) return nullptr;
    return std::make_unique<SolvedFigures>(solver, *std::move(as_it_is));
}

}  // namespace cjm::simulate
