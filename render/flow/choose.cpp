#include "render/flow/choose.hpp"

#include <algorithm>
#include <cmath>

#include "render/page/paper.hpp"

namespace cjm::render::flow {
namespace {

constexpr double wished_aspect = 1.55;  // of a page that fits the drawing
constexpr double least_aspect = 1.35, most_aspect = 1.85;
constexpr double fold_weight = 0.5;    // how much a stage broken into rows is disliked
constexpr double empty_weight = 0.3;   // how much cells without cards are
constexpr double below_weight = 0.12;  // how much ends in a line of their own are
constexpr double detour_weight = 0.0012;
constexpr std::size_t routed_candidates = 8, routed_candidates_when_large = 2, large = 120;

/// How good a size is; large is good. For a page: the scale it allows. Free: near the wished
/// aspect, and small. The frame (heading and legend) counts with about its height.
double quality(const std::optional<PageSize>& page, Extent body) {
    if (page) {
        constexpr double frame_lines = 22, legend_area = 9000;
        const auto inside = printable(*page);
        const double frame = frame_lines + legend_area / body.width;
        return std::log(std::min(inside.width / body.width, inside.height / (body.height + frame)));
    }
    constexpr double frame_height = 66;  // with the margins
    const double aspect = (body.width + 18) / (body.height + frame_height);
    const double away =
        std::max({1.0, least_aspect / aspect, aspect / most_aspect});  // outside what looks well
    return -2 * std::log(away) - 0.15 * std::abs(std::log(aspect / wished_aspect)) -
           0.35 * std::log(body.width * body.height);
}

/// What is ugly about a folding. On a page it counts less, and hardly where type gets small.
double dislike(const std::optional<PageSize>& page, const Estimated& estimated) {
    const double sum = fold_weight * estimated.folds_per_card + empty_weight * estimated.empty +
                       (estimated.ends_below ? below_weight : 0);
    if (!page) return sum;
    const bool roomy = quality(page, estimated.extent) > 0;  // natural size or larger
    return sum * (roomy ? 0.35 : 0.06);
}

std::vector<Folding> foldings(const FlowGraph& graph, const Ordering& ordering) {
    std::size_t most_layers = 1;
    for (const auto layers : ordering.layers) most_layers = std::max(most_layers, layers);
    std::vector<Folding> all;
    const auto widest = std::min<std::size_t>(graph.cards.size(), 26);
    for (std::size_t columns = 1; columns <= widest; ++columns) {
        for (std::size_t parts = 1; parts <= 4; ++parts) {
            const auto stage_columns = (columns + parts - 1) / parts;
            if (parts > 1 && stage_columns == (columns + parts - 2) / (parts - 1)) continue;
            for (const std::size_t rows : {2, 3, 4, 6, 9, 400}) {
                for (const bool below : {false, true}) {
                    all.push_back({columns, stage_columns, rows, below});
                }
            }
        }
    }
    return all;
}

}  // namespace

Body best_body(const Scene& scene, const std::optional<PageSize>& page, const Ordering& ordering,
               const Faces& faces) {
    struct Candidate {
        double quality, penalty;
        Extent extent;
        Folding folding;
    };
    std::vector<Candidate> candidates;
    for (const auto& folding : foldings(scene.graph, ordering)) {
        const auto estimated = estimate(scene, ordering, faces, folding);
        const auto extent = estimated.extent;
        const double penalty = dislike(page, estimated);
        const bool known =
            std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
                return std::abs(other.extent.width - extent.width) < 1e-6 &&
                       std::abs(other.extent.height - extent.height) < 1e-6 &&
                       other.penalty <= penalty;
            });
        if (known) continue;
        candidates.push_back({quality(page, extent) - penalty, penalty, extent, folding});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.quality > b.quality; });
    const auto limit =
        scene.graph.cards.size() > large ? routed_candidates_when_large : routed_candidates;
    if (candidates.size() > limit) candidates.resize(limit);
    double total_traffic = 0;
    for (const auto& edge : scene.graph.edges) total_traffic += edge.traffic + 0.05;
    std::optional<Body> best;
    double best_quality = 0;
    for (const auto& candidate : candidates) {
        auto body = arrange(scene, ordering, faces, candidate.folding);
        const double detours = total_traffic > 0 ? body.routing.cost / total_traffic : 0;
        const double own = quality(page, {body.placement.width, body.placement.height}) -
                           detour_weight * detours - candidate.penalty;
        if (best && own <= best_quality) continue;
        best = std::move(body);
        best_quality = own;
    }
    return std::move(*best);
}

}  // namespace cjm::render::flow
