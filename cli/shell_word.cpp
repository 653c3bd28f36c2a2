#include "cli/shell_word.hpp"

#include <algorithm>

namespace cjm::cli {
namespace {

/// Whether a shell reads the byte as itself; those of letters beyond ASCII it does.
bool is_plain(char letter) {
    constexpr std::string_view signs = "-_./+,@%:=";
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || signs.find(letter) != std::string_view::npos;
}

}  // namespace

std::string in_shell_quotes(std::string_view text) {
    std::string quoted = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            quoted += "'\\''";
        } else {
            quoted += letter;
        }
    }
    return quoted + "'";
}

std::string shell_word(std::string_view text) {
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), is_plain);
    return plain ? std::string(text) : in_shell_quotes(text);
}

}  // namespace cjm::cli
