#include "cli/values.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "base/thousands.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

/// A decimal number split into its digits and the power of ten they are multiplied by.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

/// Digits with `_` between digits, one point, and e with an exponent; none for anything else.
std::optional<Decimal> read_decimal(std::string_view value) {
    Decimal decimal;
    bool after_point = false;
    std::size_t at = 0;
    for (; at < value.size() && value[at] != 'e' && value[at] != 'E'; ++at) {
        const char letter = value[at];
        if (is_digit(letter)) {
            decimal.digits += letter;
            if (after_point) --decimal.exponent;
        } else if (letter == '_') {
            const bool between = at > 0 && is_digit(value[at - 1]) && at + 1 < value.size() &&
                                 is_digit(value[at + 1]);
            if (!between) return std::nullopt;
        } else if (letter == '.' && !after_point) {
            after_point = true;
        } else {
            return std::nullopt;
        }
    }
    if (decimal.digits.empty()) return std::nullopt;
    if (at == value.size()) return decimal;
    std::string_view power = value.substr(at + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    constexpr int largest_power = 400;
    if (error != std::errc() || end != power.data() + power.size()) return std::nullopt;
    if (std::abs(exponent) > largest_power) return std::nullopt;
    decimal.exponent += exponent;
    return decimal;
}

/// The value as a whole number; none where it has a fraction or does not fit 64 bits.
std::optional<std::uint64_t> as_whole(Decimal decimal) {
    while (decimal.exponent < 0) {
        if (decimal.digits.empty()) return 0;
        if (decimal.digits.back() != '0') return std::nullopt;
        decimal.digits.pop_back();
        ++decimal.exponent;
    }
    std::uint64_t value = 0;
    constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
    const auto append = [&value](std::uint64_t digit) {
        if (value > (largest - digit) / 10) return false;
        value = value * 10 + digit;
        return true;
    };
    for (const char digit : decimal.digits) {
        if (!append(static_cast<std::uint64_t>(digit - '0'))) return std::nullopt;
    }
    for (; decimal.exponent > 0 && value > 0; --decimal.exponent) {
        if (!append(0)) return std::nullopt;
    }
    return value;
}

}  // namespace

void expect_no_thousands_marks(const std::string& option, const std::string& value) {
    const auto digits = without_thousands_marks(value);
    if (!digits) return;
    throw UsageError(fmt::format("{} is {}, which may mean two things", option, cjm::quoted(value)),
                     fmt::format("for thousands write {}", thousands_words(*digits)));
}

std::uint64_t whole_number(const std::string& option, const std::string& value, std::uint64_t least,
                           std::uint64_t most) {
    expect_no_thousands_marks(option, value);
    const auto decimal = read_decimal(value);
    const auto whole = decimal ? as_whole(*decimal) : std::nullopt;
    if (!whole || *whole < least || *whole > most) {
        throw UsageError(fmt::format("{} is {}; it must be a whole number from {} to {}", option,
                                     cjm::quoted(value), least, most));
    }
    return *whole;
}

std::optional<double> decimal_number(const std::string& value) {
    const bool negative = value.starts_with('-');
    const auto decimal = read_decimal(std::string_view(value).substr(negative ? 1 : 0));
    if (!decimal) return std::nullopt;
    const std::string plain = fmt::format("{}e{}", decimal->digits, decimal->exponent);
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc()) return std::nullopt;
    return negative ? -number : number;
}

double number_between(const std::string& option, const std::string& value, double above,
                      double below) {
    const auto number = decimal_number(value);
    if (!number || !(*number > above && *number < below)) {
        const std::string rule = std::isinf(below) ? fmt::format("above {}", above)
                                                   : fmt::format("between {} and {}", above, below);
        const bool percent = number && above == 0 && below == 1 && *number > 1 && *number < 100;
        throw UsageError(
            fmt::format("{} is {}; it must be a number {}", option, cjm::quoted(value), rule),
            percent ? fmt::format("for {} % write {}", *number, *number / 100) : std::string());
    }
    return *number;
}

}  // namespace cjm::cli
