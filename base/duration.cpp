#include "base/duration.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace cjm {
namespace {

struct Unit {
    std::string_view name;
    double per_day;  ///< units in a day, or
    double days;     ///< days in a unit; the other is 1, so that there is one rounding only
};

constexpr std::array<Unit, 7> units{{{"s", 86400, 1},
                                     {"min", 1440, 1},
                                     {"h", 24, 1},
                                     {"d", 1, 1},
                                     {"w", 1, 7},
                                     {"mo", 1, 30},
                                     {"y", 1, 365}}};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

}  // namespace

std::optional<double> duration_days(std::string_view text) {
    text = trimmed(text);
    double number = 0;
    const char* end_of_text = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), end_of_text, number);
    if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
    const std::string_view unit_name = trimmed({end, static_cast<std::size_t>(end_of_text - end)});
    if (unit_name.empty()) return number == 0 ? std::optional(0.0) : std::nullopt;
    for (const Unit& unit : units) {
        if (unit.name == unit_name) return number / unit.per_day * unit.days;
    }
    return std::nullopt;
}

}  // namespace cjm
