#include "journey/parse/detail/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/number_meant.hpp"
#include "base/text_width.hpp"
#include "base/thousands.hpp"

namespace cjm::detail {
namespace {

std::string as_written(double number) {
    return fmt::format("{}", number);
}

// "the text "0.4"", "3", "a list": what stands there, for "… is …".
std::string description(const Value& value) {
    if (const auto* text = value.text()) return "the text " + quoted(*text, 40);
    if (const auto* integer = value.integer()) return fmt::format("{}", *integer);
    if (const auto* number = value.number()) return as_written(*number);
    if (const auto* flag = value.flag()) return *flag ? "true" : "false";
    if (value.list() != nullptr) return "a list";
    return value.table() != nullptr ? "a table" : "a date";
}

// `write 0.4` for "0.4" and "40 %", `write 720000` for "720.000 VND".
std::string hint_for_number(const Value& value) {
    const auto* text = value.text();
    if (text == nullptr) return {};
    double number = 0;
    const auto* end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, number);
    const bool plain = error == std::errc() && rest == end && std::isfinite(number);
    if (const auto digits = without_thousands_marks(*text)) {
        const auto thousands = thousands_words(*digits);
        return plain ? fmt::format("for thousands write {}, else {}", thousands, number)
                     : fmt::format("write {}", thousands);
    }
    if (plain) return fmt::format("write {} without quotes", *text);
    const auto meant = number_meant(*text);
    return meant ? fmt::format("write {}", *meant) : std::string();
}

// `for 40 % write 0.4` for a share written as 40; just above 1 nobody means percent.
std::string hint_for_share(double number) {
    if (number >= 2 && number <= 100) return fmt::format("for {} % write {}", number, number / 100);
    if (number > 1 && number < 2) return "1 is all of them; 0.97 is 97 %";
    return {};
}

// `write 5` for 5.0; a point may also stand between thousands, as in 1.234 or 5.000.
std::string hint_for_whole(double number) {
    const auto is_whole = [](double value) {
        return std::floor(value) == value && std::abs(value) < 1e15;
    };
    const double thousands = number * 1000;
    const bool three_decimals = std::abs(thousands - std::round(thousands)) < 1e-6;
    std::string hint = is_whole(number) ? fmt::format("write {:.0f}", number) : std::string();
    if (number >= 1 && number < 1000 && three_decimals)
        hint += fmt::format("{}{:.0f} where the point stands between thousands",
                            hint.empty() ? "write " : ", or ", thousands);
    return hint;
}

std::optional<double> read_plain_number(Findings& findings, const Value& value,
                                        const Subject& subject, const Range& range) {
    double number = 0;
    if (const auto* integer = value.integer())
        number = static_cast<double>(*integer);
    else if (const auto* real = value.number())
        number = *real;
    else {
        wrong_type(findings, value, subject, "a number", hint_for_number(value));
        return std::nullopt;
    }
    if (!std::isfinite(number)) {
        findings.error(
            "not-finite", value.where,
            fmt::format("{} is {}; a number here must be finite", subject.words(), number));
        return std::nullopt;
    }
    if (range.contains(number)) return number;
    out_of_range(findings, value.where, subject, as_written(number), range.rule,
                 range.high == 1 ? hint_for_share(number) : "");
    return std::nullopt;
}

// Bounds that only guard the arithmetic are not worth telling.
std::string integer_rule(std::int64_t low, std::int64_t high) {
    constexpr std::int64_t beyond_use = 1'000'000;
    if (low > -beyond_use && high >= beyond_use)
        return fmt::format("a whole number of at least {}", low);
    if (low <= -beyond_use && high < beyond_use)
        return fmt::format("a whole number of at most {}", high);
    return fmt::format("a whole number from {} to {}", low, high);
}

bool is_shown_raw(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 ? byte != 0x7F : (c == '\n' || c == '\t' || c == '\r');
}

}  // namespace

void wrong_type(Findings& findings, const Value& value, const Subject& subject,
                std::string_view wanted, std::string hint) {
    findings.error(
        "wrong-type", value.where,
        fmt::format("{} is {}; it must be {}", subject.words(), description(value), wanted),
        std::move(hint));
}

void out_of_range(Findings& findings, const SourceSpan& where, const Subject& subject,
                  std::string_view value, std::string_view rule, std::string hint) {
    findings.error("out-of-range", where,
                   fmt::format("{} is {}; it must be {}", subject.words(), value, rule),
                   std::move(hint));
}

const Members* read_table(Findings& findings, const Value& value, const Subject& subject,
                          std::string hint) {
    if (value.table() == nullptr) wrong_type(findings, value, subject, "a table", std::move(hint));
    return value.table();
}

