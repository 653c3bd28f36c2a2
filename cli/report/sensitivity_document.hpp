// Owns: which figures of a sensitivity analysis a report shows, in which order and words. Must not
// know: terminals, Markdown, how the figures were computed.
#pragma once
#include "cli/report/document.hpp"
#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/sensitivity_result.hpp"

namespace cjm::cli {

/// The report in the journey's language: the figure and what moves it most, the tornado with rank
/// correlations, where the two disagree, settings.
///
/// journey  the journey analysed, a scenario already applied
[[nodiscard]] Document sensitivity_document(const Journey& journey, const SensitivityResult& result,
                                            const Provenance& provenance);

}  // namespace cjm::cli
