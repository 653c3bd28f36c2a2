#include "base/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "base/text_width.hpp"

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

struct Parts {
    double number = 0;
    std::string_view unit;
};

/// Number and unit of a text such as "2 d"; none where it does not start with a finite number.
std::optional<Parts> split(std::string_view text) {
    text = trimmed(text);
    Parts parts;
    const char* end_of_text = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), end_of_text, parts.number);
    if (error != std::errc() || !std::isfinite(parts.number)) return std::nullopt;
    parts.unit = trimmed({end, static_cast<std::size_t>(end_of_text - end)});
    return parts;
}

/// What people write instead of a unit, in English and Vietnamese.
struct Synonym {
    std::string_view typed, unit;
};
constexpr std::array synonyms{
    Synonym{"sec", "s"},       Synonym{"second", "s"}, Synonym{"seconds", "s"},
    Synonym{"giây", "s"},      Synonym{"mins", "min"}, Synonym{"minute", "min"},
    Synonym{"minutes", "min"}, Synonym{"phút", "min"}, Synonym{"hr", "h"},
    Synonym{"hrs", "h"},       Synonym{"hour", "h"},   Synonym{"hours", "h"},
    Synonym{"giờ", "h"},       Synonym{"day", "d"},    Synonym{"days", "d"},
    Synonym{"ngày", "d"},      Synonym{"week", "w"},   Synonym{"weeks", "w"},
    Synonym{"tuần", "w"},      Synonym{"month", "mo"}, Synonym{"months", "mo"},
    Synonym{"tháng", "mo"},    Synonym{"year", "y"},   Synonym{"years", "y"},
    Synonym{"năm", "y"},       Synonym{"S", "s"},      Synonym{"H", "h"},
    Synonym{"D", "d"},         Synonym{"W", "w"},      Synonym{"MO", "mo"},
    Synonym{"Y", "y"},         Synonym{"MIN", "min"}};

/// The unit that a word means, mistyped or not; empty where nothing is near. Of a letter or two
/// everything is near.
std::string_view unit_meant(std::string_view typed) {
    const std::string composed = compose(typed);
    const auto unit_of = [](std::string_view word) -> std::string_view {
        const auto* found = std::find_if(synonyms.begin(), synonyms.end(),
                                         [&](const Synonym& one) { return one.typed == word; });
        return found == synonyms.end() ? std::string_view() : found->unit;
    };
    if (const auto unit = unit_of(composed); !unit.empty() || count_code_points(composed) < 3)
        return unit;
    std::vector<std::string> words;
    for (const Synonym& one : synonyms) words.emplace_back(one.typed);
    const auto near = nearest_name(composed, words);
    return near ? unit_of(*near) : std::string_view();
}

}  // namespace

std::optional<double> duration_days(std::string_view text) {
    const auto parts = split(text);
    if (!parts) return std::nullopt;
    if (parts->unit.empty()) return parts->number == 0 ? std::optional(0.0) : std::nullopt;
    for (const Unit& unit : units) {
        if (unit.name == parts->unit) return parts->number / unit.per_day * unit.days;
    }
    return std::nullopt;
}

namespace {

/// `write "3.5 d"` for "3,5 d".
std::string hint_for_comma(std::string_view text) {
    std::string pointed(trimmed(text));
    pointed[pointed.find(',')] = '.';
    if (duration_days(pointed)) return fmt::format("write {}", quoted(pointed));
    auto hint = duration_hint(pointed);
    return hint.empty() ? "write a decimal point, and one number with its unit" : hint;
}

}  // namespace

std::string duration_hint(std::string_view text) {
    const auto parts = split(text);
    if (!parts || parts->number < 0) return {};
    if (parts->unit.empty()) return fmt::format("write \"{} d\" for days", parts->number);
    if (parts->unit == "m")
        return fmt::format("write \"{0} min\" for minutes, \"{0} mo\" for months", parts->number);
    if (parts->unit.starts_with(',')) return hint_for_comma(text);
    const auto unit = unit_meant(parts->unit);
    if (unit.empty()) return {};
    return fmt::format("write \"{} {}\"", parts->number, unit);
}

}  // namespace cjm
