// Owns: durations and waits. Must not know: which keys hold them.
#pragma once
#include "journey/parse/detail/values.hpp"

namespace cjm::detail {

/// A duration such as "2 d" in days, or `[low, likely, high]` of them, each bound in the range (of
/// days).
[[nodiscard]] std::optional<Number> read_duration(Findings&, const Value&, const Subject&,
                                                  const Range&);
/// A duration that cannot be uncertain.
[[nodiscard]] std::optional<Sourced<double>> read_certain_duration(Findings&, const Value&,
                                                                   const Subject&, const Range&);
/// A duration (a fixed wait) or a table `{ distribution = …, parameters of it }`.
[[nodiscard]] std::optional<Wait> read_wait(Findings&, const Value&, const Subject&);

}  // namespace cjm::detail
