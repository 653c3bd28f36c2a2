#include "base/thousands.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cjm {
namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// How many digits stand at the front.
std::size_t digits_at(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                    text.begin());
}

}  // namespace

std::optional<std::string> without_thousands_marks(std::string_view text) {
    constexpr std::size_t group = 3;
    constexpr std::string_view marks = ".,' ";
    const std::size_t first = digits_at(text);
    if (first == 0 || first > group || text.front() == '0' || first == text.size())
        return std::nullopt;
    const char mark = text[first];
    if (marks.find(mark) == std::string_view::npos) return std::nullopt;
    std::string digits(text.substr(0, first));
    std::string_view rest = text.substr(first);
    std::size_t groups = 0;
    for (; !rest.empty() && rest.front() == mark; ++groups) {
        rest.remove_prefix(1);
        if (digits_at(rest) != group) return std::nullopt;
        digits += rest.substr(0, group);
        rest.remove_prefix(group);
    }
    if (rest.empty()) return digits;
    const bool decimals =
        (rest.front() == '.' || rest.front() == ',') && are_digits(rest.substr(1));
    if (!decimals || groups == 0) return std::nullopt;
    return fmt::format("{}.{}", digits, rest.substr(1));
}

std::string thousands_words(std::string_view digits) {
    const std::string_view whole = digits.substr(0, digits.find('.'));
    std::string grouped;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) grouped += '_';
        grouped += whole[i];
    }
    return fmt::format("{} or {}{}", digits, grouped, digits.substr(whole.size()));
}

}  // namespace cjm
