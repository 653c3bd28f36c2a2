#include "cli/commands/render_file.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_width.hpp"
#include "cli/change_run.hpp"
#include "cli/choices.hpp"
#include "cli/commands/brand.hpp"
#include "cli/commands/draw_view.hpp"
#include "cli/commands/picture_output.hpp"
#include "cli/commands/views.hpp"
#include "cli/load.hpp"
#include "cli/moments_run.hpp"
#include "cli/provenance_of.hpp"
#include "cli/run_method.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/usage_error.hpp"
#include "render/flow/flow.hpp"
#include "render/inspect.hpp"
#include "simulate/moments/variations.hpp"

namespace cjm::cli {
namespace {

using render::Orientation;

/// Names of the papers to try, in order: the one asked for, else those that suit view and format.
std::vector<std::string> papers_to_try(const RenderOptions& options, PictureFormat format) {
    if (options.page) return {*options.page};
    return usual_papers(*options.view, format);
}

/// The paper of a name; none where the page is to fit the drawing.
std::optional<render::PageSize> page_of(const RenderOptions& options, const std::string& paper) {
    return render::paper_from(paper, options.orientation.value_or(Orientation::landscape));
}

/// Mistakes that can be told before the work, and what will have no effect.
void look_at_options(const RenderOptions& options, const Session& session, PictureFormat format) {
    if (options.plain && needs_numbers(*options.view)) {
        throw UsageError(
            "a funnel is made of simulated numbers; --plain would leave nothing of it");
    }
    if (*options.view != View::flow && format == PictureFormat::dot) {
        throw UsageError("DOT holds the flow only", "choose svg, pdf, png or pptx");
    }
    const bool binary = format == PictureFormat::pdf || format == PictureFormat::png ||
                        format == PictureFormat::pptx;
    if (binary && options.output.to_standard_output() && is_terminal(Stream::output)) {
        throw UsageError("a terminal cannot show PDF, PNG or PPTX", "name a file with --output");
    }
    if (options.notes && !has_notes(*options.view)) {
        throw UsageError(fmt::format("the {} has no long texts that could stand on pages of notes",
                                     view_names()[static_cast<std::size_t>(*options.view)]),
                         "choose a larger --page, or --page fit");
    }
    if (options.against && options.journey.scenarios.empty()) {
        throw UsageError("--against needs a scenario whose changes are to be marked",
                         "name one with --scenario");
    }
    if (options.against && !marks_changes(*options.view)) {
        throw UsageError("the changes of a scenario are marked on the map, the flow and the funnel",
                         "add --view map, --view flow or --view funnel");
    }
    if (!options.format && !suffix_of(options.output).empty() &&
        !format_by_suffix(options.output.path)) {
        throw UsageError(
            fmt::format("the suffix of {} names no format of pictures", options.output.path),
            fmt::format("it may be {}, or --format says what the file holds",
                        fmt::join(picture_suffixes(), ", ")));
    }
    const auto warn = [&](const std::string& what) { tell_warning(session.colour, what); };
    if (options.dpi && format != PictureFormat::png) warn("--dpi has an effect on PNG only");
    const bool paged = page_of(options, papers_to_try(options, format).front()).has_value() &&
                       format != PictureFormat::dot;
    if (options.orientation && !paged) {
        warn("--portrait and --landscape have no effect without --page");
    }
    if (options.notes && !paged) {
        warn("--notes has no effect without --page: the page is as large as the drawing");
    }
    if (options.tile && paged)
        expect_tiling(*page_of(options, papers_to_try(options, format).front()), *options.tile);
    if (format != PictureFormat::dot) return;
    if (options.page) warn("--page has no effect on DOT");
    if (options.tile) warn("--tile has no effect on DOT");
    if (options.logo) warn("--logo has no effect on DOT");
}

/// Says why there is no picture. A page that is too small is the command line's fault, the rest the
/// journey's.
ExitStatus report_no_picture(const Session& session, const std::vector<Diagnostic>& found) {
    ExitStatus status = ExitStatus::input_errors;
    for (const Diagnostic& diagnostic : found) {
        if (diagnostic.where.somewhere()) {
            tell_diagnostic(session, diagnostic);
        } else {
            tell_error(session.colour, diagnostic.message, diagnostic.hint);
        }
        if (diagnostic.id == "page-too-small") status = ExitStatus::usage;
    }
    return status;
}

void warn_of_missing_glyphs(const Session& session, const render::Picture& picture) {
    for (const render::Defect& defect : render::inspect(picture)) {
        if (defect.kind != render::DefectKind::missing_glyphs) continue;
        tell_warning(session.colour,
                     fmt::format("no installed font has every letter of {}; more fonts, such as "
                                 "those of the package fonts-noto, may have them",
                                 cjm::quoted(defect.text)));
        return;  // one example is enough
    }
}

bool page_was_too_small(const Parsed<render::Picture>& picture) {
    return !picture.value &&
           std::any_of(picture.diagnostics.begin(), picture.diagnostics.end(),
                       [](const Diagnostic& d) { return d.id == "page-too-small"; });
}

/// The picture on the first paper that holds it; says so where that is not the usual one.
Parsed<render::Picture> lay_out(const RenderOptions& options, const Session& session,
                                const Journey& journey, const SimulationResult* result,
                                const std::vector<SimulationResult>& personas, PictureFormat format,
                                render::DrawOptions drawing,
                                const std::optional<render::Logo>& logo) {
    const std::vector<std::string> papers = papers_to_try(options, format);
    Parsed<render::Picture> picture;
    for (const std::string& paper : papers) {
        drawing.page = page_of(options, paper);
        picture = draw_with_logo(logo, drawing, [&](const render::DrawOptions& asked) {
            return draw_view(options, journey, result, asked, personas);
        });
        if (page_was_too_small(picture)) continue;
        if (paper != papers.front()) {
            tell_warning(session.colour,
                         fmt::format("drawn on {}: on {} the type would be too small to read",
                                     paper, papers.front()));
        }
        break;
    }
    return picture;
}

/// What is drawn beside the journey itself.
struct Found {
    std::optional<SimulationResult> result;
    std::optional<MomentsResult> moments;
    std::optional<ChangeResult> change;
    std::vector<SimulationResult>
        personas;  ///< of runs in which everybody is one; empty = not asked
};

template <class T>
const T* pointer(const std::optional<T>& value) {
    return value ? &*value : nullptr;
}

ExitStatus draw(const RenderOptions& options, const Session& session, const Journey& journey,
                const Found& found, PictureFormat format, const std::optional<render::Logo>& logo) {
    const SimulationResult* const result = pointer(found.result);
    const Provenance provenance = provenance_of(journey);
    const render::DrawOptions drawing{.page = {},
                                      .theme = options.theme,
                                      .accent = options.accent,
                                      .program = provenance.program,
                                      .input_sha256 = provenance.input_sha256,
                                      .notes = options.notes,
                                      .moments = pointer(found.moments),
                                      .change = pointer(found.change)};
    if (format == PictureFormat::dot) {
        deliver(options.output, render::to_dot(journey, result, drawing));
        tell_written(options, format, "");
        return ExitStatus::done;
    }
    const Parsed<render::Picture> picture =
        lay_out(options, session, journey, result, found.personas, format, drawing, logo);
    if (!picture.value) return report_no_picture(session, picture.diagnostics);
    for (const Diagnostic& diagnostic : picture.diagnostics) {
        tell_warning(session.colour, diagnostic.message);
    }
    warn_of_missing_glyphs(session, *picture.value);
    deliver_picture(options, *picture.value, format);
    return ExitStatus::done;
}

/// Whether every figure that is drawn has a value; exact ones under a horizon may lack it.
bool is_drawable(const SimulationResult& result) {
    std::vector<Estimate> drawn{result.success, result.lost, result.ghosted, result.left_openly,
                                result.in_progress};
    for (const auto& outcome : result.outcomes) drawn.push_back(outcome.share);
    for (const auto& touchpoint : result.touchpoints)
        for (const auto& figure :
             {touchpoint.reach, touchpoint.visits, touchpoint.left, touchpoint.ghosted})
            drawn.push_back(figure);
    for (const auto& stage : result.stages) drawn.push_back(stage.reach);
    for (const auto& cause : result.causes) drawn.push_back(cause.share);
    for (const auto& transition : result.transitions) drawn.push_back(transition.traversals);
    return std::ranges::none_of(drawn, [](const Estimate& e) { return std::isnan(e.estimate); });
}

/// Results of runs in which everybody is one persona, where a curve for each is asked for; none
/// where one could not be had, which is then told.
std::optional<std::vector<SimulationResult>> persona_results(const RenderOptions& options,
                                                             const Session& session,
                                                             const Journey& journey) {
    std::vector<SimulationResult> results;
    const bool several = journey.personas.size() > 1;
    if (*options.view != View::map || !options.by_persona || !several) return results;
    for (std::size_t i = 0; i < journey.personas.size(); ++i) {
        auto result =
            run_simulation(session, simulate::with_only(journey, PersonaId(i)), options.settings);
        if (!result) return std::nullopt;
        results.push_back(std::move(*result));
    }
    return results;
}

/// Simulates what is asked for; none where it cannot be drawn, which is then told. as_is: none =
/// the scenario's changes are not asked for
std::optional<Found> find(const RenderOptions& options, const Session& session,
                          const Journey& journey, const std::optional<Journey>& as_is) {
    Found found;
    if (as_is) {
        auto run = run_change(session, *as_is, journey, options.settings);
        if (!run) return std::nullopt;
        found.result = std::move(run->result);
        found.change = std::move(run->change);
    } else {
        found.result = run_simulation(session, journey, options.settings);
    }
    if (!found.result) return std::nullopt;
    if (!is_drawable(*found.result) ||
        (found.change && !is_drawable(found.change->figures->as_is))) {
        tell_error(session.colour, "some figures to draw have no exact value under this horizon",
                   "simulate customers with --method monte-carlo");
        return std::nullopt;
    }
    found.moments = moments_beside(journey, options.settings);
    auto personas = persona_results(options, session, journey);
    if (!personas) return std::nullopt;
    found.personas = std::move(*personas);
    return found;
}

}  // namespace

ExitStatus render_file(RenderOptions options, const Session& session, const std::string& file) {
    const PictureFormat format = format_of(options);
    // DOT holds nothing but the flow
    if (!options.view) options.view = format == PictureFormat::dot ? View::flow : View::map;
    expect_deliverable(options.output, file);
    look_at_options(options, session, format);
    tell_of_accent(options, session);
    const auto [logo, broken] = asked_logo(options, session);
    if (broken) return ExitStatus::input_errors;
    const auto loaded = load_as_is_and_asked(session, file, options.journey);
    if (!loaded) return ExitStatus::input_errors;
    const Journey& journey = loaded->asked;
    std::optional<Journey> as_is;
    if (options.against) {
        as_is = ask_without_scenarios(session, loaded->as_is, options.journey);
        if (!as_is) return ExitStatus::input_errors;
    }
    // a journey that is too large to draw is refused before it is simulated
    const bool too_large = journey.touchpoints.size() > touchpoint_limit(*options.view);
    if (options.plain || !shows_numbers(*options.view) ||
        (too_large && format != PictureFormat::dot)) {
        Found found;
        if (as_is) found.change = plain_change(*as_is, journey);
        return draw(options, session, journey, found, format, logo);
    }
    const auto found = find(options, session, journey, as_is);
    if (!found) return ExitStatus::input_errors;
    return draw(options, session, journey, *found, format, logo);
}

}  // namespace cjm::cli
