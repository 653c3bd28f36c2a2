#include "simulate/compare/budget.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include "base/contract.hpp"
#include "simulate/compare/set_scores.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t fewest_screened = 20'000;  // customers

/// Costs are decimals: their sums may be off by rounding.
bool affordable(double cost, double limit) {
    return cost <= limit * (1 + 1e-12);
}

std::vector<ScenarioSet> every_set(double limit, const Market& market, const SetScores& scores) {
    std::vector<ScenarioSet> sets;
    for (std::uint32_t bits = 0; bits < (1U << market.ids.size()); ++bits) {
        ScenarioSet set;
        for (std::size_t i = 0; i < market.ids.size(); ++i)
            if ((bits >> i & 1U) != 0) set.push_back(i);
        if (affordable(scores.cost(set), limit)) sets.push_back(std::move(set));
    }
    return sets;
}

/// The set with one more of the scenarios, each that can be paid for.
std::vector<ScenarioSet> one_more(const ScenarioSet& set, double limit, const Market& market,
                                  const SetScores& scores) {
    std::vector<ScenarioSet> sets;
    for (std::size_t i = 0; i < market.ids.size(); ++i) {
        if (std::binary_search(set.begin(), set.end(), i)) continue;
        ScenarioSet more = set;
        more.insert(std::upper_bound(more.begin(), more.end(), i), i);
        if (affordable(scores.cost(more), limit)) sets.push_back(std::move(more));
    }
    return sets;
}

/// Adds the scenario that helps most, or most for its cost, until none helps. false where stopped
bool climb(double limit, const Market& market, bool for_its_cost, SetScores& scores) {
    ScenarioSet at;
    for (;;) {
        const auto sets = one_more(at, limit, market, scores);
        if (!scores.score(sets)) return false;
        const double before = scores.scores().at(at)->gain;
        double most = 0;
        const ScenarioSet* best = nullptr;
        for (const ScenarioSet& set : sets) {
            const auto& score = scores.scores().at(set);
            if (!score || !(score->gain > before)) continue;
            const double price = scores.cost(set) - scores.cost(at);
            const double value = !for_its_cost ? score->gain - before
                                 : price > 0   ? (score->gain - before) / price
                                               : std::numeric_limits<double>::infinity();
            if (best == nullptr || value > most) {
                most = value;
                best = &set;
            }
        }
        if (best == nullptr) return true;
        at = *best;
    }
}

bool search(double limit, const Market& market, SetScores& scores) {
    if (!scores.score({ScenarioSet{}})) return false;
    return climb(limit, market, false, scores) && climb(limit, market, true, scores);
}

/// Customers that are enough to choose the sets worth a closer look.
std::uint64_t screened(std::uint64_t sets, std::uint64_t customers) {
    if (sets <= sets_at_once) return customers;
    return std::min(customers, std::max(fewest_screened, customers * sets_at_once / sets));
}

}  // namespace

std::optional<BudgetResult> best_within(double limit, const Market& market, Metric metric,
                                        const RunSettings& settings, const RunControl& control) {
    CJM_EXPECTS(market.ids.size() == market.costs.size());
    const bool all = market.ids.size() <= most_scenarios_for_every_set;
    const std::uint64_t sets = all ? std::uint64_t{1} << market.ids.size()
                                   : std::uint64_t{2} * market.ids.size() * market.ids.size();
    const auto journey = market.make({});
    CJM_EXPECTS(journey.has_value());
    const bool exactly = settings.method == Method::exact ||
                         (settings.method == Method::automatic && !journey->horizon_days);
    auto scores = exactly ? solved_scores(market, metric, settings, control) : nullptr;
    if (!scores)
        scores =
            sampled_scores(market, metric, settings, control, screened(sets, settings.customers));
    BudgetResult result;
    result.limit = limit;
    result.complete_search = all;
    const bool scored =
        all ? scores->score(every_set(limit, market, *scores)) : search(limit, market, *scores);
    if (!scored || !scores->settle(result)) return std::nullopt;
    return result;
}

}  // namespace cjm::simulate
