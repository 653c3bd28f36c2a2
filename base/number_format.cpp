#include "base/number_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "base/message.hpp"

namespace cjm {
namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view minus = "\u2212";
constexpr std::string_view en_dash = "\u2013";
constexpr double grouping_limit = 1e15;  // beyond it doubles are not exact and digits would mislead

struct Marks {
    char decimal, group;
};

Marks marks_of(Language language) {
    return language == Language::vietnamese ? Marks{',', '.'} : Marks{'.', ','};
}

double power_of_ten(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

/// Whether a value above 0 would be written as 0 with so many digits.
bool rounds_to_zero(double magnitude, int decimals) {
    return fmt::format("{:.{}f}", magnitude, decimals) == fmt::format("{:.{}f}", 0.0, decimals);
}

std::string grouped(std::string_view digits, char mark) {
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += mark;
        result += digits[i];
    }
    return result;
}

/// |value| with the language's marks. Expects a finite value.
std::string magnitude_text(Language language, double value, int decimals) {
    const auto marks = marks_of(language);
    const double magnitude = std::abs(value);
    if (magnitude >= grouping_limit) {
        auto text = fmt::format("{:.3g}", magnitude);
        std::replace(text.begin(), text.end(), '.', marks.decimal);
        return text;
    }
    const auto text = fmt::format("{:.{}f}", magnitude, decimals);
    const auto point = text.find('.');
    auto result = grouped(std::string_view(text).substr(0, point), marks.group);
    if (point != std::string::npos) result += marks.decimal + text.substr(point + 1);
    return result;
}

void drop_trailing_zeros(std::string& text, char decimal_mark) {
    if (text.find(decimal_mark) == std::string::npos) return;
    while (text.back() == '0') text.pop_back();
    if (text.back() == decimal_mark) text.pop_back();
}

/// Digits after the mark that make a positive value visible, at least `decimals`, at most 9.
int decimals_to_show(double magnitude, int decimals) {
    while (decimals < 9 && magnitude > 0 && rounds_to_zero(magnitude, decimals)) ++decimals;
    return decimals;
}

constexpr double rounding = 1e-12;  // of sums of shares

/// A share without what rounding leaves below 0 and beside 1.
double settled(double share) {
    if (share < 0 && share > -rounding) return 0;
    return std::abs(1 - share) < rounding ? 1 : share;
}

bool without_smaller_unit(std::string_view currency) {
    // ISO 4217 currencies with no minor unit, and the ways the dong is written.
    static constexpr std::array<std::string_view, 21> list{
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",  "RWF", "UGX",
        "UYI", "VND", "VUV", "XAF", "XOF", "XPF", "₫",   "đ",   "đồng", "¥"};
    return std::find(list.begin(), list.end(), currency) != list.end();
}

struct Unit {
    Message name;
    double in_days, up_to;  // used while the rounded number stays below `up_to`
};

constexpr std::array<Unit, 5> units{{{Message::seconds, 1.0 / 86'400, 60},
                                     {Message::minutes, 1.0 / 1'440, 60},
                                     {Message::hours, 1.0 / 24, 24},
                                     {Message::days, 1, 1'000},
                                     {Message::years, 365, INFINITY}}};
constexpr const Unit& a_day = units[3];

const Unit& unit_of(double days) {
    if (days == 0) return a_day;
    return *std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        const double amount = days / unit.in_days;
        return (amount < 9.95 ? amount : std::round(amount)) < unit.up_to;
    });
}

const Unit& unit_of(double days, double beside) {
    const Unit& own = unit_of(days);
    if (!std::isfinite(beside)) return own;
    constexpr double far = 10 * 365;  // nobody counts so many days
    const Unit& other = unit_of(beside);
    const bool mixed = own.in_days > a_day.in_days && other.in_days <= a_day.in_days;
    return mixed && days < far ? a_day : own;
}

}  // namespace

NumberFormat::NumberFormat(Language language, std::string currency)
    : language_(language), currency_(std::move(currency)) {}

std::string NumberFormat::count(double value) const {
    return number(value, 0);
}

std::string NumberFormat::number(double value, int decimals) const {
    CJM_EXPECTS(decimals >= 0 && decimals <= 9);
    if (!std::isfinite(value)) return no_value;
    auto text = magnitude_text(language_, value, decimals);
    const bool negative = value < 0 && !rounds_to_zero(-value, decimals);
    return negative ? std::string(minus) + text : text;
}

std::string NumberFormat::number(double value) const {
    const double magnitude = std::abs(value);
    int decimals = 0;
    while (decimals < 9 && magnitude > 0 && magnitude * power_of_ten(decimals) < 99.95) ++decimals;
    auto text = number(value, decimals);
    drop_trailing_zeros(text, marks_of(language_).decimal);
    return text;
}

std::string NumberFormat::signed_number(double value, int decimals) const {
    const bool positive = std::isfinite(value) && value > 0 && !rounds_to_zero(value, decimals);
    return positive ? "+" + number(value, decimals) : number(value, decimals);
}

std::string NumberFormat::interval(double low, double high, int decimals) const {
    const auto from = number(low, decimals), to = number(high, decimals);
    if (from == to) return from;
    if (low < 0 || high < 0) return text(language_, Message::range_signed, from, to);
    return fmt::format("{}{}{}", from, en_dash, to);
}

int NumberFormat::decimals_apart(double low, double high, int decimals, int most) const {
    while (decimals < most && low < high && number(low, decimals) == number(high, decimals))
        ++decimals;
    return decimals;
}

std::string NumberFormat::percent(double share, int decimals) const {
    if (!std::isfinite(share)) return no_value;
    return fmt::format("{}{}%", percent_digits(share, decimals), no_break_space);
}

std::string NumberFormat::percent_digits(double share, int decimals) const {
    if (!std::isfinite(share)) return no_value;
    share = settled(share);
    std::string_view sign;
    double percent = share * 100;
    const double step = 1 / power_of_ten(decimals);
    if (share == 0 || share == 1) {
        decimals = 0;
    } else if (share > 0 && rounds_to_zero(percent, decimals)) {
        sign = "<";
        percent = step;
    } else if (share < 1 && share > 0 && rounds_to_zero(100 - percent, decimals)) {
        sign = ">";
        percent = 100 - step;
    }
    return fmt::format("{}{}", sign, number(percent, decimals));
}

std::string NumberFormat::percent(const Estimate& share) const {
    return percent(share.estimate, percent_decimals(share));
}

std::string NumberFormat::percent_interval(const Estimate& share) const {
    return percent_interval(share.low, share.high, percent_decimals(share));
}

std::string NumberFormat::percent_interval(double low, double high, int least_decimals) const {
    if (!std::isfinite(low) || !std::isfinite(high)) return no_value;
    low = settled(low);
    high = settled(high);
    const int decimals =
        decimals_to_show(100 * (1 - low), decimals_to_show(100 * high, least_decimals));
    const auto end = [&](double value) {
        // what rounds to nothing or to all is outside anyway
        const double percent = 100 * value, rest = 100 - percent;
        if (value >= 0 && rounds_to_zero(percent, decimals)) return number(0, 0);
        return rest >= 0 && rounds_to_zero(rest, decimals) ? number(100, 0)
                                                           : number(percent, decimals);
    };
    const auto from = end(low), to = end(high);
    const auto range = from == to ? to
                       : low < 0  ? text(language_, Message::range_signed, from, to)
                                  : fmt::format("{}{}{}", from, en_dash, to);
    return fmt::format("{}{}%", range, no_break_space);
}

int NumberFormat::points_decimals(const Estimate& difference) const {
    constexpr int most = 3;
    const double size = 100 * std::abs(difference.estimate);
    const double low = 100 * difference.low, high = 100 * difference.high;
    const bool told = low > 0 || high < 0;
    const double nearest = low > 0 ? low : -high;  // to 0, where it is told from it
    int decimals = 1;
    while (decimals < most && ((size > 0 && rounds_to_zero(size, decimals)) ||
                               (told && rounds_to_zero(nearest, decimals)) ||
                               (low < high && number(low, decimals) == number(high, decimals))))
        ++decimals;
    return decimals;
}

std::string NumberFormat::points(const Estimate& difference) const {
    if (difference.estimate == 0) return number(0, 0);
    return signed_number(100 * difference.estimate, points_decimals(difference));
}

std::string NumberFormat::points_interval(const Estimate& difference) const {
    if (!(difference.low < difference.high)) return {};
    return interval(100 * difference.low, 100 * difference.high, points_decimals(difference));
}

std::string NumberFormat::money(double amount) const {
    return money(amount, money_decimals({&amount, 1}));
}

std::string NumberFormat::money(double amount, int decimals) const {
    if (!std::isfinite(amount)) return no_value;
    if (amount != 0 && rounds_to_zero(std::abs(amount), decimals)) {
        const auto least = number(1 / power_of_ten(decimals), decimals);
        return with_currency(
            fmt::format("{}{}", amount < 0 ? ">" + std::string(minus) : "<", least));
    }
    return with_currency(number(amount, decimals));
}

std::string NumberFormat::money_interval(double low, double high) const {
    const std::array ends{low, high};
    return money_interval(low, high, money_decimals(ends));
}

std::string NumberFormat::money_interval(double low, double high, int decimals) const {
    return with_currency(interval(low, high, decimals));
}

std::string NumberFormat::with_currency(std::string amount) const {
    if (!currency_.empty()) amount.append(no_break_space).append(currency_);
    return amount;
}

int NumberFormat::money_decimals(std::span<const double> amounts) const {
    if (without_smaller_unit(currency_)) return 0;
    constexpr double large = 10'000, small = 100;
    double largest = 0, smallest = large;
    for (const double amount : amounts) {
        const double magnitude = std::abs(amount);
        if (!std::isfinite(amount)) continue;
        largest = std::max(largest, magnitude);
        if (magnitude > 0) smallest = std::min(smallest, magnitude);
    }
    return largest < large || smallest < small ? 2 : 0;
}

std::string NumberFormat::duration(double days, double beside) const {
    if (!std::isfinite(days)) return no_value;
    const auto& unit = unit_of(days, beside);
    const double amount = days / unit.in_days;
    auto written = number(amount, amount < 9.95 ? 1 : 0);
    drop_trailing_zeros(written, marks_of(language_).decimal);
    return text(language_, unit.name, written);
}

int NumberFormat::duration_decimals(double low, double high) const {
    return decimals_apart(low, high, high < 9.95 ? 1 : 0, 2);
}

std::string NumberFormat::duration_interval(double low_days, double high_days,
                                            double beside) const {
    if (!std::isfinite(low_days) || !std::isfinite(high_days)) return no_value;
    const auto& unit = unit_of(high_days, beside);
    const double low = low_days / unit.in_days, high = high_days / unit.in_days;
    return text(language_, unit.name, interval(low, high, duration_decimals(low, high)));
}

std::string NumberFormat::duration_with_interval(double days, double low_days, double high_days,
                                                 double beside) const {
    if (!std::isfinite(days)) return no_value;
    const auto& unit = unit_of(high_days, beside);
    const int decimals = duration_decimals(low_days / unit.in_days, high_days / unit.in_days);
    return fmt::format("{} ({})", text(language_, unit.name, number(days / unit.in_days, decimals)),
                       duration_interval(low_days, high_days, beside));
}

int percent_decimals(const Estimate& share) {
    if (!(share.standard_error > rounding)) return 1;
    const double resolution = 250 * share.standard_error;  // in percent
    int decimals = 0;
    while (decimals < 6 && 1 / power_of_ten(decimals) > resolution) ++decimals;
    return decimals;
}

}  // namespace cjm
