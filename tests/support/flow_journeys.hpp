// Owns: journey files of every shape that a drawing may meet. Must not know: drawing.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "journey/parse/parse.hpp"

namespace cjm::testing {

struct FlowJourneyOptions {
    int touchpoints = 12;
    int stages = 4;           ///< 0 = the file has none
    bool vietnamese = false;  ///< long titles with stacked marks
    double tangle = 0.2;      ///< how many edges go anywhere instead of on
    int texts = 0;            ///< of each row of a map, up to so many a touchpoint; personas too
};

/// A valid journey file with loops, self-loops, waits, several outcomes, causes, partners, moments:
/// the same text for the same seed and options on every machine.
[[nodiscard]] std::string flow_journey(std::uint64_t seed, const FlowJourneyOptions& options);

/// The journey of a text. Fails the test where it has errors.
[[nodiscard]] Journey read_journey(const std::string& text);

}  // namespace cjm::testing
