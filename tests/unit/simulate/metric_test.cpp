#include "simulate/metric.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

using namespace cjm::simulate;

TEST_CASE("metric: named as on the command line, in that order", "[simulate][metric]") {
    std::vector<std::string> names;
    for (const Metric metric : all_metrics) names.emplace_back(name_of(metric));
    CHECK(names ==
          std::vector<std::string>{"success", "margin", "lifetime_value", "ghosted", "nps"});
}

TEST_CASE("metric: only ghosts are better when fewer", "[simulate][metric]") {
    for (const Metric metric : all_metrics)
        CHECK(less_is_better(metric) == (name_of(metric) == "ghosted"));
}

TEST_CASE("metric: shares are told from money and points", "[simulate][metric]") {
    CHECK(is_share(Metric::success));
    CHECK(is_share(Metric::ghosted));
    CHECK_FALSE(is_share(Metric::margin));
    CHECK_FALSE(is_share(Metric::lifetime_value));
    CHECK_FALSE(is_share(Metric::nps));
}

}  // namespace
