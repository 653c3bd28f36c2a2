#include "base/number_meant.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "base/thousands.hpp"

namespace cjm {
namespace {

constexpr std::array<std::string_view, 7> currency_signs{"$", "€", "£", "¥", "₫", "₹", "đ"};

/// Words and letters behind a number that multiply it.
struct Factor {
    std::string_view word;
    double times;
};
constexpr std::array factors{Factor{"%", 0.01},    Factor{"k", 1e3},    Factor{"K", 1e3},
                             Factor{"nghìn", 1e3}, Factor{"ngàn", 1e3}, Factor{"tr", 1e6},
                             Factor{"triệu", 1e6}, Factor{"tỷ", 1e9},   Factor{"tỉ", 1e9}};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text.substr(0, text.find_last_not_of(white) + 1);
}

bool is_currency(std::string_view word) {
    constexpr std::array<std::string_view, 4> names{"đồng", "vnđ", "VNĐ", "vnd"};
    if (std::find(currency_signs.begin(), currency_signs.end(), word) != currency_signs.end() ||
        std::find(names.begin(), names.end(), word) != names.end())
        return true;
    // a code such as EUR; MIN is a unit of time
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return word.size() == 3 && word != "MIN" && std::all_of(word.begin(), word.end(), is_capital);
}

std::optional<double> as_number(std::string_view digits) {
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Digits with their marks as a number. sure  whether a single mark can only be one of thousands
std::optional<double> marked_number(std::string_view digits, bool sure) {
    if (const auto plain = without_thousands_marks(digits)) {
        const auto marks =
            std::count_if(digits.begin(), digits.end(), [](char c) { return c < '0' || c > '9'; });
        return sure || marks > 1 ? as_number(*plain) : std::nullopt;
    }
    std::string pointed(digits);
    std::replace(pointed.begin(), pointed.end(), ',', '.');
    return as_number(pointed);
}

}  // namespace

std::optional<std::string> number_meant(std::string_view text) {
    const std::string composed = compose(text);
    std::string_view rest = trimmed(composed);
    bool currency = false;
    for (const auto sign : currency_signs)
        if (rest.starts_with(sign)) {
            rest = trimmed(rest.substr(sign.size()));
            currency = true;
        }
    const std::size_t end = std::min(rest.find_first_not_of("0123456789.,' "), rest.size());
    const std::string_view digits = trimmed(rest.substr(0, end));
    std::string_view behind = trimmed(rest.substr(end));
    double times = 1;
    for (const Factor& factor : factors) {
        const auto after = trimmed(behind.substr(std::min(behind.size(), factor.word.size())));
        if (!behind.starts_with(factor.word) || !(after.empty() || is_currency(after))) continue;
        times = factor.times;
        behind = after;
        break;
    }
    if (!behind.empty() && !is_currency(behind)) return std::nullopt;
    currency = currency || !behind.empty();
    const bool plain = times == 1 && !currency && digits.find(',') == std::string_view::npos;
    if (digits.empty() || plain) return std::nullopt;
    const auto number = marked_number(digits, currency || times > 1);
    if (!number) return std::nullopt;
    return fmt::format("{}", times < 1 ? *number / 100 : *number * times);
}

}  // namespace cjm
