// Owns: what other names of the languages people write. Must not know: where they write them.
#pragma once
#include <optional>
#include <string_view>

#include "base/language.hpp"

namespace cjm {

/// The language that somebody may have meant who wrote another code or name of it, such as "vn" or
/// "Tiếng Việt"; none where nothing tells.
[[nodiscard]] std::optional<Language> language_meant(std::string_view typed);

}  // namespace cjm
