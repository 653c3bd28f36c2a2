// Owns: advice on a journey that takes solving it. Must not know: TOML text, files, the command
// line.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm::simulate {

/// Multiplications that a review may take, see work_to_answer(): about a tenth of a second.
inline constexpr double review_work = 2e7;

/// What a reviewer would say who knows the exact figures of the journey as it is, sorted by place:
/// "unneeded-step": a step that leads to one place only, earns nothing and is bad more often
///   than good, without which clearly more customers would succeed
/// "rarely-reached": one of our touchpoints that hardly anybody comes to
/// "support-missing": no support near the touchpoint whose experiences decide most
///
/// journey  checked without errors
/// returns  nothing under a horizon, where solving takes more than `review_work`, and where a loop
///          could not be solved: never advice from a guess
/// cost     at most about `review_work`; the same advice on every machine
[[nodiscard]] std::vector<Diagnostic> review_journey(const Journey& journey);

/// The ids of its advice, sorted.
[[nodiscard]] std::span<const std::string_view> review_ids();

}  // namespace cjm::simulate
