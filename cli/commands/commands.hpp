// Owns: the list of all commands and the options they share. Must not know: what any of them does.
#pragma once
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/commands/render.hpp"

namespace cjm::cli {

/// The work of the commands that draw, so that a program without the drawing libraries has the same
/// commands; all empty there.
struct Drawing {
    RenderFunction render;
};

/// Every command of this version, in the order of the help page. Each is described when it is asked
/// for: the options of all of them would take longer than the rest of the start.
/// Without a way of drawing the commands that draw have `drawn_elsewhere` set.
/// `session`, set by the options that all commands share, and `drawing` must outlive the commands.
class Commands {
  public:
    Commands(Session& session, const Drawing& drawing) : session_(session), drawing_(drawing) {}

    [[nodiscard]] static std::vector<std::string> names();
    /// Throws UsageError where there is none of this name.
    [[nodiscard]] Command named(const std::string& name) const;
    [[nodiscard]] std::vector<Command> all() const;

  private:
    Session& session_;
    const Drawing& drawing_;
};

/// `--color`, setting `session`, which must outlive it.
[[nodiscard]] Option colour_option(Session& session);

}  // namespace cjm::cli
