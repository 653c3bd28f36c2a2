// Owns: the journeys to start from. Must not know: the parser, files, the terminal.
#pragma once
#include <span>

#include "journey/shipped_text.hpp"

namespace cjm {

/// A whole journey file in both languages: the same journey with the same numbers, but for amounts,
/// which are in euros and dong.
using JourneyTemplate = ShippedText;

/// All of them, in the order they are best read in; the first is the one to learn the format from.
/// The texts stand in journey/templates/NAME.en.toml and NAME.vi.toml.
[[nodiscard]] std::span<const JourneyTemplate> journey_templates();

}  // namespace cjm
