#include "simulate/compare/budget.hpp"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

/// Scenarios that each keep half of those who leave at one of `steps` touchpoints in a row, and one
/// that does the same as the first for less.
std::string chain(int steps, const std::string& horizon = {}) {
    std::string text = "[journey]\ntitle = \"Chain\"\nstart = \"t0\"\n" + horizon;
    for (int i = 0; i < steps; ++i) {
        const std::string next = i + 1 < steps ? "t" + std::to_string(i + 1) : "done";
        text += "[[touchpoint]]\nid = \"t" + std::to_string(i) + "\"\nnext = { " + next + " = 0." +
                std::to_string(9 - i % 3) + " }\n";
    }
    text += "[[outcome]]\nid = \"done\"\nkind = \"success\"\n";
    for (int i = 0; i < steps; ++i)
        text += "[[scenario]]\nid = \"s" + std::to_string(i) +
                "\"\ncost = " + std::to_string(10 + i) + "\n[[scenario.each]]\nwhere = { id = \"t" +
                std::to_string(i) + "\" }\nleave = 0.5\n";
    return text;
}

Market market_of(const Journey& journey) {
    Market market;
    for (const Scenario& scenario : journey.scenarios) {
        market.ids.push_back(scenario.id.value);
        market.costs.push_back(scenario.cost.likely);
    }
    market.make = [&journey](const ScenarioSet& set) {
        Journey made = journey;
        for (const std::size_t i : set) made = apply_scenario(made, ScenarioId(i), journey);
        return std::optional(made);
    };
    return market;
}

BudgetResult best(const Journey& journey, double limit, Method method = Method::automatic,
                  Metric metric = Metric::success) {
    RunSettings settings;
    settings.customers = 50'000;
    settings.method = method;
    settings.threads = 2;
    return best_within(limit, market_of(journey), metric, settings).value();
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("budget: what cannot be paid for is not chosen", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(3));
    CHECK(best(journey, 9).chosen.empty());
    CHECK(best(journey, 9).sets == 1);
    // leavers 0.1, 0.2, 0.3 at t0, t1, t2, costs 10, 11, 12
    CHECK(best(journey, 11).chosen == Names{"s1"});
    CHECK(best(journey, 12).chosen == Names{"s2"});
    CHECK(best(journey, 22).chosen == Names{"s0", "s2"});
    const BudgetResult all = best(journey, 33);
    CHECK(all.chosen == Names{"s0", "s1", "s2"});
    CHECK(all.cost == 33);
    CHECK(all.sets == 8);
    CHECK(all.complete_search);
    CHECK(all.exact);
    CHECK(all.ties.empty());
    const double success = 0.9 * 0.8 * 0.7;
    CHECK(all.difference.of(ComparedFigure::success)->estimate ==
          Approx(std::sqrt(success) - success).epsilon(1e-9));
}

TEST_CASE("budget: each scenario of the set adds what is lost without it", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(3));
    CHECK(best(journey, 12).parts.empty());  // one scenario is the whole
    const double kept[] = {0.9, 0.8, 0.7};
    const double success = std::sqrt(0.9 * 0.8 * 0.7);
    const BudgetResult solved = best(journey, 33);
    const BudgetResult sampled = best(journey, 33, Method::monte_carlo);
    const BudgetResult silent = best(journey, 33, Method::automatic, Metric::ghosted);
    REQUIRE(solved.parts.size() == 3);
    REQUIRE(sampled.parts.size() == 3);
    REQUIRE(silent.parts.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const double adds = success * (1 - std::sqrt(kept[i]));
        CHECK(solved.parts[i].id == "s" + std::to_string(i));
        CHECK(solved.parts[i].cost == 10. + static_cast<double>(i));
        CHECK(solved.parts[i].adds.value().estimate == Approx(adds).epsilon(1e-9));
        // whom it keeps does not leave without a word
        CHECK(silent.parts[i].adds.value().estimate == Approx(-adds).epsilon(1e-9));
        const Estimate seen = sampled.parts[i].adds.value();
        CHECK(std::fabs(seen.estimate - adds) < 5 * seen.standard_error);
        // over the same customers: those that it keeps are all that differs
        CHECK(seen.standard_error == Approx(std::sqrt(adds * (1 - adds) / 50'000)).epsilon(0.1));
    }
}

TEST_CASE("budget: of equal sets the cheapest, the others are ties", "[simulate][compare]") {
    const Journey journey = testing::journey_from(
        chain(2) +
        "[[scenario]]\nid = \"thrifty\"\ncost = 5\n[[scenario.each]]\nwhere = { id = \"t1\" }\n"
        "leave = 0.5\n[[scenario]]\nid = \"idle\"\ncost = 1\n");
    const BudgetResult result = best(journey, 12);
    CHECK(result.chosen == Names{"thrifty"});
    CHECK(result.ties == std::vector<Names>{{"thrifty", "idle"}, {"s1"}, {"s1", "idle"}});
}

TEST_CASE("budget: sampled sets meet the same customers", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(3));
    const BudgetResult result = best(journey, 22, Method::monte_carlo);
    CHECK_FALSE(result.exact);
    CHECK(result.chosen == Names{"s0", "s2"});  // 40 standard errors from the next
    CHECK(result.ties.empty());
    CHECK(result.difference.of(ComparedFigure::success)->standard_error > 0);
}

TEST_CASE("budget: what customers do not tell apart is tied", "[simulate][compare]") {
    std::string text = chain(2);
    text +=
        "[[scenario]]\nid = \"faint\"\ncost = 1\n[[scenario.each]]\n"
        "where = { id = \"t0\" }\nleave = 0.9999999\n";
    const Journey journey = testing::journey_from(text);
    const BudgetResult result = best(journey, 12, Method::monte_carlo);
    CHECK(result.chosen == Names{"s1"});
    CHECK(result.ties == std::vector<Names>{{"s1", "faint"}});
}

TEST_CASE("budget: more sets than walk at once are screened", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(7));
    const BudgetResult result = best(journey, 200, Method::monte_carlo);
    CHECK(result.sets == 128);
    CHECK(result.complete_search);
    CHECK(result.chosen == best(journey, 200).chosen);
    CHECK(result.chosen.size() == 7);
}

TEST_CASE("budget: beyond twelve scenarios it is a search, and says so", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(14));
    const BudgetResult result = best(journey, 1000);
    CHECK_FALSE(result.complete_search);
    CHECK(result.chosen.size() == 14);
    CHECK(best(journey, 30).cost <= 30);
}

TEST_CASE("budget: scenarios that do not go together are left out", "[simulate][compare]") {
    const Journey journey = testing::journey_from(chain(2));
    Market market = market_of(journey);
    const auto make = market.make;
    market.make = [make](const ScenarioSet& set) {
        return set.size() > 1 ? std::nullopt : make(set);
    };
    RunSettings settings;
    const auto result = best_within(100, market, Metric::success, settings);
    CHECK(result->chosen == Names{"s1"});
}

TEST_CASE("budget: a set that makes the same journey is no tie", "[simulate][compare]") {
    const std::string idle =
        "[[scenario]]\nid = \"idle\"\n[[scenario.each]]\nwhere = { id = "
        "\"t0\" }\nleave = 1.0\n";
    const Journey journey = testing::journey_from(chain(2, "horizon = \"90 d\"\n") + idle);
    const BudgetResult result = best(journey, 100);
    CHECK(result.chosen == Names{"s0", "s1"});
    CHECK(result.ties.empty());
}
