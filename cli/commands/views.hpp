// Owns: the views that `cjm render` offers and what differs between them before anything is drawn.
// Must not know: how they are drawn.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands/render_options.hpp"

namespace cjm::cli {

/// The names of View, in its order.
[[nodiscard]] const std::vector<std::string>& view_names();
/// One line for --help.
[[nodiscard]] std::string view_help();

/// Papers to try where the command line names none, best first; "fit" where the page follows the
/// drawing.
[[nodiscard]] std::vector<std::string> usual_papers(View view, PictureFormat format);

/// A journey of more touchpoints is refused before it is simulated.
[[nodiscard]] std::size_t touchpoint_limit(View view);

/// Whether it shows simulated numbers and nothing else.
[[nodiscard]] bool needs_numbers(View view);
/// Whether it shows any; else nothing needs to be simulated.
[[nodiscard]] bool shows_numbers(View view);
/// Whether its long texts can stand on pages of notes.
[[nodiscard]] bool has_notes(View view);
/// Whether what a scenario changes is marked on it.
[[nodiscard]] bool marks_changes(View view);

}  // namespace cjm::cli
