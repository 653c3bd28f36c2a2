#include "render/map/map.hpp"

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "render/flow/describe.hpp"
#include "render/map/candidates.hpp"
#include "render/map/content.hpp"
#include "render/map/layout.hpp"
#include "render/notes/note_pages.hpp"
#include "render/page/fit.hpp"
#include "render/sheet/pages.hpp"
#include "render/sheet/tokens.hpp"

namespace cjm::render {
namespace map {
namespace {

constexpr double least_scale = least_type_pt / sheet::comfortable.smallest_type;

/// A map in all densities.
struct Layouts {
    Layout comfortable, compact, tight;
    Layouts(const Content& content, const DrawOptions& options, const MapOptions& map)
        : comfortable({content.scene, content.plan, sheet::comfortable}, options, map),
          compact({content.scene, content.plan, sheet::compact}, options, map),
          tight({content.scene, content.plan, sheet::tight}, options, map) {}
};

struct Chosen {
    const Layout* layout = nullptr;
    sheet::Fit fit;
};

constexpr double nearly = 0.93;     // of a good size
constexpr std::size_t many = 1000;  // pages

struct Attempt {
    const Layout* layout;
    double scale;
    std::size_t pages;
};

/// The first attempt that succeeds.
std::optional<Chosen> first_of(std::initializer_list<Attempt> attempts, PageSize page) {
    for (const auto& [layout, scale, pages] : attempts)
        if (auto fit = sheet::fit_pages(layout->setting(), page, scale, pages))
            return Chosen{layout, std::move(*fit)};
    return std::nullopt;
}

/// One page where that is legible, with as much air as it has room for; else the fewest pages at a
/// good size, or nearly; else the fewest at the smallest size.
std::optional<Chosen> choose(const Layouts& layouts, PageSize page) {
    auto chosen = first_of({{&layouts.comfortable, 1, 1},
                            {&layouts.compact, nearly, 1},
                            {&layouts.tight, nearly, 1},
                            {&layouts.compact, 1, many}},
                           page);
    if (!chosen) return first_of({{&layouts.compact, least_scale, many}}, page);
    const std::size_t fewer = chosen->fit.pages.size() - 1;
    if (fewer < 2) return chosen;
    auto less =
        first_of({{&layouts.compact, nearly, fewer}, {&layouts.tight, nearly, fewer}}, page);
    return less ? less : chosen;
}

/// A map some of whose texts stand on pages of notes.
struct MapWithNotes {
    CarriedNotes carried;
    double scale = 1;
    std::size_t pages = 1;  ///< of the map, at most
};

/// Finds the texts without which a map takes fewer pages.
class NotesFinder {
  public:
    NotesFinder(const Content& content, const DrawOptions& options, const MapOptions& map)
        : content_(content),
          options_(options),
          map_(map),
          candidates_(note_candidates(content.scene, content.plan)) {}

    /// The fewest pages that hold the map where texts are carried, and the fewest texts that then
    /// need to be: at nearly a good size where that is true of less than half of them, else at the
    /// smallest.
    [[nodiscard]] std::optional<MapWithNotes> find(PageSize page) const {
        auto good = find_at(nearly, page);
        const bool few = good && 2 * good->carried.notes().size() <= candidates_.size();
        auto small = few ? std::nullopt : find_at(least_scale, page);
        if (!small || (good && good->pages < small->pages)) return good;
        return small;
    }

    /// Likewise at nearly a good size, for a map that takes so many pages with all of its texts:
    /// fewer pages, and no more of them together with those of the notes.
    [[nodiscard]] std::optional<MapWithNotes> find_shorter(PageSize page, std::size_t whole) const {
        for (std::size_t pages = 1; pages < whole; ++pages) {
            auto found = find_on(nearly, page, pages);
            if (!found) continue;
            const NotePages notes(content_.scene, options_, found->carried, page);
            if (pages + notes.count() <= whole) return found;
        }
        return std::nullopt;
    }

    /// The map's pages, then those of its notes. expects  what find() found for this page
    [[nodiscard]] std::vector<Page> draw(const MapWithNotes& found, PageSize page) const {
        const NotePages notes(content_.scene, options_, found.carried, page);
        const auto made = layout(found.carried, notes.count());
        const auto fit = sheet::fit_pages(made->setting(), page, found.scale, found.pages);
        CJM_ENSURES(fit.has_value());
        std::vector<Page> pages = sheet::compose(made->setting(), page, *fit);
        for (Page& note : notes.draw(pages.size() + 1, pages.size() + notes.count()))
            pages.push_back(std::move(note));
        return pages;
    }

  private:
    [[nodiscard]] std::optional<MapWithNotes> find_at(double scale, PageSize page) const {
        const CarriedNotes all = carry_longest(candidates_, candidates_.size());
        const auto fit = sheet::fit_pages(layout(all, 1)->setting(), page, scale, many);
        if (!fit) return std::nullopt;
        return find_on(scale, page, fit->pages.size());
    }

