// Owns: a simulation as JSON, format "cjm/simulation/1". Must not know: files, the terminal.
#pragma once
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// The whole result as one JSON object; docs/reference/json.md has every field. Figures that a run
/// does not compute are null. Doubles are written so that reading gives the same bits back; what is
/// not finite is null. Two results of the same file, seed and number of customers give the same
/// bytes but for "timing", the last field.
///
/// journey  the journey that was simulated, a scenario already applied
[[nodiscard]] std::string json_report(const Journey& journey, const SimulationResult& result,
                                      const Provenance& provenance);

/// The same as an object, for reports that hold simulations.
[[nodiscard]] nlohmann::ordered_json simulation_json(const Journey& journey,
                                                     const SimulationResult& result,
                                                     const Provenance& provenance);

}  // namespace cjm::cli
