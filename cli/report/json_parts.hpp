// Owns: the pieces that every JSON report is made of: an estimate, what may not exist, how a run
// was made, the text. Must not know: what is estimated.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/estimate.hpp"
#include "cli/report/run_head.hpp"

namespace cjm::cli {

/// {"estimate", "standard_error", "low", "high", "exact"}, and "exact_error" where there is one;
/// null for a figure that has no value.
[[nodiscard]] nlohmann::ordered_json estimate_json(const Estimate& figure);

/// null for a quantity that does not exist.
[[nodiscard]] nlohmann::ordered_json maybe_json(const std::optional<Estimate>& figure);
[[nodiscard]] nlohmann::ordered_json maybe_json(const std::optional<double>& value);
[[nodiscard]] nlohmann::ordered_json maybe_json(const std::optional<std::uint64_t>& value);
/// null for an empty word.
[[nodiscard]] nlohmann::ordered_json word_or_null(std::string_view word);

/// Adds "method" to "horizon_days".
void add_run_head(nlohmann::ordered_json& json, const RunHead& head);

/// An object as every command writes it, with a line feed at the end.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);

}  // namespace cjm::cli
