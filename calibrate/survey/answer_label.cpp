#include "calibrate/survey/answer_label.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace cjm::calibrate {
namespace {

void skip_spaces(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\u00A0"), text.size()));
}

bool skip_mark(std::string_view& text) {
    constexpr std::array<std::string_view, 9> marks{"-", "–", "—", ":", ".", ")", "(", "=", "|"};
    const auto* const mark = std::find_if(
        marks.begin(), marks.end(), [text](std::string_view one) { return text.starts_with(one); });
    if (mark == marks.end()) return false;
    text.remove_prefix(mark->size());
    return true;
}

bool is_word(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

}  // namespace

std::optional<double> number_of_label(std::string_view text) {
    constexpr std::ptrdiff_t most_digits = 4;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || end - text.data() > most_digits) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    skip_spaces(text);
    if (!skip_mark(text)) return std::nullopt;
    skip_spaces(text);
    if (text.empty() || !is_word(text.front())) return std::nullopt;
    return number;
}

}  // namespace cjm::calibrate
