// Owns: journeys of any size for measuring. Must not know: what is measured.
#pragma once
#include <string>

namespace cjm::bench {

/// A journey file of so many touchpoints, each with four targets: three touchpoints further on,
/// round and round, and an outcome; waits, goodwill, some 12 visits a customer whatever the size.
/// expects touchpoints >= 60
[[nodiscard]] std::string grid_journey(int touchpoints);

}  // namespace cjm::bench