    [[nodiscard]] std::optional<MapWithNotes> find_on(double scale, PageSize page,
                                                      std::size_t pages) const {
        auto carried = carry_fewest(candidates_, [&](const CarriedNotes& some) {
            return sheet::fit_pages(layout(some, 1)->setting(), page, scale, pages).has_value();
        });
        if (!carried || carried->empty()) return std::nullopt;
        return MapWithNotes{std::move(*carried), scale, pages};
    }

    [[nodiscard]] std::unique_ptr<const Layout> layout(const CarriedNotes& carried,
                                                       std::size_t note_pages) const {
        return std::make_unique<const Layout>(
            Content{content_.scene, content_.plan, sheet::tight, carried}, options_, map_,
            note_pages);
    }

    const Content& content_;
    const DrawOptions& options_;
    const MapOptions& map_;
    std::vector<Note> candidates_;
};

Diagnostic too_large(const Journey& journey) {
    Diagnostic diagnostic;
    diagnostic.id = "too-large-to-draw";
    diagnostic.where = journey.title.where;
    diagnostic.message =
        fmt::format("{} touchpoints are too many to draw whole; a map shows at most {}",
                    journey.touchpoints.size(), map_touchpoint_limit);
    diagnostic.hint = "draw a stretch of it with --from and --to";
    return diagnostic;
}

Diagnostic page_too_small(const Layouts& layouts, const NotesFinder& notes, bool notes_wanted,
                          PageSize page) {
    const Content& content = layouts.compact.content();
    const double scale = sheet::largest_scale(layouts.compact.setting(), page);
    const std::string paper = paper_that_would_do(
        page, [&](PageSize larger) { return choose(layouts, larger).has_value(); });
    Diagnostic diagnostic;
    diagnostic.id = "page-too-small";
    diagnostic.where = content.scene.journey.title.where;
    diagnostic.message = fmt::format(
        "the map of {} touchpoints fits this page only with type of {:.1f} pt; the smallest is {} "
        "pt",
        content.plan.stops.size(), scale * content.tokens.smallest_type, least_type_pt);
    diagnostic.hint =
        fmt::format("draw it with {}", paper.empty() ? std::string("--page fit") : paper);
    if (!notes_wanted && notes.find(page))
        diagnostic.hint += ", or with --notes to carry long texts onto pages of notes";
    return diagnostic;
}

Picture picture_of(const Content& content, const DrawOptions& options, std::vector<Page> pages) {
    Picture picture;
    picture.title = content.scene.journey.title.value;
    picture.description = flow::summary(content.scene);
    picture.language = to_string(content.scene.journey.language);
    picture.provenance = provenance(content.scene, options);
    picture.pages = std::move(pages);
    for (std::size_t i = 0; i < picture.pages.size(); ++i)
        picture.pages[i].label =
            picture.pages.size() == 1
                ? picture.title
                : content.scene.words(Message::map_page, i + 1, picture.pages.size());
    return picture;
}

Parsed<Picture> draw(const Content& content, const DrawOptions& options, const MapOptions& map) {
    const Layouts layouts(content, options, map);
    if (!options.page) {
        const Layout& free = layouts.comfortable;
        return {picture_of(free.content(), options, {sheet::free_page(free.setting())}), {}};
    }
    const auto chosen = choose(layouts, *options.page);
    const NotesFinder notes(content, options, map);
    if (options.notes) {
        const auto found = !chosen ? notes.find(*options.page)
                                   : notes.find_shorter(*options.page, chosen->fit.pages.size());
        if (found) return {picture_of(content, options, notes.draw(*found, *options.page)), {}};
    }
    if (!chosen) return {{}, {page_too_small(layouts, notes, options.notes, *options.page)}};
    Parsed<Picture> parsed{
        picture_of(content, options,
                   sheet::compose(chosen->layout->setting(), *options.page, chosen->fit)),
        {}};
    if (options.notes)
        parsed.diagnostics.push_back(nothing_carried(
            content.scene.journey, chosen->fit.pages.size() == 1
                                       ? "the page holds them all"
                                       : "with notes the map would take more pages, not fewer"));
    return parsed;
}

}  // namespace
}  // namespace map

Parsed<Picture> make_map(const Journey& journey, const SimulationResult* result,
                         const DrawOptions& options, const MapOptions& map) {
    if (journey.touchpoints.size() > map_touchpoint_limit) return {{}, {map::too_large(journey)}};
    const auto graph = flow::make_graph(journey, {result, options.moments, options.change});
    const flow::Scene scene{
        {journey, result, theme_of(options), NumberFormat(journey.language, journey.currency)},
        graph,
        options.change};
    const map::Plan plan = map::make_plan(graph, map.columns);
    return map::draw({scene, plan}, options, map);
}

}  // namespace cjm::render
