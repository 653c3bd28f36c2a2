// Owns: what reports call a value of a journey file that is uncertain or moved. Must not know: what
// is said of it.
#pragma once
#include <string>

#include "cli/report/journey_words.hpp"

namespace cjm::cli {

/// A path such as "touchpoint.book.wait.phone.mean" with the touchpoint's and the persona's titles
/// for their ids: "Book online: wait.phone.mean".
[[nodiscard]] std::string input_name(const JourneyWords& words, const std::string& path);

}  // namespace cjm::cli
