// Owns: the section of a report that says how its numbers were made. Must not know: what is in it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "cli/report/document.hpp"
#include "cli/report/provenance.hpp"
#include "cli/report/report_words.hpp"

namespace cjm::cli {

/// Rows of titles and values, in the order in which they were added.
class SettingsRows {
  public:
    explicit SettingsRows(const ReportWords& words) : words_(words) {}

    void add(Message title, std::string value);
    /// The section; program and input, under that title, come last, where they are known.
    [[nodiscard]] Section section(const Provenance& provenance, Message input = Message::row_input);

  private:
    const ReportWords& words_;
    std::vector<std::pair<std::string, std::string>> rows_;
};

}  // namespace cjm::cli
