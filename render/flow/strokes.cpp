#include "render/flow/strokes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "render/change/marks.hpp"
#include "render/flow/widths.hpp"
#include "render/marks.hpp"

namespace cjm::render::flow {
namespace {

constexpr double corner_radius = 2.2;
constexpr double casing = 0.42;  // of page colour beside a line, so that crossings read as bridges

double distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point towards(Point from, Point to, double length) {
    const double all = distance(from, to);
    if (all <= 0) return from;
    return {from.x + (to.x - from.x) * length / all, from.y + (to.y - from.y) * length / all};
}

bool within(Point p, Point a, Point b) {
    constexpr double near = 1e-4;
    const double t = distance(a, p) + distance(p, b) - distance(a, b);
    return t < near && distance(a, p) > near && distance(p, b) > near;
}

using PieceKey = std::tuple<long, long, long, long>;

PieceKey key_of(Point a, Point b) {
    constexpr double grain = 1000;
    return {std::lround(a.x * grain), std::lround(a.y * grain), std::lround(b.x * grain),
            std::lround(b.y * grain)};
}

/// A stretch of a net with one width, drawn once.
struct Stroked {
    std::vector<Point> way;
    double width = 0;
};

/// The edges of one net, cut where they meet.
class Confluence {
  public:
    Confluence(const std::vector<std::vector<Point>>& ways, const std::vector<double>& traffic,
               double most)
        : most_(most) {
        for (const auto& way : ways) cut_.push_back(cut(way, ways));
        for (std::size_t i = 0; i < cut_.size(); ++i) {
            for (std::size_t k = 1; k < cut_[i].size(); ++k) {
                total_[key_of(cut_[i][k - 1], cut_[i][k])] += traffic[i];
                edges_[key_of(cut_[i][k - 1], cut_[i][k])].push_back(i);
            }
        }
        std::vector<std::size_t> order(cut_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return traffic[a] > traffic[b]; });
        for (const auto i : order) stroke(cut_[i]);
        std::stable_sort(strokes_.begin(), strokes_.end(),
                         [](const Stroked& a, const Stroked& b) { return a.width < b.width; });
    }
    [[nodiscard]] const std::vector<Stroked>& strokes() const { return strokes_; }
    /// Where an edge runs alone or with others of its kind only, from its start, a stretch for each
    /// width; what edges of a kind share belongs to the first of them. kinds  by edge of the net
    [[nodiscard]] std::vector<Stroked> alike(
        std::size_t edge, const std::vector<std::optional<ChangeKind>>& kinds) const {
        const auto& points = cut_[edge];
        std::vector<Stroked> stretches;
        for (std::size_t k = 1; k < points.size(); ++k) {
            const auto& together = edges_.at(key_of(points[k - 1], points[k]));
            const bool same = std::all_of(together.begin(), together.end(), [&](std::size_t other) {
                return kinds[other] == kinds[edge];
            });
            if (k > 1 && (!same || together.front() != edge)) break;
            const double width = width_at(points, k);
            if (stretches.empty() || std::abs(stretches.back().width - width) > 1e-9)
                stretches.push_back({{points[k - 1]}, width});
            stretches.back().way.push_back(points[k]);
        }
        return stretches;
    }

  private:
    static std::vector<Point> cut(const std::vector<Point>& way,
                                  const std::vector<std::vector<Point>>& ways) {
        std::vector<Point> points{way.front()};
        for (std::size_t k = 1; k < way.size(); ++k) {
            std::vector<Point> inside;
            for (const auto& other : ways) {
                for (const auto& point : other) {
                    if (within(point, way[k - 1], way[k])) inside.push_back(point);
                }
            }
            std::sort(inside.begin(), inside.end(), [&](Point a, Point b) {
                return distance(way[k - 1], a) < distance(way[k - 1], b);
            });
            for (const auto& point : inside) {
                if (distance(points.back(), point) > 1e-3) points.push_back(point);
            }
            points.push_back(way[k]);
        }
        return points;
    }

    /// As far from one point towards another as a corner takes.
    static Point part_of(Point from, Point to) {
        return towards(from, to, std::min(corner_radius + 0.4, distance(from, to)));
    }

    double width_at(const std::vector<Point>& points, std::size_t k) const {
        return width_for(total_.at(key_of(points[k - 1], points[k])), most_);
    }

    /// Draws what is not drawn yet, and a corner's length more, so that it bends into the stream it
    /// joins.
    void stroke(const std::vector<Point>& points) {
        std::size_t k = 1;
        while (k < points.size() && !drawn_[key_of(points[k - 1], points[k])]) {
            const double width = width_at(points, k);
            std::vector<Point> way;
            // a stream that begins in a bend takes the bend along
            const bool bend = k > 1 && !within(points[k - 1], points[k - 2], points[k]);
            if (bend) way.push_back(part_of(points[k - 1], points[k - 2]));
            way.push_back(points[k - 1]);
            while (k < points.size() && !drawn_[key_of(points[k - 1], points[k])] &&
                   std::abs(width_at(points, k) - width) < 1e-9) {
                drawn_[key_of(points[k - 1], points[k])] = true;
                way.push_back(points[k++]);
            }
            if (k < points.size()) way.push_back(part_of(points[k - 1], points[k]));
            strokes_.push_back({std::move(way), width});
        }
    }

