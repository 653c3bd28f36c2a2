// Owns: an estimate as JSON. Must not know: what is estimated.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "base/estimate.hpp"

namespace cjm::cli {

/// {"estimate", "standard_error", "low", "high", "exact"}, and "exact_error" where there is one;
/// null for a figure that has no value.
[[nodiscard]] nlohmann::ordered_json estimate_json(const Estimate& figure);

}  // namespace cjm::cli
