// Owns: random journey files that use every key of the model, for tests that compare engines.
// Must not know: any engine.
#pragma once
#include <cstdint>
#include <string>

namespace cjm::testing {

struct RandomJourneyOptions {
    int touchpoints = 8;   ///< at least 2
    bool horizon = false;  ///< else every customer is followed to the end
    bool waits = true;
    bool scenario = false;  ///< also writes a scenario "redesign" with every kind of change
    /// Also uncertain values, what a map shows, and scenario keys that the others leave out. The
    /// rest of the file stays the same, but for the brackets of uncertain values.
    bool every_key = false;
};

/// A valid journey file: the same text for the same seed and options on every machine. Every
/// touchpoint leaks (S <= 0.95), so walks are short.
[[nodiscard]] std::string random_journey(std::uint64_t seed, const RandomJourneyOptions& options);

}  // namespace cjm::testing
