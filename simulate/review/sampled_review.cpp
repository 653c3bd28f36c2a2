#include <algorithm>
#include <utility>

#include "simulate/compare/compare.hpp"
#include "simulate/moments/moments.hpp"
#include "simulate/review/review_figures.hpp"
#include "simulate/simulate.hpp"
#include "simulate/walk/walker.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t most_customers = 20'000, fewest_customers = 1'000;

RunSettings sampling(std::uint64_t customers) {
    RunSettings settings;
    settings.customers = customers;
    settings.method = Method::monte_carlo;
    return settings;
}

class SampledFigures : public ReviewFigures {
  public:
    SampledFigures(const Journey& journey, SimulationResult as_it_is, double visits_left)
        : journey_(journey), as_it_is_(std::move(as_it_is)), visits_left_(visits_left) {}

    [[nodiscard]] std::uint64_t customers() const override { return as_it_is_.settings.customers; }

    [[nodiscard]] Estimate reach(TouchpointId touchpoint) const override {
        return as_it_is_.touchpoints[touchpoint.index()].reach;
    }

    [[nodiscard]] std::optional<Difference> gain(const Journey& changed) override {
        if (!spend(2)) return std::nullopt;
        const Candidate candidate{"changed", "changed", changed};
        const auto compared =
            compare(journey_, {&candidate, 1}, {.metric = Metric::success}, sampling(customers()))
                .result;
        if (!compared) return std::nullopt;
        const ScenarioComparison& scenario = compared->scenarios.front();
        const MaybeEstimate& difference = scenario.difference.of(ComparedFigure::success);
        if (!difference) return std::nullopt;
        return Difference{compared->baseline.success.estimate, scenario.result.success.estimate,
                          difference->low, difference->high};
    }

    [[nodiscard]] std::optional<Difference> impact(TouchpointId touchpoint) override {
        if (!looked_for_moments_) find_all_moments();
        if (!moments_) return std::nullopt;
        const MomentResult& moment = moments_->touchpoints[touchpoint.index()];
        if (!moment.impact || !moment.all_bad || !moment.all_good) return std::nullopt;
        return Difference{moment.all_bad->estimate, moment.all_good->estimate, moment.impact->low,
                          moment.impact->high};
    }

  private:
    /// Whether so many walks of all customers are still to be had; they are then spent.
    bool spend(double walks) {
        const double visits = walks * static_cast<double>(as_it_is_.timing.steps);
        if (visits > visits_left_) return false;
        visits_left_ -= visits;
        return true;
    }

    void find_all_moments() {
        looked_for_moments_ = true;
        // who reaches a touchpoint walks again, twice
        double walks = 1;
        for (const TouchpointResult& touchpoint : as_it_is_.touchpoints)
            walks += 2 * touchpoint.reach.estimate;
        if (!spend(walks)) return;
        MomentsSettings settings;
        settings.run = sampling(customers());
        moments_ = find_moments(journey_, settings).result;
    }

    const Journey& journey_;
    SimulationResult as_it_is_;
    double visits_left_;
    bool looked_for_moments_ = false;
    std::optional<MomentsResult> moments_;
};

}  // namespace

std::unique_ptr<ReviewFigures> review_by_sampling(const Journey& journey) try {
    // a few first, to see how far they walk
    constexpr std::uint64_t a_few = 20;
    const auto few = simulate(journey, sampling(a_few));
    if (!few) return nullptr;
    const double visits_each = static_cast<double>(few->timing.steps) / a_few;
    // as it is, a change or two, and most touchpoints forced: some fifteen walks
    constexpr double walks = 15;
    const double customers = review_visits / (walks * std::max(visits_each, 1.0));
    if (customers < fewest_customers) return nullptr;
    auto as_it_is = simulate(
        journey, sampling(std::min(most_customers, static_cast<std::uint64_t>(customers))));
    if (!as_it_is) return nullptr;
    const double spent = static_cast<double>(as_it_is->timing.steps);
    return std::make_unique<SampledFigures>(journey, *std::move(as_it_is), review_visits - spent);
} catch (const TooManyVisits&) {
    return nullptr;
}

}  // namespace cjm::simulate
