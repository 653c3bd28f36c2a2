#include "base/language_meant.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text_width.hpp"

namespace cjm {

std::optional<Language> language_meant(std::string_view typed) {
    constexpr std::array<std::string_view, 10> vietnamese{
        "vi",         "vn",   "vie",        "viet",       "vi-vn",
        "vietnamese", "việt", "tiếng việt", "tieng viet", "vi_vn"};
    constexpr std::array<std::string_view, 10> english{
        "en", "eng", "us", "uk", "gb", "en-us", "en-gb", "en_us", "english", "tiếng anh"};
    std::string lower = compose(typed);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    const auto names = [&](const auto& words) {
        return std::find(words.begin(), words.end(), lower) != words.end();
    };
    if (names(vietnamese)) return Language::vietnamese;
    if (names(english)) return Language::english;
    return std::nullopt;
}

}  // namespace cjm
