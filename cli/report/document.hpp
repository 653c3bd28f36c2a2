// Owns: a report as plain data: sentences and tables under headings, in the reader's language.
// Must not know: terminals, Markdown, how the figures were computed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/report/table.hpp"

namespace cjm::cli {

struct Section {
    std::string heading;
    std::vector<std::string> sentences;  ///< before the table
    std::optional<Table> table;
    std::vector<std::string> notes;  ///< small print after the table
};

struct Document {
    std::string title;
    std::string subtitle;           ///< may be empty
    std::vector<std::string> lead;  ///< paragraphs: what to know if nothing else is read
    std::vector<Section> sections;
};

}  // namespace cjm::cli
