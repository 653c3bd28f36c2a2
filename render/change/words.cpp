#include "render/change/words.hpp"

#include <algorithm>

namespace cjm::render {
namespace {

template <class Changes>
double count(const Changes& changes, ChangeKind kind) {
    return static_cast<double>(
        std::ranges::count_if(changes, [&](const auto& change) { return change.kind == kind; }));
}

}  // namespace

bool told_from_nothing(const MaybeEstimate& difference) {
    return difference && (difference->low > 0 || difference->high < 0);
}

std::string ChangeWords::kind(ChangeKind kind) const {
    switch (kind) {
        case ChangeKind::added:
            return say(Message::change_added);
        case ChangeKind::gone:
            return say(Message::change_gone);
        case ChangeKind::changed:
            break;
    }
    return say(Message::change_changed);
}

std::string ChangeWords::points(const Estimate& difference) const {
    const std::string value = say(Message::points, numbers().points(difference));
    const std::string interval = numbers().points_interval(difference);
    return interval.empty() ? value : say(Message::change_with_interval, value, interval);
}

std::string ChangeWords::short_points(const Estimate& difference) const {
    const std::string value = numbers().points(difference);
    const std::string interval = numbers().points_interval(difference);
    return interval.empty() ? value : say(Message::change_with_interval, value, interval);
}

std::string ChangeWords::figure(Message name, const Estimate& difference) const {
    if (difference.estimate == 0 && difference.low == 0 && difference.high == 0)
        return say(Message::change_figure_same, say(name));
    const bool clear = told_from_nothing(difference);
    return say(clear ? Message::change_figure : Message::change_figure_unclear, say(name),
               points(difference));
}

bool ChangeWords::success_is_clear() const {
    return change_->figures &&
           told_from_nothing(change_->figures->difference.of(ComparedFigure::success));
}

/// How the ends differ; those that are 0 in both journeys are left out.
std::string ChangeWords::figures() const {
    const DifferenceResult& difference = change_->figures->difference;
    const SimulationResult& as_is = change_->figures->as_is;
    std::vector<std::string> parts;
    const auto add = [&](Message name, ComparedFigure compared, const Estimate& before) {
        const MaybeEstimate& change = difference.of(compared);
        if (!change) return;
        const bool none = change->estimate == 0 && before.estimate == 0;
        if (compared == ComparedFigure::success || !none) parts.push_back(figure(name, *change));
    };
    add(Message::success, ComparedFigure::success, as_is.success);
    add(Message::ghosted, ComparedFigure::ghosted, as_is.ghosted);
    add(Message::left_openly, ComparedFigure::left_openly, as_is.left_openly);
    add(Message::in_progress, ComparedFigure::in_progress, as_is.in_progress);
    return fmt::format("{}", fmt::join(parts, "  ·  "));
}

/// How many things are marked, and what the scenario costs.
std::string ChangeWords::marked() const {
    const JourneyChange& journey = change_->journey;
    std::vector<std::string> parts;
    const auto add = [&](Message message, double number) {
        if (number > 0) parts.push_back(say(message, numbers().count(number)));
    };
    add(Message::change_touchpoints_changed, count(journey.touchpoints, ChangeKind::changed));
    add(Message::change_touchpoints_added, count(journey.touchpoints, ChangeKind::added));
    add(Message::change_touchpoints_gone, count(journey.touchpoints, ChangeKind::gone));
    add(Message::change_ways_changed, count(journey.ways, ChangeKind::changed));
    add(Message::change_ways_added, count(journey.ways, ChangeKind::added));
    add(Message::change_ways_gone, count(journey.ways, ChangeKind::gone));
    for (const FieldChange& change : journey.whole) parts.push_back(field(change));
    return fmt::format("{}", fmt::join(parts, "  ·  "));
}

std::vector<std::string> ChangeWords::heading() const {
    if (change_->journey.nothing()) return {say(Message::change_nothing)};
    std::vector<std::string> lines;
    if (change_->figures) lines.push_back(say(Message::change_against) + " " + figures());
    lines.push_back(marked());
    return lines;
}

}  // namespace cjm::render
