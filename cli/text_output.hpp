// Owns: how wide and how colourful text for an output may be. Must not know: what the text says.
#pragma once
#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/report/text_table.hpp"

namespace cjm::cli {

/// The terminal's width and colours for standard output; for a file 80 columns (or COLUMNS), and
/// colour only where it is always asked for.
[[nodiscard]] TextStyle text_style_for(const Session& session, const Output& output);

}  // namespace cjm::cli
