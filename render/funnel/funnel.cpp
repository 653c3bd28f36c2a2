#include "render/funnel/funnel.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/frame/frame.hpp"
#include "render/funnel/body.hpp"
#include "render/funnel/legend.hpp"
#include "render/page/fit.hpp"
#include "render/page/transform.hpp"

namespace cjm::render {
namespace funnel {
namespace {

const double least_scale = least_type_pt / roomy.smallest_type;
constexpr double free_margin = 9;  // of a page that fits the drawing

Frame frame_of(const Scene& scene, const DrawOptions& options, double width) {
    const FrameType type{scene.measures.heading_type, scene.measures.subheading_type,
                         scene.measures.smallest_type};
    return make_frame(scene, options, type, summary_of_result(scene), legend_entries(scene), width);
}

/// A way to set the funnel, and how large it then is on the page.
struct Layout {
    Measures measures;
    Arrangement arrangement;
    double scale = 0;
};

std::vector<Layout> layouts(const Scene& scene) {
    constexpr std::size_t most_columns = 5;
    std::vector<Layout> all;
    for (const auto& measures : {roomy, dense}) {
        for (std::size_t columns = 1; columns <= std::min(most_columns, scene.funnel.steps.size());
             ++columns) {
            if (has_survival(scene)) all.push_back({measures, {columns, true}});
            all.push_back({measures, {columns, false}});
        }
    }
    return all;
}

Scene with(const Scene& scene, const Measures& measures) {
    Scene other{scene, scene.funnel, scene.change, measures};
    return other;
}

bool fits(const Scene& scene, const DrawOptions& options, const Layout& layout, PageSize inside,
          double scale) {
    const double width = inside.width / scale, height = inside.height / scale;
    if (width < least_width(scene, layout.arrangement)) return false;
    const auto body = measure_body(scene, layout.arrangement, width);
    if (body.height > height) return false;
    const auto frame = frame_of(scene, options, width);
    return frame.heading_height + body.height + frame.footer_height <= height;
}

PageSize inside_of(PageSize page) {
    const auto box = printable(page);
    return {box.width, box.height};
}

/// The layout with the largest type; of those alike the roomier, which come first.
Layout best_layout(const Scene& scene, const DrawOptions& options, PageSize page) {
    const auto inside = inside_of(page);
    const double most = most_scale(page);
    constexpr double better = 1.03, worth_fewer_words = 1.3;
    Layout best;
    for (auto layout : layouts(scene)) {
        const bool fewer_words = !layout.measures.causes_in_words;
        if (best.scale >= 1 && fewer_words) break;
        const auto own = with(scene, layout.measures);
        const auto holds = [&](double scale) { return fits(own, options, layout, inside, scale); };
        const bool same = best.measures.causes_in_words == layout.measures.causes_in_words;
        const bool legible = best.scale >= least_scale;
        if (best.scale > 0 && !holds(best.scale * (same || !legible ? better : worth_fewer_words)))
            continue;
        layout.scale = largest_scale(most, holds);
        if (layout.scale > best.scale) best = layout;
    }
    return best;
}

Page compose(const Scene& scene, const DrawOptions& options, const Arrangement& arrangement,
             double width, std::optional<double> height) {
    auto frame = frame_of(scene, options, width);
    const auto body = measure_body(scene, arrangement, width);
    const double room = height ? *height - frame.heading_height - frame.footer_height : body.height;
    auto drawn = draw_body(scene, body, room);
    const double taken = drawn.frame->height;
    drawn.frame.reset();
    Page page;
    page.background = scene.theme.page;
    page.label = scene.journey.title.value;
    page.width = width;
    page.height = height.value_or(frame.heading_height + taken + frame.footer_height);
    const double spare = std::max(0.0, room - taken);
    page.content.items.emplace_back(std::move(frame.heading));
    page.content.items.emplace_back(
        translated(std::move(drawn), 0, frame.heading_height + spare / 3));
    page.content.items.emplace_back(
        translated(std::move(frame.footer), 0, page.height - frame.footer_height));
    return page;
}

/// As large as the drawing: as broad as a reader likes it.
Page free_page(const Scene& scene, const DrawOptions& options) {
    constexpr std::size_t rows_in_a_column = 24;
    constexpr double bars = 190, curve = 100;
    const std::size_t steps = scene.funnel.steps.size();
    Arrangement arrangement{(steps + rows_in_a_column - 1) / rows_in_a_column, has_survival(scene)};
    const double width =
        bars * static_cast<double>(arrangement.columns) + (arrangement.beside ? curve : 0);
    auto page = compose(scene, options, arrangement,
                        std::max(width, least_width(scene, arrangement)), std::nullopt);
    page.content = translated(std::move(page.content), free_margin, free_margin);
    page.width += 2 * free_margin;
    page.height += 2 * free_margin;
    return page;
}

Diagnostic page_too_small(const Scene& scene, const DrawOptions& options, double scale) {
    const auto paper = paper_that_would_do(*options.page, [&](PageSize page) {
        return best_layout(scene, options, page).scale >= least_scale;
    });
    Diagnostic diagnostic;
    diagnostic.id = "page-too-small";
    diagnostic.where = scene.journey.title.where;
    diagnostic.message = fmt::format(
        "the funnel of {} steps fits this page only with type of {:.1f} pt; the smallest is {} pt",
        scene.funnel.steps.size(), scale * roomy.smallest_type, least_type_pt);
    diagnostic.hint =
        paper.empty() ? "draw it with --page fit" : fmt::format("draw it with {}", paper);
    return diagnostic;
}

Diagnostic too_large(const Journey& journey, std::size_t steps) {
    Diagnostic diagnostic;
    diagnostic.id = "too-large-to-draw";
    diagnostic.where = journey.title.where;
    diagnostic.message = fmt::format("{} steps are too many to draw; a funnel shows at most {}",
                                     steps, funnel_step_limit);
    diagnostic.hint =
        journey.stages.empty()
            ? "give the touchpoints stages, or draw a stretch with --from and --to"
            : "leave out --columns touchpoint, or draw a stretch with --from and --to";
    return diagnostic;
}

Parsed<Picture> draw(const Scene& scene, const DrawOptions& options) {
    Picture picture;
    picture.title = scene.journey.title.value;
    picture.description = summary_of_result(scene);
    picture.language = to_string(scene.journey.language);
    picture.provenance = provenance(scene, options);
    if (!options.page) {
        picture.pages.push_back(free_page(scene, options));
        return {std::move(picture), {}};
    }
    const auto layout = best_layout(scene, options, *options.page);
    if (layout.scale < least_scale) return {{}, {page_too_small(scene, options, layout.scale)}};
    const auto inside = inside_of(*options.page);
    auto page = compose(with(scene, layout.measures), options, layout.arrangement,
                        inside.width / layout.scale, inside.height / layout.scale);
    const double edge = margin(*options.page);
    page.content = translated(scaled(std::move(page.content), layout.scale), edge, edge);
    page.width = options.page->width;
    page.height = options.page->height;
    picture.pages.push_back(std::move(page));
    return {std::move(picture), {}};
}

}  // namespace
}  // namespace funnel

Parsed<Picture> make_funnel(const Journey& journey, const SimulationResult& result,
                            const DrawOptions& options, const FunnelOptions& asked) {
    const bool by_stage = !result.stages.empty() && !asked.by_touchpoint;
    const auto steps = by_stage ? result.stages.size() : result.touchpoints.size();
    if (steps > funnel_step_limit) return {{}, {funnel::too_large(journey, steps)}};
    const auto data = funnel::make_steps(journey, result, by_stage, options.change);
    const funnel::Scene scene{
        {journey, &result, theme_of(options), NumberFormat(journey.language, journey.currency)},
        data,
        options.change};
    return funnel::draw(scene, options);
}

}  // namespace cjm::render
