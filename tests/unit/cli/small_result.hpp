// Owns: a small result with every kind of field, for tests of reports. Must not know: any report.
#pragma once
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::tests {

/// Two touchpoints, the second reached by nobody; figures that need all their digits.
inline SimulationResult small_result() {
    const Estimate third{1.0 / 3.0, 0.125, 0.1, 0.6, std::nullopt, std::nullopt};
    SimulationResult result;
    result.generator = "generator";
    result.settings.customers = 1'000'000;
    result.settings.seed = 18'446'744'073'709'551'615U;
    result.success = third;
    result.lost = {2.0 / 3.0, 0.125, 0.4, 0.9, 0.625, std::nullopt};
    result.outcomes = {{"done", true, true, third}, {"else", false, false, third}};
    result.causes = {{"price", third}};
    result.stages = {{"first", third, std::nullopt}};
    TouchpointResult reached;
    reached.id = "a";
    reached.reach = third;
    reached.drop_off = third;
    reached.goodwill_p10 = -12;
    reached.causes = {{"price", third}};
    reached.first_arrival_days = DurationSummary{third, 0, 0.25, 1};
    TouchpointResult unreached;
    unreached.id = "b";
    result.touchpoints = {reached, unreached};
    result.personas = {{"everyone", third, third, std::nullopt}};
    result.survival = Survival{{0, 0.5}, {1, 0.1}};
    result.transitions = {{"a", "b", third}};
    result.cohort = SimulationResult::Cohort{500, third};
    result.timing = {2.0, 1.25, 100, 3};
    return result;
}

inline Journey small_journey() {
    Journey journey;
    journey.title.value = "Đặt \"phòng\"";
    return journey;
}

}  // namespace cjm::tests
