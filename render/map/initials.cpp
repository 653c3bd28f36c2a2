#include "render/map/initials.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include <glib.h>

namespace cjm::render::map {
namespace {

/// English and Vietnamese, as names of personas are in both. With a capital such a word is a name,
/// as An and Bằng are.
constexpr std::array<std::string_view, 30> joining{
    "a",   "an",   "and", "at",    "by",  "for",     "from", "in",  "of",  "on",
    "or",  "the",  "to",  "with",  "via", "through", "bằng", "cho", "của", "cùng",
    "hay", "hoặc", "qua", "trong", "tại", "từ",      "và",   "với", "ở",   "là"};

bool joins(const std::string& word) {
    char* const composed = g_utf8_normalize(word.c_str(), -1, G_NORMALIZE_NFC);
    const bool found =
        composed != nullptr && std::find(joining.begin(), joining.end(), composed) != joining.end();
    g_free(composed);
    return found;
}

/// Up to the first comma, those that begin with a letter.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool begins = true, inside = false;
    const std::string text(name);
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char_validated(at, -1);
        if (letter >= static_cast<gunichar>(-2) || letter == ',') break;
        const bool space = g_unichar_isspace(letter) != 0;
        if (begins && g_unichar_isalpha(letter) != 0) {
            words.emplace_back();
            inside = true;
        }
        if (space) inside = false;
        if (inside) words.back().append(at, static_cast<const char*>(g_utf8_next_char(at)));
        begins = space;
    }
    return words;
}

}  // namespace

std::string initials(std::string_view name) {
    std::vector<std::string> words = words_of(name);
    std::vector<std::string> telling;
    std::copy_if(words.begin(), words.end(), std::back_inserter(telling),
                 [](const std::string& word) { return !joins(word); });
    if (!telling.empty()) words = std::move(telling);
    std::string letters;
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 2); ++i) {
        char bytes[6];
        const gunichar first = g_unichar_toupper(g_utf8_get_char(words[i].c_str()));
        letters.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(first, bytes)));
    }
    return letters;
}

}  // namespace cjm::render::map
