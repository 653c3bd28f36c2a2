#include "journey/parse/detail/duration.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/duration.hpp"
#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

// What people write instead, in English and Vietnamese.
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

constexpr std::string_view rule = "a number and a unit (s, min, h, d, w, mo, y)";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct Parts {
    double number = 0;
    std::string_view unit;
};

// Number and unit of a text such as "2 d"; none where it does not start with a number.
std::optional<Parts> split(std::string_view text) {
    text = trimmed(text);
    Parts parts;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, parts.number);
    if (error != std::errc()) return std::nullopt;
    parts.unit = trimmed({rest, static_cast<std::size_t>(end - rest)});
    return parts;
}

std::string hint_for(std::string_view text) {
    const auto parts = split(text);
    if (!parts || !std::isfinite(parts->number) || parts->number < 0) return {};
    if (parts->unit.empty()) return fmt::format("write \"{} d\" for days", parts->number);
    if (parts->unit == "m")
        return fmt::format("write \"{0} min\" for minutes, \"{0} mo\" for months", parts->number);
    for (const auto& [typed, unit] : synonyms)
        if (compose(parts->unit) == typed)
            return fmt::format("write \"{} {}\"", parts->number, unit);
    if (parts->unit.starts_with(',')) return "write a decimal point: 1.5, not 1,5";
    return {};
}

void not_a_duration(Findings& findings, const Value& value, const Subject& subject,
                    std::string_view shown, std::string hint) {
    findings.error("bad-duration", value.where,
                   fmt::format("{} is {}; a duration is {}", subject.words(), shown, rule),
                   std::move(hint));
}

// The text or the number that stands there.
std::string shown(const Value& value) {
    if (const auto* text = value.text()) return quoted(*text, 40);
    return value.integer() ? fmt::format("{}", *value.integer())
                           : fmt::format("{}", *value.number());
}

std::optional<double> read_one(Findings& findings, const Value& value, const Subject& subject,
                               const Range& range) {
    const auto* text = value.text();
    if (text == nullptr && value.integer() == nullptr && value.number() == nullptr) {
        wrong_type(findings, value, subject, "a duration such as \"3 d\"");
        return std::nullopt;
    }
    std::optional<double> days;
    if (text != nullptr)
        days = duration_days(*text);
    else if ((value.integer() ? static_cast<double>(*value.integer()) : *value.number()) == 0)
        days = 0;
    if (!days) {
        not_a_duration(findings, value, subject, shown(value),
                       hint_for(text ? *text : shown(value)));
        return std::nullopt;
    }
    if (range.contains(*days)) return days;
    const bool endless = !std::isfinite(*days);
    out_of_range(findings, value.where, subject, shown(value), endless ? "shorter" : range.rule);
    return std::nullopt;
}

}  // namespace

std::optional<Number> read_duration(Findings& findings, const Value& value, const Subject& subject,
                                    const Range& range) {
    return read_uncertain(findings, value, subject, [&](const Value& one) {
        return read_one(findings, one, subject, range);
    });
}

std::optional<Sourced<double>> read_certain_duration(Findings& findings, const Value& value,
                                                     const Subject& subject, const Range& range) {
    if (value.list() != nullptr) {
        findings.error(
            "uncertain-not-allowed", value.where,
            fmt::format("{} is a list; it must be one duration, which cannot be uncertain",
                        subject.words()));
        return std::nullopt;
    }
    const auto days = read_one(findings, value, subject, range);
    if (!days) return std::nullopt;
    return Sourced<double>{*days, value.where};
}

}  // namespace cjm::detail