std::optional<Text> read_text(Findings& findings, const Value& value, const Subject& subject) {
    const auto* text = value.text();
    if (text == nullptr) {
        const bool scalar = value.list() == nullptr && value.table() == nullptr;
        wrong_type(findings, value, subject, "a text", scalar ? "put it in quotes" : "");
        return std::nullopt;
    }
    if (!std::all_of(text->begin(), text->end(), is_shown_raw)) {
        findings.error("control-character", value.where,
                       fmt::format("{} holds a control character; texts hold what can be read only",
                                   subject.words()),
                       "remove it");
        return std::nullopt;
    }
    return Text{*text, value.where};
}

std::vector<Text> read_texts(Findings& findings, const Value& value, const Subject& subject) {
    std::vector<Text> texts;
    const auto* list = value.list();
    if (list == nullptr) {
        const auto* text = value.text();
        wrong_type(findings, value, subject, "a list of texts",
                   text ? fmt::format("write [{}]", quoted(*text, 30)) : "");
        return texts;
    }
    texts.reserve(list->size());
    for (const auto& element : *list)
        if (auto text = read_text(findings, element, subject)) texts.push_back(std::move(*text));
    return texts;
}

std::optional<Sourced<bool>> read_flag(Findings& findings, const Value& value,
                                       const Subject& subject) {
    if (const auto* flag = value.flag()) return Sourced<bool>{*flag, value.where};
    const auto* text = value.text();
    const bool quoted_flag = text != nullptr && (*text == "true" || *text == "false");
    wrong_type(findings, value, subject, "true or false",
               quoted_flag ? fmt::format("write {} without quotes", *text) : "");
    return std::nullopt;
}

std::optional<Integer> read_integer(Findings& findings, const Value& value, const Subject& subject,
                                    std::int64_t low, std::int64_t high) {
    const auto* integer = value.integer();
    if (integer == nullptr) {
        if (value.list() != nullptr) {
            findings.error(
                "uncertain-not-allowed", value.where,
                fmt::format("{} is a list; it must be one whole number, which cannot be uncertain",
                            subject.words()));
            return std::nullopt;
        }
        const auto* number = value.number();
        wrong_type(findings, value, subject, "a whole number",
                   number == nullptr ? hint_for_number(value) : hint_for_whole(*number));
        return std::nullopt;
    }
    if (*integer >= low && *integer <= high) return Integer{*integer, value.where};
    out_of_range(findings, value.where, subject, std::to_string(*integer), integer_rule(low, high));
    return std::nullopt;
}

std::optional<Number> read_number(Findings& findings, const Value& value, const Subject& subject,
                                  const Range& range) {
    return read_uncertain(findings, value, subject, [&](const Value& one) {
        return read_plain_number(findings, one, subject, range);
    });
}

std::optional<Sourced<std::size_t>> read_word(Findings& findings, const Value& value,
                                              const Subject& subject,
                                              std::span<const std::string_view> words) {
    const auto text = read_text(findings, value, subject);
    if (!text) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), text->value);
    if (found != words.end())
        return Sourced<std::size_t>{static_cast<std::size_t>(found - words.begin()), value.where};
    auto known = std::make_shared<KnownNames>();
    known->names.assign(words.begin(), words.end());
    findings.unknown_name("unknown-word", value.where,
                          fmt::format("{} is {}; it must be one of \"{}\"", subject.words(),
                                      quoted(text->value), fmt::join(words, "\", \"")),
                          text->value, std::move(known));
    return std::nullopt;
}

Name name_of(const Member& member) {
    return {compose(member.name), member.where};
}

std::optional<Name> read_name(Findings& findings, const Value& value, const Subject& subject) {
    auto text = read_text(findings, value, subject);
    if (!text) return std::nullopt;
    return Name{compose(text->value), value.where};
}

bool is_triple(Findings& findings, const Value& value, const Subject& subject) {
    if (value.list()->size() == 3) return true;
    findings.error("uncertain-value", value.where,
                   fmt::format("{} is a list of {}; an uncertain value is [low, likely, high]",
                               subject.words(), value.list()->size()));
    return false;
}

bool is_ordered(Findings& findings, const Value& value, const Subject& subject, double low,
                double likely, double high) {
    if (low <= likely && likely <= high) return true;
    findings.error("uncertain-value", value.where,
                   fmt::format("{} is not in order; an uncertain value is [low, likely, high] "
                               "with low <= likely <= high",
                               subject.words()));
    return false;
}

}  // namespace cjm::detail
