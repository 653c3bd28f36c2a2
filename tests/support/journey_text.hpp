// Owns: from the text of a journey file to a journey. Must not know: test frameworks.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>

#include "journey/parse/parse.hpp"

namespace cjm::testing {

/// The journey that a text says; throws where it has errors.
[[nodiscard]] inline Journey journey_from(const std::string& text) {
    auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{"journey.toml", text}));
    if (!parsed.value) throw std::runtime_error("a test's journey has errors");
    return *std::move(parsed.value);
}

}  // namespace cjm::testing
