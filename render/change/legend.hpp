// Owns: what legends say about the marks of what a scenario changes. Must not know: layouts.
#pragma once
#include "journey/change.hpp"
#include "render/frame/voice.hpp"
#include "render/legend.hpp"

namespace cjm::render {

/// The sign and frame of a kind. The voice must outlive it.
[[nodiscard]] LegendEntry change_entry(const Voice& voice, ChangeKind kind);
/// Figures in the colour of changes. style  of the type that they have
[[nodiscard]] LegendEntry difference_entry(const Voice& voice, TextStyle style);

}  // namespace cjm::render
