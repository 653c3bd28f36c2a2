#include "render/map/curve_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "render/outline.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

/// What a customer thinks or feels there, first feelings.
std::string quote_at(const Touchpoint& touchpoint) {
    for (const BuiltInRow row : {BuiltInRow::thinks, BuiltInRow::feels}) {
        const auto& texts = touchpoint.rows.built_in[static_cast<std::size_t>(row)];
        if (!texts.empty()) return quoted_words(texts.front().value);
    }
    return {};
}

/// 1 at a local high, -1 at a low, 0 on the way.
int turn_at(const std::vector<CurvePoint>& points, std::size_t i) {
    const double value = points[i].value;
    const double before = i > 0 ? points[i - 1].value : value;
    const double after = i + 1 < points.size() ? points[i + 1].value : value;
    if (before <= value && after <= value && (before < value || after < value)) return 1;
    if (before >= value && after >= value && (before > value || after > value)) return -1;
    return 0;
}

/// Whether a fine line from the left passes through the box, or so close that they touch.
bool crosses(const Box& box, const std::vector<Point>& line) {
    constexpr double air = 0.5;  // half of a line's width
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto [low, high] = std::minmax(line[i].y, line[i + 1].y);
        if (line[i + 1].x >= box.x - air && line[i].x <= box.right() + air && high >= box.y - air &&
            low <= box.bottom() + air)
            return true;
    }
    return false;
}

}  // namespace

namespace {

/// Chooses the labels of one curve.
class LabelChooser {
  public:
    LabelChooser(const Content& content, const Curves& curves, const Curve& curve)
        : content_(content),
          curves_(curves),
          curve_(curve),
          points_(curve.points),
          used_(points_.size(), false) {
        const auto by_value = [](const CurvePoint& a, const CurvePoint& b) {
            return a.value < b.value;
        };
        high_ = static_cast<std::size_t>(
            std::max_element(points_.begin(), points_.end(), by_value) - points_.begin());
        low_ = static_cast<std::size_t>(std::min_element(points_.begin(), points_.end(), by_value) -
                                        points_.begin());
    }

    std::vector<CurveLabel> take() {
        const bool level = points_[high_].value <= points_[low_].value;
        if (!level) add(low_, true);
        if (!curve_.title.empty()) return std::move(labels_);  // of a persona: where it hurts
        if (!level) add(high_, true);
        add(points_.size() - 1, false);
        for (std::size_t i = 0; i < points_.size(); ++i)
            if (turn_at(points_, i) != 0) add(i, false);
        for (std::size_t i = 0; i < points_.size(); ++i) add(i, false);
        return std::move(labels_);
    }

  private:
    /// What makes the point special; empty = nothing does.
    [[nodiscard]] std::string names_of(std::size_t point, bool quoted) const {
        std::string words;
        const auto name = [&](const std::string& more) {
            words += (words.empty() ? "" : " · ") + more;
        };
        const auto say = [&](Message message) { name(content_.scene.words(message)); };
        if (!curve_.title.empty()) name(curve_.title);
        if (quoted && point == high_) say(Message::map_highest);
        if (quoted && point == low_) say(Message::map_lowest);
        const bool high_is_peak = std::abs(points_[high_].value) >= std::abs(points_[low_].value);
        if (quoted && curve_.title.empty() && point == (high_is_peak ? high_ : low_))
            say(Message::map_peak);
        if (curve_.title.empty() && point + 1 == points_.size()) say(Message::map_end);
        return words;
    }

    void add(std::size_t point, bool quoted) {
        if (used_[point]) return;
        used_[point] = true;
        const std::string words = names_of(point, quoted);
        CurveLabel label{point, words, {}, true, !words.empty()};
        if (!words.empty()) label.heading += " ";
        label.heading += curve_value(content_.scene, curves_.kind, curve_, points_[point].value);
        if (quoted && curve_.title.empty())
            label.quote = quote_at(content_.touchpoint(content_.plan.stops[points_[point].stop]));
        const int turn = turn_at(points_, point);
        label.above = turn != 0 ? turn > 0 : points_[point].value >= 0;
        labels_.push_back(std::move(label));
    }

    const Content& content_;
    const Curves& curves_;
    const Curve& curve_;
    const std::vector<CurvePoint>& points_;
    std::vector<bool> used_;
    std::size_t high_ = 0, low_ = 0;
    std::vector<CurveLabel> labels_;
};

/// Finds room for labels, one after another.
class LabelPlacer {
  public:
    LabelPlacer(const Content& content, const std::vector<Point>& points, const Box& box,
                Obstacles obstacles)
        : points_(points), box_(box), obstacles_(std::move(obstacles)) {
        heading_ = content.tokens.small(content.scene.theme.ink);
        quote_ = heading_;
        heading_.weight = Weight::semibold;
        quote_.italic = true;
    }

