// Owns: taking the keys of one table, and saying which it does not have. Must not know: which
// tables there are.
#pragma once
#include "journey/parse/detail/duration.hpp"
#include "journey/parse/detail/values.hpp"

namespace cjm::detail {

/// The keys of a table, taken one after the other; what nobody took is unknown. Every getter says
/// what is wrong with a value, and gives none for a wrong or absent one.
class Fields {
  public:
    /// Keeps references to all three.
    Fields(Findings& findings, const Value& table, const Subject& subject);

    /// The value of a key, or null.
    const Value* take(std::string_view key);
    const Member* take_member(std::string_view key);

    std::optional<Text> text(std::string_view key);
    std::vector<Text> texts(std::string_view key);
    /// Words that are compared with others: NFC-composed, as names are.
    std::optional<Text> label(std::string_view key);
    std::vector<Text> labels(std::string_view key);
    std::optional<Sourced<bool>> flag(std::string_view key);
    std::optional<Integer> integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<Number> number(std::string_view key, const Range& range);
    std::optional<Number> duration(std::string_view key, const Range& range);
    std::optional<Sourced<std::size_t>> word(std::string_view key,
                                             std::span<const std::string_view> words);
    std::optional<Name> name(std::string_view key);
    /// The id: empty, and said so, where there is none.
    Name id(std::string_view kind);
    /// The title; none where it is empty, so that the id stands in for it.
    std::optional<Text> title();
    /// The number where the key is given and right, else `otherwise`.
    Number number_or(std::string_view key, const Range& range, double otherwise);

    /// Says that a key is missing. Place: the table's header.
    void missing(std::string_view key, std::string_view hint = {});
    /// Says so where a key is given that belongs elsewhere.
    void misplaced(std::string_view key, std::string_view what, std::string_view hint);
    /// Says which keys are unknown. Call when all have been taken. `what` completes "is not a key
    /// of …".
    void finish(std::string_view what);

    [[nodiscard]] const Value& table() const { return table_; }
    [[nodiscard]] Findings& findings() const { return findings_; }
    [[nodiscard]] const Subject& subject() const { return subject_; }

  private:
    Findings& findings_;
    const Value& table_;
    const Subject& subject_;
    const Members& members_;
    std::vector<std::string_view> known_;
};

}  // namespace cjm::detail
