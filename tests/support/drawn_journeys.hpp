// Owns: journeys with everything that a drawing may show, in every length. Must not know: drawing.
#pragma once
#include <cstdint>
#include <string>

namespace cjm::testing {

/// How a journey of the family is made.
struct DrawnJourneyOptions {
    int touchpoints = 12;
    int stages = 4;            ///< 0 = the file has none
    bool vietnamese = false;   ///< long titles with stacked marks
    double tangle = 0.2;       ///< how many edges go anywhere instead of on
    int texts = 2;             ///< of a row of a touchpoint at most; 0 = only what must be there
    double long_words = 0.05;  ///< how many texts hold a word that no column holds
    int personas = 0;
    bool horizon = false;
};

/// The options of number n of the family: small and large, plain and full, in both languages.
[[nodiscard]] DrawnJourneyOptions drawn_journey_options(std::uint64_t n);
/// In one line, for the messages of tests.
[[nodiscard]] std::string to_string(const DrawnJourneyOptions& options);

/// A valid journey file with rows of every kind, personas, quotes, emotions, evidence, channels,
/// owners, loops, waits, several outcomes: the same text for the same seed and options everywhere.
[[nodiscard]] std::string drawn_journey(std::uint64_t seed, const DrawnJourneyOptions& options);

}  // namespace cjm::testing
