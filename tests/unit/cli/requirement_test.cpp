#include "cli/requirement.hpp"

#include <catch2/catch.hpp>

#include "cli/usage_error.hpp"

using namespace cjm;
using namespace cjm::cli;

namespace {

ComparisonResult comparison(const Estimate& success) {
    ComparisonResult result;
    ScenarioComparison scenario;
    scenario.id = "b.toml";
    scenario.difference.of(ComparedFigure::success) = success;
    result.scenarios.push_back(scenario);
    return result;
}

bool met(const std::string& rule, const Estimate& success) {
    return unmet(read_requirement(rule), comparison(success)).empty();
}

}  // namespace

TEST_CASE("requirement: read from its text", "[cli][compare]") {
    const Requirement rule = read_requirement("  online+photos.lifetime_value<=-2.5e1 ");
    CHECK(rule.scenario == "online+photos");
    CHECK(rule.figure == ComparedFigure::lifetime_value);
    CHECK(rule.order == Requirement::Order::at_most);
    CHECK(rule.bound == -25);
    for (const char* wrong :
         {"a.success", "a >= 1", ".success >= 1", "a. >= 1", "a.success >= ", "a.success >= 1x",
          "a.success = 1", "a.success => 1", "a.success >= inf", "a.luck >= 1"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(read_requirement(wrong), UsageError);
    }
}

TEST_CASE("requirement: a turned sign is told as it is written", "[cli][compare]") {
    try {
        (void)read_requirement("a.success => 0.01");
        FAIL("taken");
    } catch (const UsageError& error) {
        CHECK(error.hint() == "write >=");
    }
}

TEST_CASE("requirement: what was not solved is told with its cure", "[cli][compare]") {
    auto result = comparison(Estimate{});
    result.scenarios[0].difference.of(ComparedFigure::success).reset();
    const auto rule = read_requirement("b.toml.success >= 0.02");
    result.baseline.settings.method = Method::exact;
    CHECK(unmet(rule, result).find("leave --method exact out") != std::string::npos);
    result.baseline.settings.method = Method::monte_carlo;
    CHECK(unmet(rule, result).find("there is no such difference") != std::string::npos);
}

TEST_CASE("requirement: the worse end of the interval counts", "[cli][compare]") {
    const Estimate success{0.03, 0.005, 0.02, 0.04, {}, {}};
    CHECK(met("b.toml.success >= 0.02", success));
    CHECK_FALSE(met("b.toml.success > 0.02", success));
    CHECK_FALSE(met("b.toml.success >= 0.021", success));
    CHECK(met("b.toml.success <= 0.04", success));
    CHECK_FALSE(met("b.toml.success < 0.04", success));
    CHECK_FALSE(met("b.toml.success <= 0.03", success));
    // a figure that does not exist meets nothing
    CHECK_FALSE(met("b.toml.churn <= 1", success));
}

TEST_CASE("requirement: a solved value counts up to its bound", "[cli][compare]") {
    const Estimate solved{0.03, 0, 0.03, 0.03, 0.03, 0.001};
    CHECK(met("b.toml.success >= 0.0289", solved));
    CHECK_FALSE(met("b.toml.success >= 0.0295", solved));
}

TEST_CASE("requirement: names a scenario that is compared", "[cli][compare]") {
    CHECK_NOTHROW(expect_scenario(read_requirement("a.success > 0"), {"a", "b"}));
    CHECK_THROWS_AS(expect_scenario(read_requirement("c.success > 0"), {"a", "b"}), UsageError);
}
