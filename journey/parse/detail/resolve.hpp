// Owns: whether every name in a journey stands for something, and for one thing only. Must not
// know: TOML.
#pragma once
#include "journey/model.hpp"
#include "journey/parse/detail/findings.hpp"

namespace cjm::detail {

/// Which lists of the file could be read: names of a list that could not are not called undefined.
struct ListsRead {
    bool targets = true, stages = true, rows = true, personas = true, causes = true;
};

/// Says which ids are defined twice, reserved or taken by the program, which names stand for
/// nothing, and what touchpoints lack that depends on the rest of the file (next for every persona,
/// a stage).
void resolve_names(Findings&, const Journey& journey, const ListsRead& read);

}  // namespace cjm::detail
