// Owns: the keys of a touchpoint that may differ by persona and scenario. Must not know: the other
// keys.
#pragma once
#include "journey/parse/detail/shares.hpp"

namespace cjm::detail {

/// Takes experience, next or counts, after, causes, silent, effort, cost, revenue, refers, weight,
/// wait and patience from the table.
[[nodiscard]] Behaviour read_behaviour(Fields& fields);

}  // namespace cjm::detail