    void place(const CurveLabel& label) {
        // with its quote, if need be on a plate over soft lines; then without; the curve itself is
        // covered last
        const int quote = label.quote.empty() ? 0 : most_lines;
        for (const auto& [lines, ground] : {std::pair{quote, Ground::free},
                                            {quote, Ground::soft},
                                            {0, Ground::free},
                                            {0, Ground::soft},
                                            {0, Ground::any}})
            if ((label.marked || ground == Ground::free) && place_somewhere(label, lines, ground))
                return;
    }

    std::vector<PlacedLabel> take() { return std::move(placed_); }

  private:
    static constexpr int most_lines = 4;
    /// What a label may lie on; on more than free ground it lies on a plate.
    enum class Ground { free, soft, any };

    bool place_somewhere(const CurveLabel& label, int lines, Ground ground) {
        for (const bool above : {label.above, !label.above})
            for (const double offset : {0.0, -0.3, 0.3, -0.55, 0.55, -0.8, 0.8})
                if (try_place(label, above, offset, lines, ground)) return true;
        return false;
    }

    bool try_place(const CurveLabel& label, bool above, double offset, int lines, Ground ground) {
        constexpr double widest = 44, gap = 0.7, face = 2.9, point_mark = 1.2;
        constexpr double unlimited = std::numeric_limits<double>::infinity();
        const Point at = points_[label.point];
        PlacedLabel set{{}, label, set_text(label.heading, heading_, unlimited), {}};
        double width = set.heading.box.width;
        const double heading_height = set.heading.box.height;
        double height = heading_height;
        if (lines > 0) {
            const double natural = set_text(label.quote, quote_, unlimited).box.width;
            width = std::max(width, std::min(natural, widest));
            TextStyle centred = quote_;
            centred.align = Align::centre;
            set.quote = set_text(label.quote, centred, width, lines);
            height += set.quote.box.height;
        }
        const double away = gap + (label.marked ? face : point_mark);
        const double x = std::clamp(at.x - width / 2 + offset * width, box_.x,
                                    std::max(box_.x, box_.right() - width));
        const Box room{x, above ? at.y - away - height : at.y + away, width, height};
        if (!is_free(room, ground)) return false;
        constexpr double rim = 0.4;
        if (ground != Ground::free)
            set.plate = Box{room.x - rim, room.y, room.width + 2 * rim, room.height};
        set.heading =
            placed_at(std::move(set.heading), {x + (width - set.heading.box.width) / 2, room.y});
        if (lines > 0) set.quote = placed_at(std::move(set.quote), {x, room.y + heading_height});
        constexpr double air = 0.6;
        obstacles_.boxes.push_back({room.x - air, room.y, room.width + 2 * air, room.height});
        placed_.push_back(std::move(set));
        return true;
    }

    [[nodiscard]] bool is_free(const Box& room, Ground ground) const {
        if (room.y < box_.y || room.bottom() > box_.bottom() || room.right() > box_.right() + 1e-9)
            return false;
        const auto hit = [&](const std::vector<Point>& line) { return crosses(room, line); };
        return std::none_of(obstacles_.boxes.begin(), obstacles_.boxes.end(),
                            [&](const Box& other) { return overlap(room, other, 0); }) &&
               (ground == Ground::any ||
                std::none_of(obstacles_.hard.begin(), obstacles_.hard.end(), hit)) &&
               (ground != Ground::free ||
                std::none_of(obstacles_.soft.begin(), obstacles_.soft.end(), hit));
    }

    const std::vector<Point>& points_;
    Box box_;
    Obstacles obstacles_;
    TextStyle heading_, quote_;
    std::vector<PlacedLabel> placed_;
};

}  // namespace

std::vector<CurveLabel> choose_labels(const Content& content, const Curves& curves,
                                      const Curve& curve) {
    return LabelChooser(content, curves, curve).take();
}

std::vector<PlacedLabel> place_labels(const Content& content, const std::vector<CurveLabel>& labels,
                                      const std::vector<Point>& points, const Box& box,
                                      Obstacles obstacles) {
    LabelPlacer placer(content, points, box, std::move(obstacles));
    for (const CurveLabel& label : labels) placer.place(label);
    return placer.take();
}

}  // namespace cjm::render::map
