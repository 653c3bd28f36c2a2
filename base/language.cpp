#include "base/language.hpp"

namespace cjm {

std::string_view to_string(Language language) {
    return language == Language::vietnamese ? "vi" : "en";
}

std::optional<Language> language_from(std::string_view code) {
    if (code == "en") return Language::english;
    if (code == "vi") return Language::vietnamese;
    return std::nullopt;
}

}  // namespace cjm
