// Owns: the ready scenarios, ten strategies of keeping customers and five mitigations of silent
// leaving. Must not know: files, the terminal, simulation.
#pragma once
#include <span>

#include "journey/model.hpp"
#include "journey/shipped_text.hpp"

namespace cjm {

/// One [[scenario]] in both languages, to be put at the end of any journey file. It changes only by
/// multipliers: hazards of built-in causes, and [[scenario.each]] by tag. Its effects are ranges,
/// assumed; it has no costs.
using Strategy = ShippedText;

/// All of them. The texts stand in journey/strategies/NAME.en.toml and NAME.vi.toml.
[[nodiscard]] std::span<const Strategy> strategies();

/// The scenario that a text is. Its id is the strategy's name. Cost: reading it.
[[nodiscard]] Scenario scenario_of(const Strategy& strategy, Language language);

}  // namespace cjm
