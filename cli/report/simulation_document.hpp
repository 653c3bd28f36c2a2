// Owns: which figures of a simulation a report shows, in which order and words. Must not know:
// terminals, Markdown, how the figures were computed.
#pragma once
#include "cli/report/document.hpp"
#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/moments_result.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// The report on a simulation in the journey's language: headline, leaks, ends, stages,
/// touchpoints, causes, personas, time, silence,
/// money, settings; a part that has nothing to say is left
/// out.
///
/// moments     moments of truth on success, to be told too; none = not looked for
/// journey     the journey that was simulated (a scenario already applied): the lists of `result`
/// are in its order cost        O(touchpoints x causes)
[[nodiscard]] Document simulation_document(const Journey& journey, const SimulationResult& result,
                                           const Provenance& provenance,
                                           const MomentsResult* moments = nullptr);

}  // namespace cjm::cli
