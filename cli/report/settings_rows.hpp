// Owns: the section of a report that says how its numbers were made. Must not know: what is in it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "cli/report/document.hpp"
#include "cli/report/journey_words.hpp"
#include "cli/report/provenance.hpp"

namespace cjm::cli {

/// Rows of titles and values, in the order in which they were added.
class SettingsRows {
  public:
    explicit SettingsRows(const JourneyWords& words) : words_(words) {}

    void add(Message title, std::string value);
    /// The section; program and journey file come last, where they are known.
    [[nodiscard]] Section section(const Provenance& provenance);

  private:
    const JourneyWords& words_;
    std::vector<std::pair<std::string, std::string>> rows_;
};

}  // namespace cjm::cli
