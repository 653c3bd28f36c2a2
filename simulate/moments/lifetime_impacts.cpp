#include "simulate/moments/lifetime_impacts.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>
#include <vector>

#include "simulate/exact/figures.hpp"
#include "simulate/exact/lifetime_gradient.hpp"
#include "simulate/moments/variations.hpp"

namespace cjm::simulate {
namespace {

/// One journey's lifetime value; nan where nobody buys.
struct Solved {
    double lifetime_value = std::numeric_limits<double>::quiet_NaN();
    Unsolved unsolved;
};

Solved solve(const ResolvedJourney& journey) {
    const ExactSolution solution =
        solve_exactly(journey, journey.discount_rate, FiguresWanted::buyers);
    Solved solved;
    if (!solution.figures) {
        solved.unsolved = solution.unsolved;
    } else if (solution.figures->buyers > 0) {
        solved.lifetime_value = solution.figures->discounted_margin / solution.figures->buyers;
    }
    return solved;
}

/// Every forced journey of the given touchpoints: good ones, then bad ones.
std::vector<Solved> solve_forced(const ResolvedJourney& journey,
                                 const std::vector<TouchpointId>& touchpoints, unsigned threads) {
    const std::size_t count = touchpoints.size();
    std::vector<Solved> solved(2 * count);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < solved.size(); i = next++)
            solved[i] = solve(with_forced(journey, touchpoints[i % count],
                                          i < count ? Forced::all_good : Forced::all_bad));
    };
    const std::size_t wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(wanted, solved.size()); ++i) others.emplace_back(work);
    work();
    others.clear();  // which waits for them
    return solved;
}

}  // namespace

ImpactSolution solve_lifetime_impacts(const ResolvedJourney& journey, unsigned threads) {
    ImpactSolution solution = solve_impacts(journey, Metric::success);
    if (!solution.impacts) return solution;
    const Solved as_is = solve(journey);
    std::vector<TouchpointId> reached;
    for (std::size_t t = 0; t < journey.touchpoints.size(); ++t)
        if (solution.impacts->touchpoints[t].reach > 0) reached.emplace_back(t);
    const std::vector<Solved> forced = solve_forced(journey, reached, threads);
    for (const Solved& one : forced)
        if (!one.unsolved.loop.empty()) return {{}, one.unsolved};
    if (!as_is.unsolved.loop.empty()) return {{}, as_is.unsolved};
    const LifetimeGradients slopes = solve_lifetime_gradients(journey);
    if (!slopes.gradients) return {{}, slopes.unsolved};
    solution.impacts->as_is = as_is.lifetime_value;
    for (std::size_t t = 0; t < journey.touchpoints.size(); ++t) {
        ExactImpact& impact = solution.impacts->touchpoints[t];
        impact.all_good = impact.all_bad = as_is.lifetime_value;
        impact.gradient = (*slopes.gradients)[t];
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        ExactImpact& impact = solution.impacts->touchpoints[reached[i].index()];
        impact.all_good = forced[i].lifetime_value;
        impact.all_bad = forced[reached.size() + i].lifetime_value;
    }
    return solution;
}

}  // namespace cjm::simulate
