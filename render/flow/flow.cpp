#include "render/flow/flow.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/flow/body.hpp"
#include "render/flow/choose.hpp"
#include "render/flow/describe.hpp"
#include "render/flow/frame.hpp"
#include "render/page/fit.hpp"
#include "render/page/transform.hpp"

namespace cjm::render {
namespace flow {
namespace {

constexpr double least_scale = least_type_pt / comfortable.smallest_type;
constexpr double free_margin = 9;    // of a page that fits the drawing
constexpr double least_width = 150;  // of a drawing, for its heading and legend

/// A drawing at its natural size together with how it goes onto the page.
struct Fitted {
    double scale = 1;
    double width = 0, height = 0;  ///< of the virtual page's inside, at the natural size
};

/// The largest scale at which heading, body and footer fit the page; the heading and legend are set
/// anew for each width.
Fitted fit_page(const Scene& scene, const DrawOptions& options, Extent body, PageSize page) {
    const double edge = margin(page);
    const double inner_width = page.width - 2 * edge, inner_height = page.height - 2 * edge;
    const auto fits = [&](double scale) {
        const double width = inner_width / scale;
        if (width < std::max(body.width, 60.0)) return false;
        const auto frame = make_frame(scene, options, width);
        return frame.heading_height + body.height + frame.footer_height <= inner_height / scale;
    };
    const double scale = largest_scale(std::min(most_scale(page), inner_width / body.width), fits);
    return {scale, inner_width / scale, inner_height / scale};
}

/// Spreads what the page has left over into the gaps, as far as that looks well.
void fill(const Scene& scene, const Faces& faces, double width, double height, Body& body) {
    constexpr double most_per_column = 16, most_per_row = 8;
    const auto columns = static_cast<double>(body.grid.columns);
    const auto rows =
        static_cast<double>(body.grid.rows + std::max<std::size_t>(body.grid.lines.size(), 1) - 1);
    Slack slack;
    slack.per_column =
        std::clamp((width - body.placement.width) / std::max(columns, 1.0), 0.0, most_per_column);
    slack.per_row =
        std::clamp((height - body.placement.height) / std::max(rows, 1.0), 0.0, most_per_row);
    if (slack.per_column < 0.01 && slack.per_row < 0.01) return;
    const auto before = body.placement;
    widen(scene, faces, slack, body);
    if (body.placement.width > width + 1e-6 || body.placement.height > height + 1e-6)
        body.placement = before;
}

Page compose(const Scene& scene, const DrawOptions& options, const Faces& faces, const Body& body,
             double width, double height) {
    auto frame = make_frame(scene, options, width);
    Page page;
    page.background = scene.theme.page;
    page.label = scene.journey.title.value;
    const double body_x = std::max(0.0, (width - body.placement.width) / 2);
    const double room = height - frame.heading_height - frame.footer_height - body.placement.height;
    const double body_y = frame.heading_height + std::max(0.0, room) / 3;
    page.content.items.emplace_back(std::move(frame.heading));
    page.content.items.emplace_back(translated(draw_body(scene, faces, body), body_x, body_y));
    page.content.items.emplace_back(
        translated(std::move(frame.footer), 0, height - frame.footer_height));
    return page;
}

Page free_page(const Scene& scene, const DrawOptions& options, const Faces& faces,
               const Body& body) {
    const double width = std::max(body.placement.width, least_width);
    const auto frame = make_frame(scene, options, width);
    const double height = frame.heading_height + body.placement.height + frame.footer_height;
    auto page = compose(scene, options, faces, body, width, height);
    page.content = translated(std::move(page.content), free_margin, free_margin);
    page.width = width + 2 * free_margin;
    page.height = height + 2 * free_margin;
    return page;
}

/// A journey laid out for a page in one density.
struct Laid {
    Measures measures;
    Faces faces;
    Body body;
    Fitted fitted;
};

Laid lay_out(const Scene& scene, const Measures& measures, const DrawOptions& options,
             const Ordering& ordering, PageSize page) {
    auto dense = scene;
    dense.measures = measures;
    Laid laid{measures, measure(dense), {}, {}};
    laid.body = best_body(dense, page, ordering, laid.faces);
    laid.fitted =
        fit_page(dense, options, {laid.body.placement.width, laid.body.placement.height}, page);
    return laid;
}

/// Comfortable where that keeps its natural size; else whichever density leaves the larger type.
Laid lay_out_densely_enough(const Scene& scene, const DrawOptions& options,
                            const Ordering& ordering, PageSize page) {
    auto laid = lay_out(scene, comfortable, options, ordering, page);
    if (laid.fitted.scale >= 1) return laid;
    for (const auto& measures : {compact, compact_stacked, compact_sparse}) {
        if (laid.fitted.scale >= least_scale && measures.long_wait_part > compact.long_wait_part) {
            break;  // what fits without leaving out waits keeps them
        }
        auto denser = lay_out(scene, measures, options, ordering, page);
        if (denser.fitted.scale > laid.fitted.scale) laid = std::move(denser);
    }
    return laid;
}

/// The smallest paper on which the type is large enough, as an option; empty if even A0 is too
/// small.
std::string larger_paper(const Scene& scene, const DrawOptions& options, const Ordering& ordering) {
    return paper_that_would_do(*options.page, [&](PageSize paper) {
        for (const auto& measures : {compact, compact_stacked, compact_sparse}) {
            const auto laid = lay_out(scene, measures, options, ordering, paper);
            if (laid.fitted.scale >= least_scale) return true;
        }
        return false;
    });
}

Diagnostic page_too_small(const Scene& scene, double scale, const std::string& paper) {
    Diagnostic diagnostic;
    diagnostic.id = "page-too-small";
    diagnostic.where = scene.journey.title.where;
    diagnostic.message = fmt::format(
        "the flow of {} touchpoints fits this page only with type of {:.1f} pt; the smallest is {} "
        "pt",
        scene.graph.cards.size(), scale * comfortable.smallest_type, least_type_pt);
    diagnostic.hint =
        paper.empty() ? "draw it with --page fit" : fmt::format("draw it with {}", paper);
    return diagnostic;
}

Diagnostic too_large(const Journey& journey) {
    Diagnostic diagnostic;
    diagnostic.id = "too-large-to-draw";
    diagnostic.where = journey.title.where;
    diagnostic.message =
        fmt::format("{} touchpoints are too many to draw whole; a flow shows at most {}",
                    journey.touchpoints.size(), flow_touchpoint_limit);
    diagnostic.hint = "draw a stretch of it with --from and --to";
    return diagnostic;
}

Picture picture_of(const Scene& scene, const DrawOptions& options, Page page) {
    Picture picture;
    picture.title = scene.journey.title.value;
    picture.description = summary(scene);
    picture.language = to_string(scene.journey.language);
    picture.provenance = provenance(scene, options);
    picture.pages.push_back(std::move(page));
    return picture;
}

Parsed<Picture> draw_on_page(const Scene& scene, const DrawOptions& options,
                             const Ordering& ordering) {
    auto laid = lay_out_densely_enough(scene, options, ordering, *options.page);
    const auto& fitted = laid.fitted;
    if (fitted.scale < least_scale) {
        const auto paper = larger_paper(scene, options, ordering);
        return {{}, {page_too_small(scene, fitted.scale, paper)}};
    }
    auto dense = scene;
    dense.measures = laid.measures;
    const auto frame = make_frame(dense, options, fitted.width);
    fill(dense, laid.faces, fitted.width,
         fitted.height - frame.heading_height - frame.footer_height, laid.body);
    auto page = compose(dense, options, laid.faces, laid.body, fitted.width, fitted.height);
    const double edge = margin(*options.page);
    page.content = translated(scaled(std::move(page.content), fitted.scale), edge, edge);
    page.width = options.page->width;
    page.height = options.page->height;
    return {picture_of(dense, options, std::move(page)), {}};
}

Parsed<Picture> draw(const Scene& scene, const DrawOptions& options) {
    const auto ordering = order_cards(scene.graph);
    if (options.page) return draw_on_page(scene, options, ordering);
    const auto faces = measure(scene);
    const auto body = best_body(scene, std::nullopt, ordering, faces);
    return {picture_of(scene, options, free_page(scene, options, faces, body)), {}};
}

}  // namespace
}  // namespace flow

Parsed<Picture> make_flow(const Journey& journey, const SimulationResult* result,
                          const DrawOptions& options) {
    if (journey.touchpoints.size() > flow_touchpoint_limit) return {{}, {flow::too_large(journey)}};
    const auto graph = flow::make_graph(journey, {result, options.moments, options.change});
    const flow::Scene scene{
        {journey, result, theme_of(options), NumberFormat(journey.language, journey.currency)},
        graph,
        options.change};
    return flow::draw(scene, options);
}

}  // namespace cjm::render
