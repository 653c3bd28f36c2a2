#include "cli/text_output.hpp"

#include "cli/terminal/terminal.hpp"

namespace cjm::cli {

TextStyle text_style_for(const Session& session, const Output& output) {
    const bool on_screen = output.to_standard_output();
    return {.width = output_width(on_screen),
            .colour = on_screen ? use_colour(session.colour, Stream::output)
                                : session.colour == ColourChoice::always};
}

}  // namespace cjm::cli
