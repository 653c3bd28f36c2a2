// Owns: one metric of a journey, solved or sampled, and its difference between two journeys. Must
// not know: what makes the journeys differ.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/metric.hpp"
#include "simulate/result.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {

// The net promoter score is asked of journeys with a [survey] nps only (contract).

struct SolvedMetric {
    /// None where the metric does not exist (lifetime value without buyers), nobody can leave, or
    /// the journey could not be solved.
    std::optional<double> value;
    std::vector<std::string> unsolved_loop;  ///< touchpoints; empty where it was solved
};

/// The metric of a journey without horizon.
///
/// cost  see solve_exactly(); lifetime value and net promoter score take the buyers' chain too
[[nodiscard]] SolvedMetric solve_metric(const Journey& journey, Metric metric);

struct SampledMetric {
    bool stopped = false;
    MaybeEstimate value;  ///< none where it does not exist, and where nobody can leave
};

/// The metric of some customers. settings: seed, confidence and threads are used.
[[nodiscard]] SampledMetric sample_metric(const Journey& journey, Metric metric,
                                          CustomerRange customers, const RunSettings& settings,
                                          const RunControl& control);

/// The metric in two journeys that the same customers were walked through.
struct PairedMetric {
    bool stopped = false;
    std::optional<double> low, high;  ///< as in SampledMetric
    MaybeEstimate swing;  ///< high - low; its error is that of each customer's own difference
};

[[nodiscard]] PairedMetric sample_pair(const Journey& low, const Journey& high, Metric metric,
                                       const RunSettings& settings, const RunControl& control);

}  // namespace cjm::simulate
