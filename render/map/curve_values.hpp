// Owns: what the emotion curve runs through: values per touchpoint, from a simulation or from the
// author. Must not know: millimetres.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/map/plan.hpp"
#include "simulate/result.hpp"

namespace cjm::render::map {

enum class CurveKind : std::uint8_t {
    experience,  ///< share of good visits less share of bad ones
    goodwill     ///< mean after the visit, in points
};

/// A curve's value at a stop and what lies round it.
struct CurvePoint {
    std::size_t stop = 0;
    double value = 0;
    double low = 0, high = 0;  ///< experience: -bad, +good; goodwill: p10, p90; else the value
};

struct Curve {
    std::string title;               ///< of a persona; empty = everybody
    std::vector<CurvePoint> points;  ///< stops without a value left out
    bool band = false;               ///< whether low and high say anything
    bool declared = false;           ///< as the author assumes it, on the scale -2 to 2
};

/// Result of a run in which everybody is this persona.
struct PersonaRun {
    std::string title;
    const SimulationResult* result = nullptr;
};

/// The simulated curve of everybody.
[[nodiscard]] Curve simulated_curve(const flow::FlowGraph& graph, const Plan& plan,
                                    const SimulationResult& result, CurveKind kind);
/// What the author declares as `emotion`; no points where nothing is.
[[nodiscard]] Curve declared_curve(const flow::FlowGraph& graph, const Plan& plan);

/// Heights that a plot of the curves must hold; 0 is always among them. Declared curves count by
/// how they are scaled: see declared_unit().
struct Extent {
    double low = 0, high = 0;
};
[[nodiscard]] Extent extent_of(std::span<const Curve> curves, double declared_unit);
/// What one step of the author's scale is drawn as: half of the scale of experiences; for goodwill
/// half of its farthest value.
[[nodiscard]] double declared_unit(std::span<const Curve> curves, CurveKind kind);

}  // namespace cjm::render::map
