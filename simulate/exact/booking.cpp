#include "simulate/exact/booking.hpp"

#include <algorithm>

namespace cjm::simulate {
namespace {

constexpr auto dissatisfaction = static_cast<std::size_t>(BuiltInCause::dissatisfaction);

}  // namespace

FigureBooking::FigureBooking(const ResolvedJourney& journey, PersonaId persona, const Chain& chain,
                             ExactFigures& figures)
    : journey_(journey), persona_(persona), chain_(chain), figures_(figures) {}

void FigureBooking::add_visits(TouchpointId touchpoint, double count) {
    ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
    const ChainVisit& visit = chain_.visits[touchpoint.index()];
    const VisitValues& values = journey_.visit(persona_, touchpoint).values;
    figure.visits += count;
    figure.good += count * visit.chance[static_cast<std::size_t>(Experience::good)];
    figure.neutral += count * visit.chance[static_cast<std::size_t>(Experience::neutral)];
    figure.bad += count * visit.chance[static_cast<std::size_t>(Experience::bad)];
    figures_.effort += count * values.effort;
    figures_.cost += count * values.cost;
    figures_.revenue += count * values.revenue;
    figures_.newcomers += count * values.refers;
}

void FigureBooking::add_after(TouchpointId touchpoint, const ChainWay& way,
                              std::span<const double> after, double scale) {
    ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
    const std::size_t levels = chain_.shape.levels;
    const double* stay = chain_.stay.data() + way.row * levels;
    const double* unhappy = chain_.dissatisfied.data() + way.row * levels;
    double dissatisfied = 0, left = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const std::size_t level = i % levels;
        const double here = scale * after[i], leaving = here * (1 - stay[level]);
        figure.goodwill +=
            here * (static_cast<double>(chain_.shape.floor) + static_cast<double>(level));
        figure.goodwill_visits[level] += here;
        figures_.end_goodwill[level] += leaving;
        if (i >= levels) figures_.lost_buyers += leaving;
        left += leaving;
        dissatisfied += leaving * unhappy[level];
    }
    add_leaving(touchpoint, dissatisfied, left - dissatisfied);
}

void FigureBooking::add_leaving(TouchpointId touchpoint, double dissatisfied, double others) {
    add_left(touchpoint, dissatisfaction, dissatisfied);
    const auto& causes = journey_.visit(persona_, touchpoint).causes;
    double weight = 0;
    for (const auto& cause : causes)
        if (cause.cause.index() != dissatisfaction) weight += cause.factor;
    if (!(weight > 0)) return;
    for (const auto& cause : causes)
        if (cause.cause.index() != dissatisfaction)
            add_left(touchpoint, cause.cause.index(), others * cause.factor / weight);
}

void FigureBooking::add_left(TouchpointId touchpoint, std::size_t cause, double left) {
    ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
    const double silent = left * journey_.visit(persona_, touchpoint).silent;
    figure.left += left;
    figure.silent += silent;
    figure.causes[cause] += left;
    figures_.causes[cause] += left;
    figures_.left += left;
    figures_.silent += silent;
    figures_.persona_silent[persona_.index()] += silent;
    const StageId stage = journey_.stage_of[touchpoint.index()];
    if (stage) figures_.stage_left[stage.index()] += left;
}

void FigureBooking::add_ends(const ChainEdge& edge, std::span<const double> ending, double scale) {
    const auto levels = static_cast<std::int64_t>(chain_.shape.levels);
    for (std::size_t i = 0; i < ending.size(); ++i) {
        auto level = static_cast<std::int64_t>(i) % levels;
        if (edge.friction) level = std::clamp<std::int64_t>(level + chain_.friction, 0, levels - 1);
        figures_.end_goodwill[static_cast<std::size_t>(level)] += scale * ending[i];
    }
}

}  // namespace cjm::simulate
