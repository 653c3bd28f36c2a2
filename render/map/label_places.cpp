#include "render/map/label_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "render/outline.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double gap = 0.7, face = 2.9, point_mark = 1.2;  // between a point's middle and its label

/// Whether a fine line from the left passes through the box, or so close that they touch.
bool crosses(const Box& box, const std::vector<Point>& line) {
    constexpr double air = 0.5;  // half of a line's width
    const auto left_of = [](const Point& point, double x) { return point.x < x; };
    auto at = std::lower_bound(line.begin(), line.end(), box.x - air, left_of);
    if (at != line.begin()) --at;
    for (; at != line.end() && at + 1 != line.end() && at->x <= box.right() + air; ++at) {
        const auto [low, high] = std::minmax(at->y, (at + 1)->y);
        if ((at + 1)->x >= box.x - air && high >= box.y - air && low <= box.bottom() + air)
            return true;
    }
    return false;
}

}  // namespace

LabelPlacer::LabelPlacer(const Content& content, const Box& room, Obstacles obstacles)
    : room_(room),
      obstacles_(std::move(obstacles)),
      style_(content.tokens.small(content.scene.theme.ink)),
      spots_(spots()) {}

/// The best first.
std::vector<LabelPlacer::Spot> LabelPlacer::spots() {
    constexpr double step = 1.6, farthest = 16;
    std::vector<Spot> all;
    for (const bool other_side : {false, true})
        for (double away = 0; away <= farthest; away += step)
            for (const double shift : {0.0, -0.15, 0.15, -0.3, 0.3, -0.45, 0.45, -0.6, 0.6}) {
                constexpr double widest = 0.46;  // so that a leader ends at the label
                if (away > 0 && std::abs(shift) > widest) continue;
                const double cost = 0.1 * away + 0.5 * std::abs(shift) + (other_side ? 0.7 : 0);
                all.push_back({other_side, away, shift, cost});
            }
    std::stable_sort(all.begin(), all.end(),
                     [](const Spot& a, const Spot& b) { return a.cost < b.cost; });
    return all;
}

LabelPlacer::Face LabelPlacer::face_of(const CurveLabel& label, bool quoted, Colour colour) const {
    constexpr double unlimited = std::numeric_limits<double>::infinity(), widest = 44;
    constexpr int most_lines = 4;
    TextStyle bold = style_, italic = style_;
    bold.weight = Weight::semibold;
    bold.colour = colour;
    italic.italic = true;
    Face set{set_text(label.heading(), bold, unlimited), {}, 0, 0};
    set.width = set.heading.box.width;
    set.height = set.heading.box.height;
    if (!quoted) return set;
    const double natural = set_text(label.quote, italic, unlimited).box.width;
    set.width = std::max(set.width, std::min(natural, widest));
    italic.align = Align::centre;
    set.quote = set_text(label.quote, italic, set.width, most_lines);
    set.height += set.quote.box.height;
    return set;
}

double LabelPlacer::place(const CurveLabel& label, Point at, Colour colour) {
    constexpr double without_quote = 1.5, on_soft = 2.5, on_any = 5, nowhere = 10;
    double best = nowhere;
    const auto try_with = [&](bool quoted, Ground ground, double cost) {
        const Face face = face_of(label, quoted, colour);
        for (const Spot& spot : spots_)
            if (set(label, face, at, spot, ground)) {
                best = cost + spot.cost;
                return true;
            }
        return false;
    };
    const bool quoted = !label.quote.empty();
    if (quoted && try_with(true, Ground::free, 0)) return best;
    const double loss = quoted ? without_quote : 0;
    if (try_with(false, Ground::free, loss)) return best;
    if (quoted && try_with(true, Ground::soft, on_soft)) return best;
    if (try_with(false, Ground::soft, loss + on_soft)) return best;
    try_with(false, Ground::any, on_any);
    return best;
}

void LabelPlacer::try_place(const CurveLabel& label, Point at) {
    const Face face = face_of(label, false, style_.colour);
    constexpr double near = 5;
    for (const Ground ground : {Ground::free, Ground::soft})
        for (const Spot& spot : spots_)
            if (spot.away <= (ground == Ground::free ? near : 0) &&
                set(label, face, at, spot, ground))
                return;
}

bool LabelPlacer::set(const CurveLabel& label, const Face& face_set, Point at, const Spot& spot,
                      Ground ground) {
    const bool above = label.above != spot.other_side;
    const double mark = label.marked ? face : point_mark, away = mark + gap + spot.away;
    const double width = face_set.width, height = face_set.height;
    const double x = std::clamp(at.x - width / 2 + spot.shift * width, room_.x,
                                std::max(room_.x, room_.right() - width));
    const Box room{x, above ? at.y - away - height : at.y + away, width, height};
    if (!is_free(room, ground)) return false;
    PlacedLabel label_set{face_set.heading, face_set.quote, at, room, {}, ground == Ground::any};
    constexpr double near = 1.7;  // no leader is needed
    if (spot.away >= near) {
        const double side = above ? -1 : 1;
        const Point from{at.x, at.y + side * mark}, to{at.x, above ? room.bottom() : room.y};
        const Box way{at.x - 0.2, std::min(from.y, to.y), 0.4, std::abs(to.y - from.y)};
        if (is_free(way, Ground::any)) {
            label_set.leader = PlacedLabel::Leader{from, to};
            obstacles_.boxes.push_back(way);
        } else if (!follows(way, at)) {
            return false;
        }
    }
    label_set.heading = placed_at(std::move(label_set.heading),
                                  {x + (width - face_set.heading.box.width) / 2, room.y});
    if (!label_set.quote.lines.empty())
        label_set.quote =
            placed_at(std::move(label_set.quote), {x, room.y + face_set.heading.box.height});
    constexpr double air = 0.6;
    obstacles_.boxes.push_back({room.x - air, room.y, room.width + 2 * air, room.height});
    placed_.push_back(std::move(label_set));
    return true;
}

/// Whether what is in the way is a label of the same touchpoint, so that both read as a list.
bool LabelPlacer::follows(const Box& way, Point at) const {
    constexpr double same = 0.5;
    return std::any_of(placed_.begin(), placed_.end(), [&](const PlacedLabel& other) {
        return std::abs(other.at.x - at.x) < same && overlap(other.room, way, 0);
    });
}

bool LabelPlacer::is_free(const Box& room, Ground ground) const {
    if (room.y < room_.y || room.bottom() > room_.bottom() || room.right() > room_.right() + 1e-9)
        return false;
    const auto hit = [&](const std::vector<Point>& line) { return crosses(room, line); };
    return std::none_of(obstacles_.boxes.begin(), obstacles_.boxes.end(),
                        [&](const Box& other) { return overlap(room, other, 0); }) &&
           (ground == Ground::any ||
            std::none_of(obstacles_.hard.begin(), obstacles_.hard.end(), hit)) &&
           (ground != Ground::free ||
            std::none_of(obstacles_.soft.begin(), obstacles_.soft.end(), hit));
}

}  // namespace cjm::render::map
