// Owns: the titles and numbers of a journey as every report writes them. Must not know: results.
#pragma once
#include <string>
#include <string_view>

#include "cli/report/report_words.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// A journey with the words for it in its language. Refers to it; the journey must outlive it.
class JourneyWords : public ReportWords {
  public:
    explicit JourneyWords(const Journey& journey);

    const Journey& journey;  // NOLINT: what every part reads
    /// Titles on one line, safe to show; an id that the journey does not know is its own title.
    [[nodiscard]] std::string touchpoint(TouchpointId touchpoint) const;
    [[nodiscard]] std::string touchpoint(std::string_view id) const;
    [[nodiscard]] std::string outcome(std::string_view id) const;
    [[nodiscard]] std::string stage(std::string_view id) const;
    [[nodiscard]] std::string persona(std::string_view id) const;
    [[nodiscard]] std::string cause(std::string_view id) const;
    /// Titles of the applied scenarios, joined by " + "; empty for the journey as it is.
    [[nodiscard]] std::string scenario() const;
};

}  // namespace cjm::cli
