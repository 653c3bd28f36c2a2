// Owns: what `cjm render` is asked for. Must not know: how it is drawn.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/journey_options.hpp"
#include "cli/output.hpp"
#include "render/map/map.hpp"
#include "render/page/paper.hpp"
#include "render/theme.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// In the order of view_names().
enum class View : std::uint8_t { map, flow, funnel, worksheet, cards };

enum class PictureFormat { svg, pdf, png, pptx, dot };

/// The names of PictureFormat, in its order.
[[nodiscard]] const std::vector<std::string>& picture_format_names();
/// Their suffixes, such as ".svg".
[[nodiscard]] const std::vector<std::string>& picture_suffixes();

struct RenderOptions {
    JourneyOptions journey;
    RunSettings settings;
    std::optional<View> view;  ///< none = the map, for DOT the flow; render_file settles it
    render::MapOptions map;    ///< without the runs of personas, which are made when it is drawn
    bool by_persona = false;   ///< map: one curve per persona
    std::optional<PictureFormat> format;
    std::optional<std::string> page;  ///< a paper's name or "fit"
    std::optional<render::Orientation> orientation;
    std::optional<double> dpi;
    std::optional<std::string> tile;  ///< name of the sheets' paper
    render::ThemeName theme = render::ThemeName::light;
    std::optional<render::Colour> accent;
    std::optional<std::string> logo;  ///< path of a file
    bool notes = false;               ///< carry what does not fit onto pages of notes
    bool plain = false;
    bool against = false;  ///< mark what the scenario changes
    Output output;
};

}  // namespace cjm::cli
