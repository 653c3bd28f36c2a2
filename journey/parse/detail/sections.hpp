// Owns: reading each section of the file but touchpoints. Must not know: whether names exist.
#pragma once
#include "journey/parse/detail/fields.hpp"

namespace cjm::detail {

void read_journey_section(Findings&, const Value& table, Journey& journey);
[[nodiscard]] Goodwill read_goodwill(Findings&, const Value& table);
[[nodiscard]] Friction read_friction(Findings&, const Value& table);
[[nodiscard]] Survey read_survey(Findings&, const Value& table);

[[nodiscard]] CauseKind read_cause(Findings&, const Value& table);
[[nodiscard]] Stage read_stage(Findings&, const Value& table);
[[nodiscard]] Row read_row(Findings&, const Value& table);
[[nodiscard]] Outcome read_outcome(Findings&, const Value& table);
/// `only` is whether the file has this persona alone, so that its share may be left out.
[[nodiscard]] Persona read_persona(Findings&, const Value& table, bool only);
[[nodiscard]] Scenario read_scenario(Findings&, const Value& table);

/// Says so where the starting goodwill of a persona or of everybody lies outside the bounds.
void check_start_goodwill(Findings&, const Goodwill& goodwill, const Integer& start,
                          const Subject& subject);

inline constexpr std::int64_t largest_goodwill =
    1'000'000;  ///< far beyond every span, and safe to add
inline constexpr std::int64_t widest_goodwill_span = 1000;

}  // namespace cjm::detail
