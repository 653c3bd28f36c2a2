// Owns: the sections of a simulation's report, one function each. Must not know: terminals,
// Markdown.
#pragma once
#include <optional>

#include "cli/report/document.hpp"
#include "cli/report/simulation_document.hpp"
#include "cli/report/simulation_words.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {

/// Adds a column of intervals, where the result has any: exact figures have none.
void add_interval(TableBuilder& table, const SimulationWords& words, int importance,
                  TableBuilder::MakeCell make_cell);

// Each returns none where it would have nothing to say.

/// The most frequent combinations of touchpoint and cause; only where there are enough to choose
/// from.
[[nodiscard]] std::optional<Section> leaks_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> ends_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> stages_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> touchpoints_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> causes_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> personas_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> time_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> money_section(const SimulationWords& words);
/// How customers get on between channels and through waits.
[[nodiscard]] std::optional<Section> seamlessness_section(const SimulationWords& words);
/// What a survey would say, of everybody and of those who answer.
[[nodiscard]] std::optional<Section> survey_section(const SimulationWords& words);
/// What a firm makes of silence, over a range of waits where the result has one.
[[nodiscard]] std::optional<Section> observer_section(const SimulationWords& words);
/// The three intervals of success, and each figure at the likely values beside its average.
[[nodiscard]] std::optional<Section> uncertainty_section(const SimulationWords& words);
/// Which uncertain values move success and margin most.
[[nodiscard]] std::optional<Section> measure_section(const SimulationWords& words);
/// Figures corrected by what the same customers do without the horizon.
[[nodiscard]] std::optional<Section> control_section(const SimulationWords& words);
[[nodiscard]] std::optional<Section> settings_section(const SimulationWords& words,
                                                      const Provenance& provenance);

}  // namespace cjm::cli
