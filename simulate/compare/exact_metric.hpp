// Owns: a metric solved without the other figures. Must not know: samples, scenarios.
#pragma once
#include <optional>

#include "journey/model.hpp"
#include "simulate/metric.hpp"

namespace cjm::simulate {

/// The metric of a journey without a horizon; none where nobody buys, where somebody can never
/// leave, or where the equations cannot be solved. Cost: see solve_exactly()
[[nodiscard]] std::optional<double> exact_metric(const Journey& journey, Metric metric);

}  // namespace cjm::simulate
