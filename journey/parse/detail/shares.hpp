// Owns: tables of a number per name: where customers go on, start, why they leave. Must not know:
// whether the names exist.
#pragma once
#include "journey/parse/detail/fields.hpp"

namespace cjm::detail {

/// A table of one entry per name. `complete` is false where an entry was wrong and is left out, so
/// that sums say nothing.
struct NamedNumbers {
    Table<NamedNumber> table;
    bool complete = true;
};

/// `{ name = number, … }`, each number in the range.
[[nodiscard]] std::optional<NamedNumbers> read_named_numbers(Findings&, const Value&,
                                                             const SourceSpan& key, const Subject&,
                                                             const Range&);
/// The sum of the likely values.
[[nodiscard]] double likely_sum(const std::vector<NamedNumber>& numbers);
/// Says so where shares that must sum to 1 do not.
void check_sum_is_one(Findings&, const SourceSpan& where, double sum, std::string_view what);

/// Where customers go on: `next` or `counts`, whichever the table has; none where neither or both.
[[nodiscard]] std::optional<Next> read_next(Fields& fields);
/// `start`: one touchpoint, or a table of shares.
[[nodiscard]] std::optional<Start> read_start(Fields& fields);
/// `causes`: weights of a positive sum.
[[nodiscard]] std::optional<Table<NamedNumber>> read_causes(Fields& fields);
/// `hazard`: multipliers by cause.
[[nodiscard]] Table<NamedNumber> read_hazard(Fields& fields);

/// Whether a name was already seen; says so. `seen` maps names to their first place.
class NamesSeen {
  public:
    bool repeats(Findings& findings, const Name& name, const Subject& subject);

  private:
    std::map<std::string, SourceSpan> first_;
};

}  // namespace cjm::detail
