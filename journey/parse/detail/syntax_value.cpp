#include "journey/parse/detail/syntax_value.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include <fmt/format.h>

#include "base/number_meant.hpp"
#include "base/text_width.hpp"
#include "base/thousands.hpp"

namespace cjm::detail {
namespace {

constexpr std::array curly_quotes{"“", "”", "„", "‘", "’", "«", "»", "`", "´"};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string without(std::string_view text, std::string_view part) {
    std::string rest(text);
    for (auto at = rest.find(part); at != std::string::npos; at = rest.find(part))
        rest.erase(at, part.size());
    return rest;
}

// Digits that start the value, and what comes behind them.
struct Split {
    std::string_view digits, rest;
};

Split split(std::string_view value) {
    std::size_t end = 0;
    while (end < value.size() && (is_digit(value[end]) || value[end] == '.')) ++end;
    auto rest = value.substr(end);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return {value.substr(0, end), rest};
}

std::optional<ValueSlip> wrong_quotes(std::string_view value) {
    for (const auto* quote : curly_quotes) {
        if (!value.starts_with(quote)) continue;
        std::string inner(value);
        for (const auto* other : curly_quotes) inner = without(inner, other);
        return ValueSlip{fmt::format("{} is no quote that TOML knows", quote),
                         fmt::format("write it in straight quotes: {}", quoted(inner))};
    }
    return std::nullopt;
}

std::optional<ValueSlip> wrong_word(std::string_view value) {
    const auto lower = lower_case(value);
    if (lower == "true" || lower == "false")
        return ValueSlip{fmt::format("{} is written in lower case", lower),
                         fmt::format("write {}", lower)};
    if (lower == "yes" || lower == "no" || lower == "on" || lower == "off")
        return ValueSlip{
            fmt::format("{} is neither true nor false", value),
            fmt::format("write {}", lower == "yes" || lower == "on" ? "true" : "false")};
    if (lower == "null" || lower == "none" || lower == "nil")
        return ValueSlip{"TOML has no word for nothing", "leave the key out"};
    return std::nullopt;
}

std::optional<ValueSlip> wrong_number(std::string_view value) {
    if (value.find(';') != std::string_view::npos)
        return ValueSlip{"the values of a list are set apart by commas",
                         "write , instead of each ;"};
    if (const auto plain = without_thousands_marks(value))
        return ValueSlip{"a number has no marks between its thousands",
                         fmt::format("write {}", thousands_words(*plain))};
    if (const auto number = number_meant(value)) {
        const bool percent = value.find('%') != std::string_view::npos;
        const bool decimals = value.find_first_not_of("0123456789,") == std::string_view::npos;
        if (percent) return ValueSlip{"TOML has no percent sign", fmt::format("write {}", *number)};
        if (!decimals)
            return ValueSlip{
                "a number stands alone, without a currency or a word for thousands",
                fmt::format("write {}; currency in [journey] names the currency", *number)};
    }
    const auto [digits, rest] = split(value);
    if (digits.empty()) return std::nullopt;
    if (rest.starts_with(',') && rest.size() > 1 && is_digit(rest[1]))
        return ValueSlip{"a number has a decimal point, not a comma",
                         fmt::format("write {}.{}", digits, split(rest.substr(1)).digits)};
    if (!rest.empty() && std::isalpha(static_cast<unsigned char>(rest.front())) != 0)
        return ValueSlip{"a number with a unit must be in quotes",
                         fmt::format("write \"{} {}\"", digits, rest)};
    if (!rest.empty()) return std::nullopt;
    if (digits.starts_with('.'))
        return ValueSlip{"a number has a digit before its point", fmt::format("write 0{}", digits)};
    if (digits.ends_with('.'))
        return ValueSlip{"a number has a digit behind its point", fmt::format("write {}0", digits)};
    if (digits.size() == 3 && digits[0] == '0' && digits[1] != '.')
        return ValueSlip{"a number does not start with 0, and a comma begins the next value",
                         "write thousands without marks, such as 1000 or 1_000"};
    if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.')
        return ValueSlip{
            "a number does not start with 0",
            fmt::format("write {}",
                        digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1)))};
    return std::nullopt;
}

}  // namespace

ValueSlip explain_value(std::string_view value) {
    if (value.empty()) return {"a value is missing", "write one behind the =, or remove the key"};
    if (auto slip = wrong_quotes(value)) return *slip;
    if (auto slip = wrong_word(value)) return *slip;
    if (auto slip = wrong_number(value)) return *slip;
    const char first = value.front();
    constexpr std::string_view no_text = "=,[]{}+-.0123456789";
    if (no_text.find(first) == std::string_view::npos)
        return {"a text must be in quotes", fmt::format("write {}", quoted(value))};
    if (is_digit(value.front()) ||
        std::string_view("+-.").find(value.front()) != std::string_view::npos)
        return {fmt::format("{} is no number", quoted(value, 40)), "a text must be in quotes"};
    return {
        "here a value should stand: a text in quotes, a number, true or false, a list or a table",
        ""};
}

}  // namespace cjm::detail
