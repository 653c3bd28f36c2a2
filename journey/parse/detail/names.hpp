// Owns: the names that a file defines, each once. Must not know: what refers to them.
#pragma once
#include "journey/model.hpp"
#include "journey/parse/detail/directory.hpp"

namespace cjm::detail {

/// The names of a journey, by what they stand for.
struct Names {
    Directory causes;            ///< built in or of the file, `delay` too
    Directory choosable_causes;  ///< those that `causes` may name: without `delay`
    Directory stages, rows, personas, touchpoints, outcomes, scenarios;
    Directory targets;   ///< touchpoints and outcomes: they share one name space
    KnownNames success;  ///< what `success` may name: outcomes and "in_progress"
};

/// Collects the names; says which are defined twice, reserved, or built in.
[[nodiscard]] Names define_names(Findings& findings, const Journey& journey);

/// Says so where a touchpoint or outcome has an id that means something else.
void check_not_reserved(Findings& findings, const Name& id);

}  // namespace cjm::detail
