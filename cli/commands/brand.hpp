// Owns: a client's logo and colour on a drawing. Must not know: views, file formats.
#pragma once
#include <functional>
#include <optional>

#include "base/diagnostic.hpp"
#include "cli/command.hpp"
#include "cli/commands/render_options.hpp"
#include "render/draw_options.hpp"
#include "render/image/logo.hpp"
#include "render/picture.hpp"

namespace cjm::cli {

/// The logo that `--logo` names; prints what is wrong with it. Throws FileError where it cannot be
/// read.
struct AskedLogo {
    std::optional<render::Logo> logo;
    bool broken = false;
};
[[nodiscard]] AskedLogo asked_logo(const RenderOptions& options, const Session& session);

/// Says so where `--accent` had to be moved, or has no effect.
void tell_of_accent(const RenderOptions& options, const Session& session);

/// A drawing with the logo: drawn again on a page that is lower by a strip for it where the drawing
/// leaves it no room.
///
/// draw  makes the drawing for the paper of the options it is given
[[nodiscard]] Parsed<render::Picture> draw_with_logo(
    const std::optional<render::Logo>& logo, const render::DrawOptions& drawing,
    const std::function<Parsed<render::Picture>(const render::DrawOptions&)>& draw);

}  // namespace cjm::cli
