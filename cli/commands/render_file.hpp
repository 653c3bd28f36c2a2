// Owns: what `cjm render` does: from a file to a picture. Must not know: layouts, file formats from
// within. Whoever refers to it is linked with the drawing libraries.
#pragma once
#include <string>

#include "cli/command.hpp"
#include "cli/commands/render_options.hpp"

namespace cjm::cli {

[[nodiscard]] ExitStatus render_file(RenderOptions options, const Session& session,
                                     const std::string& file);

}  // namespace cjm::cli
