#include "render/map/curve_values.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace cjm::render::map {
namespace {

std::optional<CurvePoint> point_of(const TouchpointResult& result, CurveKind kind) {
    CurvePoint point;
    if (kind == CurveKind::goodwill) {
        if (!result.goodwill) return std::nullopt;
        point.value = result.goodwill->estimate;
        point.low = std::min(result.goodwill_p10.value_or(point.value), point.value);
        point.high = std::max(result.goodwill_p90.value_or(point.value), point.value);
        return point;
    }
    if (!result.good || !result.bad) return std::nullopt;
    point.value = result.good->estimate - result.bad->estimate;
    point.low = -result.bad->estimate;
    point.high = result.good->estimate;
    return point;
}

bool is_drawable(const CurvePoint& point) {
    return std::isfinite(point.value) && std::isfinite(point.low) && std::isfinite(point.high);
}

}  // namespace

Curve simulated_curve(const flow::FlowGraph& graph, const Plan& plan,
                      const SimulationResult& result, CurveKind kind) {
    std::map<std::string, const TouchpointResult*> by_id;
    for (const TouchpointResult& touchpoint : result.touchpoints)
        by_id[touchpoint.id] = &touchpoint;
    Curve curve;
    curve.band = kind == CurveKind::experience;
    for (std::size_t stop = 0; stop < plan.stops.size(); ++stop) {
        const auto found = by_id.find(graph.cards[plan.stops[stop].card].touchpoint->id.value);
        if (found == by_id.end()) continue;
        auto point = point_of(*found->second, kind);
        if (!point || !is_drawable(*point)) continue;
        point->stop = stop;
        curve.band = curve.band || point->low < point->high;
        curve.points.push_back(*point);
    }
    // where no touchpoint has good or bad moments there is nothing to draw
    const bool all_neutral =
        kind == CurveKind::experience &&
        std::all_of(curve.points.begin(), curve.points.end(),
                    [](const CurvePoint& point) { return point.low == 0 && point.high == 0; });
    if (all_neutral) curve.points.clear();
    return curve;
}

Curve declared_curve(const flow::FlowGraph& graph, const Plan& plan) {
    Curve curve;
    curve.declared = true;
    for (std::size_t stop = 0; stop < plan.stops.size(); ++stop) {
        const auto& emotion = graph.cards[plan.stops[stop].card].touchpoint->emotion;
        if (!emotion) continue;
        curve.points.push_back({stop, emotion->likely, emotion->likely, emotion->likely});
    }
    return curve;
}

Extent extent_of(std::span<const Curve> curves, double declared_unit) {
    Extent extent;
    for (const Curve& curve : curves) {
        const double unit = curve.declared ? declared_unit : 1;
        for (const CurvePoint& point : curve.points) {
            extent.low = std::min(extent.low, unit * (curve.band ? point.low : point.value));
            extent.high = std::max(extent.high, unit * (curve.band ? point.high : point.value));
        }
    }
    return extent;
}

double declared_unit(std::span<const Curve> curves, CurveKind kind) {
    const bool alone =
        std::all_of(curves.begin(), curves.end(), [](const Curve& c) { return c.declared; });
    if (alone) return 1;
    if (kind == CurveKind::experience) return 0.5;
    double farthest = 1;
    for (const Curve& curve : curves)
        for (const CurvePoint& point : curve.points)
            if (!curve.declared) farthest = std::max(farthest, std::abs(point.value));
    return farthest / 2;
}

}  // namespace cjm::render::map
