#include "base/message.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using cjm::Language;
using cjm::Message;

namespace {

/// The placeholders of a text, such as {"{0}", "{1}"}; "{" alone for one that is not closed or
/// numbered.
std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{') continue;
        const auto end = text.find('}', i);
        const auto inside = end == std::string_view::npos ? "" : text.substr(i + 1, end - i - 1);
        const bool numbered =
            !inside.empty() && std::all_of(inside.begin(), inside.end(),
                                           [](unsigned char c) { return std::isdigit(c) != 0; });
        found.insert(numbered ? std::string(text.substr(i, end - i + 1)) : "{");
    }
    return found;
}

}  // namespace

TEST_CASE("message: both languages have words, with the same numbered placeholders",
          "[base][message]") {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Message::count_); ++i) {
        const auto message = static_cast<Message>(i);
        const auto english = cjm::text(Language::english, message);
        const auto vietnamese = cjm::text(Language::vietnamese, message);
        INFO("message " << i << ": " << english << " / " << vietnamese);
        CHECK_FALSE(english.empty());
        CHECK_FALSE(vietnamese.empty());
        CHECK(placeholders(english) == placeholders(vietnamese));
        CHECK(placeholders(english).count("{") == 0);
    }
}

TEST_CASE("message: placeholders are filled in the language's order", "[base][message]") {
    CHECK(cjm::text(Language::english, Message::range_signed, "1", "2") == "1 to 2");
    CHECK(cjm::text(Language::vietnamese, Message::range_signed, "1", "2") == "1 đến 2");
    CHECK(placeholders("a {} b {1} {x").size() == 2);
}
