// Owns: [[scenario.each]], which touchpoints an entry matches and what it does to one. Must not
// know: replacements and additions (see scenario.hpp), simulation.
#pragma once
#include "journey/model.hpp"

namespace cjm {

/// Whether a touchpoint matches every key that `where` gives. A touchpoint without an owner is
/// ours; `channel = ""` matches those without a channel. Cost: O(tags).
[[nodiscard]] bool matches(const Where& where, const Touchpoint& touchpoint);

/// Multiplies and adds what the entry says, for all personas, `for` and `after` included; likely
/// values are read, and what changes becomes certain. Does not ask whether the touchpoint matches.
///
/// bad, good   P(bad)' = min(1, bad x P(bad)), P(good)' = min(good x P(good), 1 - P(bad)'); without
/// an experience
///             the touchpoint stays neutral
/// leave       S becomes S^leave (never below 1e-300, so that a sum stays positive), proportions
/// are kept wait        every duration, never `shape`; multiplied by 0 a wait is a fixed 0 patience
/// multiplied by 0 it is the smallest positive number: every wait is too long cost_add    after the
/// multiplication, and where no cost was given source      model page, section 1
void apply_each(const Each& each, Touchpoint& touchpoint);

}  // namespace cjm
