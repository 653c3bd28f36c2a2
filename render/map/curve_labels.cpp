#include "render/map/curve_labels.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace cjm::render::map {
namespace {

/// What a customer thinks or feels there, first thoughts.
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

/// Chooses the labels of one curve.
class LabelChooser {
  public:
    /// who  as labels call the curve's persona; empty = everybody
    LabelChooser(const Content& content, const Curves& curves, const Curve& curve, std::string who)
        : content_(content),
          curves_(curves),
          curve_(curve),
          points_(curve.points),
          who_(std::move(who)),
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
        if (points_[high_].value > points_[low_].value) {
            add(low_, true);
            add(high_, true);
        }
        if (!curve_.title.empty()) return std::move(labels_);
        add(points_.size() - 1, false);
        for (std::size_t i = 0; i < points_.size(); ++i)
            if (turn_at(points_, i) != 0) add(i, false);
        for (std::size_t i = 0; i < points_.size(); ++i) add(i, false);
        return std::move(labels_);
    }

  private:
    /// What makes the point special; empty = nothing does.
    [[nodiscard]] std::string names_of(std::size_t point, bool extreme) const {
        std::string words;
        const auto say = [&](Message message) {
            words += (words.empty() ? "" : " · ") + content_.scene.words(message);
        };
        if (extreme && point == high_) say(Message::map_highest);
        if (extreme && point == low_) say(Message::map_lowest);
        if (!curve_.title.empty()) return words;
        const bool high_is_peak = std::abs(points_[high_].value) >= std::abs(points_[low_].value);
        if (extreme && point == (high_is_peak ? high_ : low_)) say(Message::map_peak);
        if (point + 1 == points_.size()) say(Message::map_end);
        return words;
    }

    void add(std::size_t point, bool extreme) {
        if (used_[point]) return;
        used_[point] = true;
        CurveLabel label{point, who_, names_of(point, extreme), {}, true, false, 1};
        label.marked = !label.words.empty();
        if (label.marked) label.words += " ";
        label.words += curve_value(content_.scene, curves_.kind, curve_, points_[point].value);
        if (extreme && curve_.title.empty())
            label.quote = quote_at(content_.touchpoint(content_.plan.stops[points_[point].stop]));
        const int turn = turn_at(points_, point);
        label.above = turn != 0 ? turn > 0 : points_[point].value >= 0;
        labels_.push_back(std::move(label));
    }

    const Content& content_;
    const Curves& curves_;
    const Curve& curve_;
    const std::vector<CurvePoint>& points_;
    std::string who_;
    std::vector<bool> used_;
    std::size_t high_ = 0, low_ = 0;
    std::vector<CurveLabel> labels_;
};

/// Names of personas up to the first comma, where that tells them apart.
std::vector<std::string> short_names(const std::vector<Curve>& curves) {
    std::vector<std::string> names, whole;
    for (const Curve& curve : curves) {
        names.push_back(curve.title.substr(0, curve.title.find(',')));
        whole.push_back(curve.title);
    }
    const std::set<std::string> different(names.begin(), names.end());
    return different.size() == names.size() ? names : whole;
}

/// Leaves out what an earlier curve's label says of the same touchpoint in the same words, and has
/// that speak of both.
void merge(const Curves& curves, std::vector<std::vector<CurveLabel>>& labels) {
    const auto stop_of = [&](std::size_t curve, const CurveLabel& label) {
        return curves.all[curve].points[label.point].stop;
    };
    for (std::size_t later = 1; later < labels.size(); ++later)
        std::erase_if(labels[later], [&](const CurveLabel& label) {
            for (std::size_t first = 0; first < later; ++first)
                for (CurveLabel& other : labels[first])
                    if (stop_of(first, other) == stop_of(later, label) &&
                        other.words == label.words) {
                        other.who += ", " + label.who;
                        ++other.curves;
                        return true;
                    }
            return false;
        });
}

}  // namespace

std::vector<std::vector<CurveLabel>> choose_labels(const Content& content, const Curves& curves) {
    std::vector<std::vector<CurveLabel>> labels(curves.all.size());
    const std::vector<std::string> names = short_names(curves.all);
    for (std::size_t n = 0; n < curves.all.size(); ++n)
        if (n == 0 || !curves.all[n].declared)
            labels[n] = LabelChooser(content, curves, curves.all[n], names[n]).take();
    if (curves.by_persona()) merge(curves, labels);
    return labels;
}

}  // namespace cjm::render::map
