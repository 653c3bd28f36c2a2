// Owns: advice on a journey that takes solving it. Must not know: TOML text, files, the command
// line.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm::simulate {

/// What a reviewer would say who knows the figures of the journey as it is, sorted by place:
/// "unneeded-step": a step that leads to one place only, earns nothing and is bad more often
///   than good, without which clearly more customers would succeed
/// "rarely-reached": one of our touchpoints that hardly anybody comes to
/// "support-missing": no support near the touchpoint whose experiences decide most
///
/// journey  checked without errors
/// returns  by exact figures; under a horizon, and where solving takes too much work, by sampled
///          ones, only what their intervals bear out, with these intervals. Nothing where a
///          customer takes so many steps that few could be sampled
/// cost     at most about two tenths of a second; the same advice on every machine
[[nodiscard]] std::vector<Diagnostic> review_journey(const Journey& journey);

/// The ids of its advice, sorted.
[[nodiscard]] std::span<const std::string_view> review_ids();

}  // namespace cjm::simulate
