// Owns: which figures of a comparison a report shows, in which order and words. Must not know:
// terminals, Markdown, how the figures were computed.
#pragma once
#include <optional>

#include "cli/report/comparison.hpp"
#include "cli/report/document.hpp"

namespace cjm::cli {

class ComparisonWords;

/// The report on a comparison in the language of the journey as it is: which scenario helps most
/// and how surely, what each changes, costs and brings, then each of them figure by figure.
[[nodiscard]] Document comparison_document(const ComparedJourneys& compared);

// The parts; none where one has nothing to say.

[[nodiscard]] std::vector<std::string> comparison_headline(const ComparisonWords& words);
[[nodiscard]] Section comparison_section(const ComparisonWords& words);
[[nodiscard]] std::optional<Section> worth_section(const ComparisonWords& words);
[[nodiscard]] Section scenario_section(const ComparisonWords& words, std::size_t index);
[[nodiscard]] std::optional<Section> budget_section(const ComparisonWords& words);
[[nodiscard]] Section comparison_settings_section(const ComparisonWords& words);

/// Of a table with a line for each scenario: their titles may be long, and must be told apart.
[[nodiscard]] Column scenario_column(const ComparisonWords& words);

}  // namespace cjm::cli
