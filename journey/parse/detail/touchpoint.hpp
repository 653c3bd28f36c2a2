// Owns: reading a touchpoint, and the rows that stages share with it. Must not know: other
// touchpoints.
#pragma once
#include "journey/parse/detail/behaviour.hpp"

namespace cjm::detail {

/// One [[touchpoint]] of the file.
[[nodiscard]] Touchpoint read_touchpoint(Findings&, const Value& table);
/// [scenario.touchpoint.ID]: what a scenario replaces, or with `new = true` adds.
[[nodiscard]] Touchpoint read_replacement(Findings&, const Member& member,
                                          std::string_view scenario);
/// The rows of the drawn map that the table fills.
[[nodiscard]] RowTexts read_rows(Fields& fields);

inline constexpr std::array<std::string_view, 3> owner_names{"us", "partner", "third-party"};
inline constexpr std::array<std::string_view, 4> moment_names{"know", "go", "do", "buy"};

}  // namespace cjm::detail
