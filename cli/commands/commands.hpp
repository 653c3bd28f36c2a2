// Owns: the list of all commands and the options they share. Must not know: what any of them does.
#pragma once
#include <vector>

#include "cli/command.hpp"
#include "cli/commands/render.hpp"

namespace cjm::cli {

/// The work of the commands that draw, so that a program without the drawing libraries has the same
/// commands; all empty there.
struct Drawing {
    RenderFunction render;
};

/// Every command of this version, in the order of the help page. `session` is set by the options
/// that all of them share; it must outlive them.
/// Without a way of drawing the commands that draw have `drawn_elsewhere` set.
[[nodiscard]] std::vector<Command> all_commands(Session& session, const Drawing& drawing);

/// `--color`, setting `session`, which must outlive it.
[[nodiscard]] Option colour_option(Session& session);

}  // namespace cjm::cli
