// Owns: what every view of a journey is asked for. Must not know: any one view, files.
#pragma once
#include <optional>
#include <string>

#include "render/page/paper.hpp"
#include "render/theme.hpp"
#include "simulate/change_result.hpp"
#include "simulate/moments_result.hpp"

namespace cjm::render {

struct DrawOptions {
    std::optional<PageSize> page;  ///< none = the page fits the drawing
    ThemeName theme = ThemeName::light;
    std::optional<Colour> accent = {};  ///< a client's colour
    std::string program;                ///< name and version, for the provenance line
    std::string input_sha256;           ///< of the file's bytes
    bool notes = false;  ///< texts that find no room go onto pages of notes; where a page is named
    const MomentsResult* moments = nullptr;  ///< by success; none = not looked for
    const ChangeResult* change = nullptr;  ///< what the scenario changes, to be marked; none = not
};

/// The theme that a view draws with.
[[nodiscard]] inline Theme theme_of(const DrawOptions& options) {
    const Theme& named = theme(options.theme);
    return options.accent ? with_accent(named, *options.accent) : named;
}

}  // namespace cjm::render
