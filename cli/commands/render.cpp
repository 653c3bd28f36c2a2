#include "cli/commands/render.hpp"

#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/commands/render_options.hpp"
#include "cli/commands/views.hpp"
#include "cli/journey_options.hpp"
#include "cli/load.hpp"
#include "cli/run_options.hpp"
#include "cli/shell_word.hpp"
#include "cli/usage_error.hpp"
#include "cli/values.hpp"

namespace cjm::cli {
namespace {

const std::vector<std::string> themes{"light", "dark", "print"};

std::vector<std::string> paper_choices() {
    return {render::paper_names().begin(), render::paper_names().end()};
}

std::vector<std::string> page_choices() {
    std::vector<std::string> names = paper_choices();
    names.insert(names.begin(), "fit");
    return names;
}

render::Colour colour_named(const std::string& value) {
    const auto colour = render::colour_from(value);
    if (colour) return *colour;
    throw UsageError(fmt::format("--accent {} is no colour", quoted(value)),
                     "write it as #RRGGBB, such as \"#0A6EBD\"; the quotes keep # from the shell");
}

void set_orientation(RenderOptions& options, render::Orientation orientation) {
    if (options.orientation) throw UsageError("--portrait and --landscape exclude each other");
    options.orientation = orientation;
}

std::vector<Option> picture_options(RenderOptions& options) {
    return {
        choice_option("--view", "view", view_help(), view_names(),
                      [&](std::size_t at) { options.view = static_cast<View>(at); }),
        choice_option(
            "--columns", "columns",
            "map and funnel: a column or bar per stage (the default) or per touchpoint",
            {"stage", "touchpoint"},
            [&](std::size_t at) { options.map.columns = static_cast<render::map::Columns>(at); }),
        choice_option(
            "--curve", "curve",
            "map: experience, the share of good ones less that of bad ones (the "
            "default), or goodwill",
            {"experience", "goodwill"},
            [&](std::size_t at) { options.map.curve = static_cast<render::map::CurveKind>(at); }),

        choice_option("--by", "by", "map: persona, one curve for each persona", {"persona"},
                      [&](std::size_t) { options.by_persona = true; }),
        choice_option("--format", "format",
                      "svg, pdf, png, pptx or dot (default by the suffix of --output, else svg)",
                      picture_format_names(),
                      [&](std::size_t at) { options.format = static_cast<PictureFormat>(at); }),
        choice_option(
            "--page", "page",
            "A5 to A0, letter, tabloid, or fit: as large as the drawing (default fit, for "
            "PDF and PPTX A3 or larger)",
            page_choices(), [&](std::size_t at) { options.page = page_choices()[at]; }),
        {.name = "--portrait",
         .help = "the page upright",
         .set =
             [&](const std::string&) { set_orientation(options, render::Orientation::portrait); }},
        {.name = "--landscape",
         .help = "the page broadside (the default)",
         .set =
             [&](const std::string&) { set_orientation(options, render::Orientation::landscape); }},
        choice_option("--tile", "paper",
                      "cut a larger page into sheets of A5 to A0, letter or tabloid to print and "
                      "glue, with a cover sheet",
                      paper_choices(), [&](std::size_t at) { options.tile = paper_choices()[at]; }),
        choice_option(
            "--theme", "theme",
            "light, dark, or print: black and white, patterns instead of colours", themes,
            [&](std::size_t at) { options.theme = render::theme_from(themes[at]).value(); }),
        {.name = "--accent",
         .value = "#RRGGBB",
         .help = "a colour of yours for stages and ways, moved where it could not be read",
         .set = [&](const std::string& value) { options.accent = colour_named(value); }},
        {.name = "--logo",
         .value = "FILE",
         .help = "a PNG or SVG file for the top right corner of each page",
         .offer = Offer::any_file,
         .set = [&](const std::string& value) { options.logo = value; }},
        {.name = "--dpi",
         .value = "N",
         .help = "dots per inch of PNG (default 150)",
         .set =
             [&](const std::string& value) {
                 options.dpi =
                     number_between("--dpi", value, 0, std::numeric_limits<double>::infinity());
             }},
        {.name = "--notes",
         .help = "map and worksheet: carry texts that find no room onto pages of notes",
         .set = [&](const std::string&) { options.notes = true; }},
        {.name = "--plain",
         .help = "draw the journey without simulated numbers",
         .set = [&](const std::string&) { options.plain = true; }},
        {.name = "--against",
         .help = "mark what --scenario changes against the journey as it is",
         .set = [&](const std::string&) { options.against = true; }}};
}

std::vector<Option> render_options(RenderOptions& options) {
    std::vector<Option> all = picture_options(options);
    for (Option& option : journey_options(options.journey)) all.push_back(std::move(option));
    for (Option& option : run_options(options.settings)) all.push_back(std::move(option));
    for (const char* name : {"--parameter-draws", "--control-variate", "--observer"})
        all.push_back({.name = name, .refused = true});
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

const std::vector<std::string>& picture_format_names() {
    static const std::vector<std::string> names{"svg", "pdf", "png", "pptx", "dot"};
    return names;
}

const std::vector<std::string>& picture_suffixes() {
    static const std::vector<std::string> suffixes = [] {
        std::vector<std::string> all;
        for (const std::string& name : picture_format_names()) all.push_back("." + name);
        return all;
    }();
    return suffixes;
}

Command render_command(RenderFunction render) {
    const auto options = std::make_shared<RenderOptions>();
    const bool elsewhere = !render;
    return {
        .name = "render",
        .summary = "a map or a diagram of the journey",
        .usage = "FILE [options]",
        .description =
            "Draws the journey with its simulated numbers: as a map, stages across and rows down "
            "round the emotion curve, or as the flow of customers. FILE may be - for standard "
            "input.",
        .example =
            "  cjm render journey.toml -o journey.svg\n"
            "  cjm render journey.toml --page A2 --theme print -o poster.pdf\n"
            "  cjm render journey.toml --view flow -o flow.svg\n"
            "  cjm render journey.toml --view flow --scenario reminders --against -o "
            "reminders.svg\n"
            "  cjm render journey.toml --page A4 --notes -o handout.pdf\n"
            "  cjm render journey.toml --page A0 --tile A4 -o to-glue.pdf\n"
            "  cjm render journey.toml --logo client.svg --accent \"#0A6EBD\" -o slides.pptx\n",
        .arguments_offer = Offer::journey_file,
        .options = render_options(*options),
        .drawn_elsewhere = elsewhere,
        .run = [options, render = std::move(render)](const Session& session,
                                                     const std::vector<std::string>& arguments) {
            if (options->against && options->journey.scenarios.empty() && arguments.size() == 2)
                throw UsageError(
                    "--against takes no value: it marks what --scenario changes",
                    fmt::format("write --scenario {} --against", shell_word(arguments.back())));
            return render(*options, session, single_file(arguments));
        }};
}

}  // namespace cjm::cli
