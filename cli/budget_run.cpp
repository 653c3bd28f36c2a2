#include "cli/budget_run.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "base/diagnostic.hpp"
#include "cli/run_method.hpp"
#include "journey/check/check.hpp"
#include "simulate/compare/budget.hpp"

namespace cjm::cli {
namespace {

bool has_errors_of_its_own(Journey journey) {
    journey.scenarios.clear();
    return has_errors(check_journey(journey));
}

/// The scenarios that may be bought, in the file's order.
std::vector<ScenarioId> on_offer(const Journey& journey, const std::vector<std::string>& asked) {
    std::vector<std::string> named;
    for (const std::string& value : asked)
        for (std::string& name : scenarios_named(value, "--scenario"))
            named.push_back(std::move(name));
    std::vector<ScenarioId> scenarios;
    for (std::size_t i = 0; i < journey.scenarios.size(); ++i) {
        const std::string& id = journey.scenarios[i].id.value;
        if (asked.empty() || std::find(named.begin(), named.end(), id) != named.end())
            scenarios.push_back(ScenarioId(i));
    }
    return scenarios;
}

}  // namespace

void spend_budget(const ComparedFiles& compared, const std::vector<std::string>& scenarios,
                  double limit, const RunSettings& settings, ComparisonResult& result) {
    const auto start = std::chrono::steady_clock::now();
    const Journey& written = compared.written[0];
    simulate::Market market;
    for (const ScenarioId id : on_offer(written, scenarios)) {
        market.ids.push_back(written.scenarios[id.index()].id.value);
        market.costs.push_back(written.scenarios[id.index()].cost.likely);
    }
    market.make = [&](const simulate::ScenarioSet& set) -> std::optional<Journey> {
        JourneyOptions options = compared.options.front();
        options.scenarios.clear();
        for (const std::size_t i : set) options.scenarios.push_back(market.ids[i]);
        Journey journey = ask_journey(written, options);
        if (has_errors_of_its_own(journey)) return std::nullopt;
        return journey;
    };
    RunSettings own = settings;
    own.customers = std::max(settings.customers, result.baseline.settings.customers);
    simulate::RunControl control;
    control.instruction_set = asked_instruction_set();
    result.budget = simulate::best_within(limit, market, result.metric, own, control);
    if (!result.budget) throw std::logic_error("the search within a budget ended without a result");
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    result.seconds += elapsed.count();
}

}  // namespace cjm::cli
