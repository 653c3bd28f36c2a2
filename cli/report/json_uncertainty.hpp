// Owns: the JSON of what drawing the uncertain values says. Must not know: the rest of a report.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "simulate/uncertainty_result.hpp"

namespace cjm::cli {

[[nodiscard]] nlohmann::ordered_json uncertainty_json(const UncertaintyResult& uncertainty);

}  // namespace cjm::cli
