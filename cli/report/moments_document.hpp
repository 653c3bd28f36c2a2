// Owns: what a report on moments of truth shows, in which order and words. Must not know:
// terminals, Markdown, how the figures were computed.
#pragma once
#include "cli/report/document.hpp"
#include "cli/report/moments_words.hpp"
#include "cli/report/provenance.hpp"

namespace cjm::cli {

/// The report in the journey's language: which touchpoints are moments of truth, their ranks,
/// what to do about each, personas, other ratios, settings.
///
/// journey  the journey that was run, a scenario already applied
[[nodiscard]] Document moments_document(const Journey& journey, const MomentsResult& result,
                                        const Provenance& provenance);

/// Its parts.
[[nodiscard]] Table moments_table(const MomentsWords& words);
/// A sentence or two for each moment of truth, by impact.
[[nodiscard]] std::vector<std::string> moments_advice(const MomentsWords& words);
/// The author's own moments of truth beside those found; none where there are neither.
[[nodiscard]] std::optional<Section> moments_declared_section(const MomentsWords& words);
/// Ranks under other ratios of bad to good; none where they were not asked for.
[[nodiscard]] std::optional<Section> moments_sweep_section(const MomentsWords& words);
/// Rank and impact of those found, for a report about something else; none where none is found or
/// declared.
[[nodiscard]] std::optional<Section> moments_beside_section(const MomentsWords& words);
[[nodiscard]] Section moments_settings_section(const MomentsWords& words,
                                               const Provenance& provenance);

}  // namespace cjm::cli
