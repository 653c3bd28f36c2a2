// Owns: the letters that stand for a persona on its card. Must not know: drawing.
#pragma once
#include <string>
#include <string_view>

namespace cjm::render::map {

/// First letters of the first two words that begin with a letter and say something, in capitals:
/// words that only join others ("and", "the", "và", "của" …), written small, and what follows a
/// comma do not count, unless there is nothing else. "Chị Hạnh, sợ đau" is CH, "Hoa and Nam" HN.
/// UTF-8
[[nodiscard]] std::string initials(std::string_view name);

}  // namespace cjm::render::map
