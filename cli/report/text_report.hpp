// Owns: a simulation's report as text for a terminal. Must not know: where it is written.
#pragma once
#include <string>

#include "cli/report/document.hpp"
#include "cli/report/simulation_document.hpp"
#include "cli/report/text_table.hpp"

namespace cjm::cli {

struct TextOptions {
    int width = 80;                          ///< columns of the terminal; 0 = no limit
    bool colour = false;                     ///< ANSI escapes allowed
    std::string program, input_sha256;       ///< see Provenance
    const MomentsResult* moments = nullptr;  ///< see simulation_document()
};

/// The report on a simulation as a consultant reads it, in the journey's language. No line is wider
/// than `width` (from 24 columns on) or ends in spaces. Ends with a newline.
[[nodiscard]] std::string text_report(const Journey& journey, const SimulationResult& result,
                                      const TextOptions& options);

/// Any report as text.
[[nodiscard]] std::string document_text(const Document& document, const TextStyle& style);

}  // namespace cjm::cli
