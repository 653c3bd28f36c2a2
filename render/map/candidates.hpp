// Owns: which texts of a journey may be carried from a picture onto pages of notes, in the order of
// a map. Must not know: which of them are.
#pragma once
#include <vector>

#include "render/flow/scene.hpp"
#include "render/map/plan.hpp"
#include "render/notes/note.hpp"

namespace cjm::render::map {

/// Those of personas, then stage by stage those of the stage and of its touchpoints, row by row;
/// texts of one or two words stay.
[[nodiscard]] std::vector<Note> note_candidates(const flow::Scene& scene, const Plan& plan);

}  // namespace cjm::render::map
