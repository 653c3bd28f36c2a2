#include "journey/parse/detail/duration.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/duration.hpp"
#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

constexpr std::string_view rule = "a number and a unit (s, min, h, d, w, mo, y)";

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
                       duration_hint(text ? *text : shown(value)));
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
