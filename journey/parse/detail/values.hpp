// Owns: reading single values: texts, numbers, words, ids. Must not know: which keys a journey has.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journey/model.hpp"
#include "journey/parse/detail/document.hpp"
#include "journey/parse/detail/findings.hpp"
#include "journey/parse/detail/subject.hpp"

namespace cjm::detail {

/// What a number may be.
struct Range {
    double low, high;
    bool low_open, high_open;
    std::string_view rule;  ///< completes "it must be …"
    [[nodiscard]] bool contains(double value) const {
        return (low_open ? value > low : value >= low) &&
               (high_open ? value < high : value <= high);
    }
};

inline constexpr double unbounded = std::numeric_limits<double>::infinity();
inline constexpr Range any_number{-unbounded, unbounded, true, true, "a number"};
inline constexpr Range probability{0, 1, false, false, "between 0 and 1"};
inline constexpr Range not_negative{0, unbounded, false, true, "at least 0"};
inline constexpr Range positive{0, unbounded, true, true, "more than 0"};

/// Each reader gives the value, or none after saying what is wrong with it.
[[nodiscard]] std::optional<Text> read_text(Findings&, const Value&, const Subject&);
/// A list of texts; entries that are wrong are left out.
[[nodiscard]] std::vector<Text> read_texts(Findings&, const Value&, const Subject&);
[[nodiscard]] std::optional<Sourced<bool>> read_flag(Findings&, const Value&, const Subject&);
[[nodiscard]] std::optional<Integer> read_integer(Findings&, const Value&, const Subject&,
                                                  std::int64_t low, std::int64_t high);
/// A number or `[low, likely, high]`, each bound in the range.
[[nodiscard]] std::optional<Number> read_number(Findings&, const Value&, const Subject&,
                                                const Range&);
/// One of a few words, as its position.
[[nodiscard]] std::optional<Sourced<std::size_t>> read_word(
    Findings&, const Value&, const Subject&, std::span<const std::string_view> words);

/// The name an id stands for: NFC-composed. Says what is wrong with characters that no id has.
[[nodiscard]] Name read_id(Findings&, std::string_view text, const SourceSpan& where,
                           std::string_view kind);
/// A name that refers to an id; whether it exists is found out later.
[[nodiscard]] Name name_of(const Member& member);
[[nodiscard]] std::optional<Name> read_name(Findings&, const Value&, const Subject&);

/// Says that a value has the wrong type. `wanted` completes "it must be …".
void wrong_type(Findings&, const Value&, const Subject&, std::string_view wanted,
                std::string hint = {});
/// Says that a value is outside its range.
void out_of_range(Findings&, const SourceSpan& where, const Subject&, std::string_view value,
                  std::string_view rule, std::string hint = {});
/// The members of a table, or null after saying that it is none.
[[nodiscard]] const Members* read_table(Findings&, const Value&, const Subject&,
                                        std::string hint = {});
/// `[low, likely, high]` where one value may be uncertain: reads each with `read_one`, which gives
/// an optional double in range.
template <class ReadOne>
[[nodiscard]] std::optional<Number> read_uncertain(Findings&, const Value&, const Subject&,
                                                   ReadOne);

/// Says so where a list is not three values, or they are not in order; true where all is well.
[[nodiscard]] bool is_triple(Findings&, const Value&, const Subject&);
[[nodiscard]] bool is_ordered(Findings&, const Value&, const Subject&, double low, double likely,
                              double high);

template <class ReadOne>
std::optional<Number> read_uncertain(Findings& findings, const Value& value, const Subject& subject,
                                     ReadOne read_one) {
    const auto* list = value.list();
    if (list == nullptr) {
        const std::optional<double> one = read_one(value);
        if (!one) return std::nullopt;
        return Number(*one, *one, *one, value.where);
    }
    if (!is_triple(findings, value, subject)) return std::nullopt;
    const std::optional<double> low = read_one((*list)[0]), likely = read_one((*list)[1]),
                                high = read_one((*list)[2]);
    if (!low || !likely || !high) return std::nullopt;
    if (!is_ordered(findings, value, subject, *low, *likely, *high)) return std::nullopt;
    return Number(*low, *likely, *high, value.where);
}

}  // namespace cjm::detail
