// Owns: a journey of the family with all that its drawings show: results, what a scenario changes,
// a run for each persona. Must not know: drawing.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "journey/change.hpp"
#include "journey/scenario.hpp"
#include "simulate/change_result.hpp"
#include "simulate/compare/compare.hpp"
#include "simulate/moments/variations.hpp"
#include "simulate/simulate.hpp"

namespace cjm::testing {

struct Simulated {
    Journey as_is, redesigned;
    SimulationResult result, redesigned_result;
    std::vector<SimulationResult> personas;  ///< everybody is one, in the order of the file
    ChangeResult change;                     ///< from as_is to redesigned
};

/// Few customers: enough for figures of every width. The scenario is the first of the file.
inline Simulated simulated(Journey journey) {
    RunSettings settings;
    settings.customers = 4096;
    settings.threads = 1;
    const auto run = [&settings](const Journey& asked) {
        auto result = simulate::simulate(asked, settings);
        REQUIRE(result);
        return *std::move(result);
    };
    Simulated made;
    made.as_is = std::move(journey);
    REQUIRE(!made.as_is.scenarios.empty());
    made.redesigned = apply_scenario(made.as_is, ScenarioId(0));
    made.result = run(made.as_is);
    for (std::size_t i = 0; i < made.as_is.personas.size(); ++i)
        made.personas.push_back(run(simulate::with_only(made.as_is, PersonaId(i))));
    settings.method = Method::monte_carlo;
    const std::vector<simulate::Candidate> candidates{{"redesign", "", made.redesigned}};
    auto comparison = simulate::compare(made.as_is, candidates, {.places = true}, settings);
    REQUIRE(comparison.result);
    auto& scenario = comparison.result->scenarios.front();
    made.redesigned_result = std::move(scenario.result);
    made.change = {made.as_is, changes_between(made.as_is, made.redesigned),
                   ChangeFigures{std::move(comparison.result->baseline),
                                 std::move(scenario.difference), *std::move(scenario.places)}};
    return made;
}

}  // namespace cjm::testing
