// Owns: one metric of a journey, solved or sampled, and its difference between two journeys. Must
// not know: what makes the journeys differ.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/metric.hpp"
#include "simulate/result.hpp"
#include "simulate/run/run.hpp"
#include "simulate/simulate.hpp"

namespace cjm::simulate {

struct SolvedMetric {
    /// None where the metric does not exist (lifetime value without buyers), nobody can leave, or
    /// the journey could not be solved.
    std::optional<double> value;
    std::vector<std::string> unsolved_loop;  ///< touchpoints; empty where it was solved
};

/// The metric of a journey without horizon.
///
/// cost  see solve_exactly(); lifetime value takes the buyers' chain too
[[nodiscard]] SolvedMetric solve_metric(const Journey& journey, Metric metric);

/// The metric in a result of sampling; none where it does not exist.
[[nodiscard]] MaybeEstimate metric_of(const SimulationResult& result, Metric metric);

/// The metric of some customers; none where it does not exist, nobody can leave, or stopped. On the
/// thread that calls.
[[nodiscard]] MaybeEstimate sample_metric(const Journey& journey, Metric metric,
                                          CustomerRange customers, const RunSettings& settings,
                                          const RunControl& control);

/// The metric in two journeys that the same customers were walked through.
struct PairedMetric {
    std::optional<double> low, high;
    MaybeEstimate swing;  ///< high - low; its error is that of each customer's own difference
};

/// settings  customers, seed, threads and confidence are used
/// returns   none where stopped; figures without a value where nobody can leave a journey
[[nodiscard]] std::optional<PairedMetric> sample_pair(const Journey& low, const Journey& high,
                                                      Metric metric, const RunSettings& settings,
                                                      const RunControl& control);

}  // namespace cjm::simulate
