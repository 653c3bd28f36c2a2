// Owns: a simulation's report as Markdown. Must not know: where it is written.
#pragma once
#include <string>
#include <string_view>

#include "cli/report/document.hpp"
#include "cli/report/simulation_document.hpp"

namespace cjm::cli {

/// The report on a simulation as Markdown with tables (CommonMark and the GitHub table extension),
/// to be pasted into a client's report: the content of text_report without bars. In the journey's
/// language. Ends with a newline.
[[nodiscard]] std::string markdown_report(const Journey& journey, const SimulationResult& result,
                                          const Provenance& provenance,
                                          const MomentsResult* moments = nullptr);

/// Any report as Markdown.
[[nodiscard]] std::string document_markdown(const Document& document);

/// The words with everything escaped that Markdown would take as markup, on one line.
[[nodiscard]] std::string escape_markdown(std::string_view words);

}  // namespace cjm::cli
