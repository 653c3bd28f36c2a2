#include "cli/commands/brand.hpp"

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "cli/terminal/terminal.hpp"
#include "render/image/place_logo.hpp"

namespace cjm::cli {

AskedLogo asked_logo(const RenderOptions& options, const Session& session) {
    if (!options.logo) return {};
    const auto read = render::read_logo(read_whole_file(*options.logo, render::logo_byte_limit));
    if (read.logo) return {read.logo, false};
    tell_error(session.colour,
               fmt::format("cannot use the logo {}: {}", *options.logo, read.mistake),
               "a logo is a PNG or SVG file");
    return {{}, true};
}

void tell_of_accent(const RenderOptions& options, const Session& session) {
    if (!options.accent) return;
    if (options.theme == render::ThemeName::print) {
        tell_warning(session.colour,
                     "--accent has no effect with --theme print, which is black "
                     "and white");
        return;
    }
    const render::Theme theme = render::with_accent(render::theme(options.theme), *options.accent);
    const std::string asked = render::to_hex(*options.accent);
    const std::string lines = render::to_hex(theme.line(render::Meaning::traffic, 1).colour);
    const std::string words = render::to_hex(theme.text(render::Meaning::traffic));
    if (lines == asked && words == asked) return;
    tell_warning(session.colour,
                 lines == asked
                     ? fmt::format("{} has too little contrast for words in this theme: they are "
                                   "written in {}",
                                   asked, words)
                     : fmt::format("{} has too little contrast in this theme: lines are drawn in "
                                   "{}, words written in {}",
                                   asked, lines, words));
}

Parsed<render::Picture> draw_with_logo(
    const std::optional<render::Logo>& logo, const render::DrawOptions& drawing,
    const std::function<Parsed<render::Picture>(const render::DrawOptions&)>& draw) {
    Parsed<render::Picture> picture = draw(drawing);
    if (!logo || !picture.value) return picture;
    if (auto marked = render::with_logo(*picture.value, *logo)) {
        picture.value = std::move(*marked);
        return picture;
    }
    const render::Page& first = picture.value->pages.front();
    const double strip = render::logo_strip({first.width, first.height}, *logo);
    if (drawing.page) {
        render::DrawOptions lower = drawing;
        lower.page->height -= strip;
        picture = draw(lower);
    }
    if (picture.value) picture.value = render::with_logo_above(*picture.value, *logo, strip);
    return picture;
}

}  // namespace cjm::cli