    double most_;
    std::vector<std::vector<Point>> cut_;
    std::map<PieceKey, double> total_;
    std::map<PieceKey, std::vector<std::size_t>> edges_;  ///< that run there, ascending
    std::map<PieceKey, bool> drawn_;
    std::vector<Stroked> strokes_;
};

std::vector<Point> without_straight_points(const std::vector<Point>& way) {
    std::vector<Point> corners;
    for (std::size_t i = 0; i < way.size(); ++i) {
        const bool inner = i > 0 && i + 1 < way.size() && !corners.empty();
        if (inner && within(way[i], corners.back(), way[i + 1])) continue;
        corners.push_back(way[i]);
    }
    return corners;
}

/// The theme's line; dashes of wide ones stay short enough to be told from gaps.
Stroke line_of(const Theme& theme, Meaning meaning, double width) {
    constexpr double widest_for_dashes = 0.8;
    auto stroke = theme.line(meaning, std::min(width, widest_for_dashes));
    stroke.width = width;
    return stroke;
}

double arrow_size(double width) {
    return 1.5 + 1.35 * width;
}

struct NetDrawing {
    std::size_t net = 0;
    double traffic = 0;
    std::vector<std::size_t> edges;
};

std::vector<NetDrawing> nets_by_traffic(const FlowGraph& graph, const Routing& routing) {
    std::vector<NetDrawing> nets(routing.nets.size());
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        auto& net = nets[routing.net_of[edge]];
        net.net = routing.net_of[edge];
        net.traffic += graph.edges[edge].traffic;
        net.edges.push_back(edge);
    }
    std::stable_sort(nets.begin(), nets.end(), [](const NetDrawing& a, const NetDrawing& b) {
        return a.traffic > b.traffic;
    });
    return nets;
}

/// What a scenario does to the ways of a net.
std::vector<std::optional<ChangeKind>> kinds_of(const FlowGraph& graph, const NetDrawing& net) {
    std::vector<std::optional<ChangeKind>> kinds;
    for (const auto edge : net.edges) {
        const WayChange* const change = graph.edges[edge].change;
        kinds.push_back(change == nullptr ? std::nullopt : std::optional(change->kind));
    }
    return kinds;
}

/// Over a stretch of one edge.
void mark_change(const Scene& scene, ChangeKind kind, const Stroked& stretch,
                 std::vector<Item>& items) {
    for (const Stroke& stroke : change_strokes(scene.theme, kind, stretch.width)) {
        auto path = rounded(stretch.way, corner_radius);
        path.stroke = stroke;
        items.emplace_back(std::move(path));
    }
}

void draw_net(const Scene& scene, const NetDrawing& net, const Placement& placement, double most,
              std::vector<Item>& items) {
    const auto meaning = meaning_of(scene.graph, scene.graph.edges[net.edges.front()]);
    std::vector<std::vector<Point>> ways;
    std::vector<double> traffic;
    double arriving = 0;
    for (const auto edge : net.edges) arriving += scene.graph.edges[edge].traffic;
    const double size = arrow_size(width_for(arriving, most));
    const auto kinds = kinds_of(scene.graph, net);
    const bool gone = std::all_of(kinds.begin(), kinds.end(),
                                  [](const auto& kind) { return kind == ChangeKind::gone; });
    const Colour colour =
        gone ? scene.theme.text(Meaning::change) : scene.theme.line(meaning, 1).colour;
    std::vector<Path> heads;
    for (const auto edge : net.edges) {
        auto way = placement.lines[edge];
        const auto tip = way.back(), from = way[way.size() - 2];
        if (heads.empty()) heads.push_back(arrow_head(tip, from, size, Fill{colour}));
        way.back() = line_end(tip, from, size);
        ways.push_back(std::move(way));
        traffic.push_back(scene.graph.edges[edge].traffic);
    }
    const Confluence confluence(ways, traffic, most);
    for (const bool under : {true, false}) {
        for (const auto& [way, width] : confluence.strokes()) {
            auto path = rounded(way, corner_radius);
            path.stroke = under ? Stroke{scene.theme.page, width + 2 * casing, {}}
                                : line_of(scene.theme, meaning, width);
            items.emplace_back(std::move(path));
        }
    }
    for (std::size_t i = 0; i < net.edges.size(); ++i)
        if (kinds[i])
            for (const Stroked& stretch : confluence.alike(i, kinds))
                mark_change(scene, *kinds[i], stretch, items);
    for (auto& head : heads) items.emplace_back(std::move(head));
}

}  // namespace

Path rounded(const std::vector<Point>& way, double radius) {
    const auto corners = without_straight_points(way);
    Path path;
    path.segments.push_back(MoveTo{corners.front()});
    constexpr double kappa = 0.5523;  // control points of a quarter circle
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const double r =
            std::min({radius, distance(corners[i - 1], corners[i]) / (i == 1 ? 1 : 2),
                      distance(corners[i], corners[i + 1]) / (i + 2 == corners.size() ? 1 : 2)});
        const auto in = towards(corners[i], corners[i - 1], r),
                   out = towards(corners[i], corners[i + 1], r);
        path.segments.push_back(LineTo{in});
        path.segments.push_back(
            CurveTo{towards(in, corners[i], r * kappa), towards(out, corners[i], r * kappa), out});
    }
    path.segments.push_back(LineTo{corners.back()});
    return path;
}

Group draw_edges(const Scene& scene, const Routing& routing, const Placement& placement) {
    Group group;
    const double most = most_traffic(scene.graph);
    for (const auto& net : nets_by_traffic(scene.graph, routing)) {
        if (!net.edges.empty()) draw_net(scene, net, placement, most, group.items);
    }
    return group;
}

}  // namespace cjm::render::flow
