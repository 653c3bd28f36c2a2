#include "render/worksheet/worksheet.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "render/flow/graph.hpp"
#include "render/frame/frame.hpp"
#include "render/map/candidates.hpp"
#include "render/map/text_rows.hpp"
#include "render/notes/note_pages.hpp"
#include "render/page/transform.hpp"
#include "render/worksheet/fit.hpp"
#include "render/worksheet/persona_room.hpp"
#include "render/worksheet/votes.hpp"

namespace cjm::render {
namespace worksheet {
namespace {

Frame frame_of(const Content& content, const DrawOptions& options, const std::string& words,
               double width) {
    const FrameType type{content.tokens.title_type, content.tokens.subtitle_type,
                         content.tokens.smallest_type};
    return make_frame(content.scene, options, type, words, {}, width);
}

std::string summary(const Content& content, double note_mm) {
    const auto& scene = content.scene;
    return scene.words(Message::worksheet_title) + "  ·  " +
           scene.words(Message::worksheet_boxes, scene.numbers.count(note_mm)) + "  ·  " +
           scene.words(Message::worksheet_votes_note);
}

Fit fit_on(const Content& content, const DrawOptions& options, PageSize page) {
    // measured on a width of the same size as the page will have; the words hardly vary
    const auto frame =
        frame_of(content, options, summary(content, note_side), printable(page).width / 2);
    return fit_worksheet(content, page, {frame.heading_height, frame.footer_height});
}

/// One page with some of the columns and rows; above the first rows stands the persona.
Page compose(const Content& content, const DrawOptions& options, const Fit& fit,
             sheet::Range columns, sheet::Range rows, const std::string& suffix) {
    Page page;
    page.background = content.scene.theme.page;
    auto& items = page.content.items;
    auto frame = frame_of(content, options, summary(content, fit.note_mm()), fit.width);
    const auto demand = demand_of(content, fit.filling);
    items.emplace_back(std::move(frame.heading));
    double top = frame.heading_height;
    if (rows.first == 0) {
        auto persona = persona_room(content, fit.filling, demand.label_width, fit.width,
                                    persona_height(fit.filling));
        persona.group.id += suffix;
        items.emplace_back(translated(std::move(persona.group), 0, top));
        top += persona.height;
    }
    const auto made = make_sheet(content, fit.filling);
    auto strip = sheet::lay_out(made, demand, columns, rows, fit.width - votes_width - votes_gap,
                                fit.height);
    sheet::grow(made, fit.height - top - strip.height - frame.footer_height, strip);
    items.emplace_back(translated(sheet::draw(made, content.scene.theme, strip, suffix), 0, top));
    auto votes = draw_votes(content, strip, votes_width);
    votes.id += suffix;
    items.emplace_back(translated(std::move(votes), fit.width - votes_width, top));
    items.emplace_back(translated(std::move(frame.footer), 0, fit.height - frame.footer_height));
    return page;
}

Diagnostic small_boxes(const Content& content, const DrawOptions& options, PageSize page,
                       double note_mm) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.id = "small-boxes";
    diagnostic.where = content.scene.journey.title.where;
    diagnostic.message =
        fmt::format("the boxes are {:.0f} mm wide; sticky notes are {:.0f} mm", note_mm, note_side);
    const auto turned = page.width >= page.height ? Orientation::landscape : Orientation::portrait;
    for (const auto* name : {"A1", "A0"}) {
        const auto paper = paper_from(name, turned);
        if (paper->width <= page.width) continue;
        if (fit_on(content, options, *paper).note_mm() < note_side - 0.5) continue;
        diagnostic.message += fmt::format(" and fit with --page {}", name);
        break;
    }
    return diagnostic;
}

std::size_t pages_of(const Content& content, const Fit& fit) {
    return (content.plan.columns + fit.columns_per_page - 1) / fit.columns_per_page *
           fit.rows.size();
}

/// Texts that the boxes show.
std::vector<Note> note_candidates(const Content& content) {
    constexpr std::array rows{BuiltInRow::does, BuiltInRow::thinks, BuiltInRow::pains,
                              BuiltInRow::ideas};
    std::vector<Note> candidates = map::note_candidates(content.scene, content.plan);
    std::erase_if(candidates, [&](const Note& note) {
        return std::ranges::none_of(rows, [&](BuiltInRow row) {
            return note.row == content.scene.words(map::label_of(row));
        });
    });
    return candidates;
}

/// The fewest texts without which boxes are as large, on as few pages, as without any.
CarriedNotes carried_on(const Content& content, const DrawOptions& options, PageSize page) {
    const std::vector<Note> candidates = note_candidates(content);
    const auto fitted = [&](const CarriedNotes& carried) {
        return fit_on({content.scene, content.plan, content.tokens, carried}, options, page);
    };
    const Fit best = fitted(carry_longest(candidates, candidates.size()));
    const auto fewest = carry_fewest(candidates, [&](const CarriedNotes& carried) {
        constexpr double nearly = 0.98;
        const Fit fit = fitted(carried);
        return fit.note_mm() >= nearly * best.note_mm() && fit.scale >= nearly * best.scale &&
               pages_of(content, fit) <= pages_of(content, best);
    });
    return fewest.value_or(CarriedNotes());
}

Parsed<Picture> draw(const Content& content, const DrawOptions& options, PageSize page) {
    const auto fit = fit_on(content, options, page);
    Picture picture;
    picture.title = content.scene.journey.title.value;
    picture.description = summary(content, fit.note_mm());
    picture.language = to_string(content.scene.journey.language);
    picture.provenance = provenance(content.scene, options);
    const std::size_t all = content.plan.columns, step = fit.columns_per_page;
    const std::size_t pages = pages_of(content, fit);
    std::optional<NotePages> notes;
    if (!content.carried.empty()) notes.emplace(content.scene, options, content.carried, page);
    const std::size_t total = pages + (notes ? notes->count() : 0);
    const double edge = margin(page);
    for (std::size_t i = 0; i < pages; ++i) {
        const std::size_t first = i / fit.rows.size() * step;
        const sheet::Range columns{first, std::min(all, first + step)};
        const auto suffix = pages == 1 ? std::string() : "-" + std::to_string(i + 1);
        auto made = compose(content, options, fit, columns, fit.rows[i % fit.rows.size()], suffix);
        made.content = translated(scaled(std::move(made.content), fit.scale), edge, edge);
        made.width = page.width;
        made.height = page.height;
        made.label =
            total == 1 ? picture.title : content.scene.words(Message::map_page, i + 1, total);
        picture.pages.push_back(std::move(made));
    }
    if (notes)
        for (Page& made : notes->draw(pages + 1, total)) picture.pages.push_back(std::move(made));
    Parsed<Picture> parsed{std::move(picture), {}};
    constexpr double nearly = 0.5;
    if (fit.note_mm() < note_side - nearly)
        parsed.diagnostics.push_back(small_boxes(content, options, page, fit.note_mm()));
    return parsed;
}

}  // namespace
}  // namespace worksheet

Parsed<Picture> make_worksheet(const Journey& journey, const DrawOptions& options) {
    const auto graph = flow::make_graph(journey, {});
    const flow::Scene scene{
        {journey, nullptr, theme_of(options), NumberFormat(journey.language, journey.currency)},
        graph};
    const auto plan = map::make_plan(graph, map::Columns::stage);
    const auto page = options.page.value_or(*paper_from("A1", Orientation::landscape));
    worksheet::Content content{scene, plan};
    if (options.notes) content.carried = worksheet::carried_on(content, options, page);
    auto parsed = worksheet::draw(content, options, page);
    if (options.notes && content.carried.empty())
        parsed.diagnostics.push_back(nothing_carried(journey, "the boxes hold them all"));
    return parsed;
}

}  // namespace cjm::render
