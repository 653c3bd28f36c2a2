// Owns: from the text of a journey file to a journey. Must not know: test frameworks.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>

#include "journey/parse/parse.hpp"

namespace cjm::testing {

/// The journey that a text says; throws, with what is wrong, where it has errors.
[[nodiscard]] inline Journey journey_from(const std::string& text) {
    auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{"journey.toml", text}));
    if (parsed.value) return *std::move(parsed.value);
    std::string wrong = "a test's journey has errors";
    for (const Diagnostic& diagnostic : parsed.diagnostics)
        wrong += "\n" + format_diagnostic(diagnostic);
    throw std::runtime_error(wrong);
}

}  // namespace cjm::testing
