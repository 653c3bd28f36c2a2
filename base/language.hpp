// Owns: the languages that the program's own words come in. Must not know: the words.
#pragma once
#include <optional>
#include <string_view>

namespace cjm {

/// Language of what the program itself prints or draws; `[journey] language`.
enum class Language { english, vietnamese };

/// "en" or "vi".
[[nodiscard]] std::string_view to_string(Language language);
/// The language of a code "en" or "vi"; none for anything else.
[[nodiscard]] std::optional<Language> language_from(std::string_view code);

}  // namespace cjm
