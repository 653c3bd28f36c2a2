#include "render/map/map.hpp"

#include <utility>

#include <fmt/format.h>

#include "render/flow/describe.hpp"
#include "render/map/channel_row.hpp"
#include "render/map/content.hpp"
#include "render/map/curve_row.hpp"
#include "render/map/header.hpp"
#include "render/map/legend.hpp"
#include "render/map/returns.hpp"
#include "render/map/simulated_row.hpp"
#include "render/map/text_rows.hpp"
#include "render/map/touchpoint_row.hpp"
#include "render/page/fit.hpp"
#include "render/sheet/pages.hpp"
#include "render/sheet/tokens.hpp"

namespace cjm::render {
namespace map {
namespace {

constexpr double least_scale = least_type_pt / sheet::comfortable.smallest_type;

void add_headings(const Content& content, sheet::Sheet& sheet) {
    const auto& graph = content.scene.graph;
    if (!graph.has_stages) return;
    for (std::size_t column = 0; column < content.plan.columns; ++column) {
        const std::size_t stage = content.plan.column_stage[column];
        if (!sheet.headings.empty() && sheet.headings.back().hue == stage) {
            ++sheet.headings.back().span;
            continue;
        }
        sheet.headings.push_back({graph.stages[stage], column, 1, stage});
    }
}

/// Everything that a map shows, in the order of its rows; those nobody filled are left out.
sheet::Sheet make_sheet(const Content& content, const Curves& curves) {
    sheet::Sheet sheet;
    sheet.tokens = content.tokens;
    sheet.columns = content.plan.columns;
    add_headings(content, sheet);
    const auto add = [&](sheet::Row row) {
        if (row.bands.empty()) return;
        sheet.rows.push_back(std::move(row));
    };
    const auto add_texts = [&](BuiltInRow row) { add(text_row(content, row)); };
    sheet::Row touchpoints = touchpoint_row(content);
    sheet::Band returns = returns_band(content);
    if (returns.across) touchpoints.bands.push_back(std::move(returns));
    add(std::move(touchpoints));
    for (const BuiltInRow row : {BuiltInRow::does, BuiltInRow::thinks, BuiltInRow::feels})
        add_texts(row);
    add(curve_row(content, curves));
    if (content.scene.result)
        add(simulated_row(content, column_figures(content.scene.graph, content.scene.journey,
                                                  content.plan, *content.scene.result)));
    for (const BuiltInRow row : {BuiltInRow::pains, BuiltInRow::ideas}) add_texts(row);
    add(channel_row(content));
    for (const BuiltInRow row : {BuiltInRow::evidence_shown, BuiltInRow::frontstage})
        add_texts(row);
    const std::size_t before = sheet.rows.size();
    for (const BuiltInRow row : {BuiltInRow::backstage, BuiltInRow::support}) add_texts(row);
    if (sheet.rows.size() > before)
        sheet.rows[before].line_above = content.scene.words(Message::map_visibility);
    add_texts(BuiltInRow::metrics);
    for (sheet::Row& row : own_rows(content)) add(std::move(row));
    add(evidence_row(content));
    return sheet;
}

/// A map in one density, with all that is needed to set it on pages.
class Map {
  public:
    Map(const Content& content, const DrawOptions& options, const MapOptions& map)
        : content_(content),
          options_(options),
          curves_(make_curves(content_, map.curve, map.personas)),
          sheet_(make_sheet(content_, curves_)),
          demand_(sheet::measure_demand(sheet_)),
          legend_(legend_entries(content_, curves_)),
          surround_{[this](double width, std::size_t page, std::size_t pages) {
                        const double heading = width - (pages > 1 ? number_room : 0);
                        return make_header(content_,
                                           frame_for(content_, options_, legend_, heading), width,
                                           page, pages);
                    },
                    [this](double width, std::size_t, std::size_t) {
                        Frame frame = frame_for(content_, options_, legend_, width);
                        return sheet::Part{std::move(frame.footer), frame.footer_height};
                    }} {}
    Map(const Map&) = delete;
    Map& operator=(const Map&) = delete;
    ~Map() = default;

    [[nodiscard]] const Content& content() const { return content_; }
    [[nodiscard]] sheet::Setting setting() const {
        return {sheet_, demand_, content_.scene.theme, surround_};
    }

  private:
    Content content_;
    const DrawOptions& options_;
    Curves curves_;
    sheet::Sheet sheet_;
    sheet::Demand demand_;
    std::vector<LegendEntry> legend_;
    sheet::Surround surround_;
};

/// A map in both densities.
struct Maps {
    Map comfortable, compact;
    Maps(const Content& content, const DrawOptions& options, const MapOptions& map)
        : comfortable({content.scene, content.plan, sheet::comfortable}, options, map),
          compact({content.scene, content.plan, sheet::compact}, options, map) {}
};

struct Chosen {
    const Map* map = nullptr;
    sheet::Fit fit;
};

/// One page where that is legible, with as much air as it has room for; else the fewest pages at a
/// good size; else the fewest at the smallest size.
std::optional<Chosen> choose(const Maps& maps, PageSize page) {
    struct Attempt {
        const Map* map;
        double scale;
        std::size_t pages;
    };
    constexpr double nearly = 0.95;
    constexpr std::size_t many = 1000;
    for (const auto& [map, scale, pages] :
         {Attempt{&maps.comfortable, 1, 1}, Attempt{&maps.compact, nearly, 1},
          Attempt{&maps.compact, 1, many}, Attempt{&maps.compact, least_scale, many}})
        if (auto fit = sheet::fit_pages(map->setting(), page, scale, pages))
            return Chosen{map, std::move(*fit)};
    return std::nullopt;
}

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

Diagnostic page_too_small(const Maps& maps, PageSize page) {
    const Content& content = maps.compact.content();
    const double scale = sheet::largest_scale(maps.compact.setting(), page);
    const std::string paper = paper_that_would_do(
        page, [&](PageSize larger) { return choose(maps, larger).has_value(); });
    Diagnostic diagnostic;
    diagnostic.id = "page-too-small";
    diagnostic.where = content.scene.journey.title.where;
    diagnostic.message = fmt::format(
        "the map of {} touchpoints fits this page only with type of {:.1f} pt; the smallest is {} "
        "pt",
        content.plan.stops.size(), scale * content.tokens.smallest_type, least_type_pt);
    diagnostic.hint =
        paper.empty() ? "draw it with --page fit" : fmt::format("draw it with {}", paper);
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
    const Maps maps(content, options, map);
    if (!options.page) {
        const Map& free = maps.comfortable;
        return {picture_of(free.content(), options, {sheet::free_page(free.setting())}), {}};
    }
    const auto chosen = choose(maps, *options.page);
    if (!chosen) return {{}, {page_too_small(maps, *options.page)}};
    return {picture_of(chosen->map->content(), options,
                       sheet::compose(chosen->map->setting(), *options.page, chosen->fit)),
            {}};
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
