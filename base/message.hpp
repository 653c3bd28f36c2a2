// Owns: the one catalogue of words that the program prints or draws, in every language.
// Must not know: who prints them. The texts stand in base/messages/*.def, one file per area.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/language.hpp"

namespace cjm {

/// Names of the messages. Each is a line `CJM_MESSAGE(name, "English", "Vietnamese")` of a .def
/// file; placeholders are fmt's, numbered ({0}, {1}) where the languages differ in order.
enum class Message {
#define CJM_MESSAGE(name, english, vietnamese) name,
#include "base/messages/all.def"
#undef CJM_MESSAGE
    count_
};

/// The text of a message in a language.
[[nodiscard]] std::string_view text(Language language, Message message);

/// The message for one thing or for several, as English tells them apart; 0 counts as several.
[[nodiscard]] constexpr Message plural(double count, Message one, Message several) {
    return count == 1 ? one : several;
}

/// The text with its placeholders filled. Values arrive as already formatted strings (see
/// number_format.hpp), so that numbers follow the language.
template <class... Arguments>
[[nodiscard]] std::string text(Language language, Message message, const Arguments&... arguments) {
    return fmt::format(fmt::runtime(text(language, message)), arguments...);
}

}  // namespace cjm
