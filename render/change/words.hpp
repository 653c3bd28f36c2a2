// Owns: what a scenario changes and how its figures differ, in the words that every view draws.
// Must not know: layouts, colours.
#pragma once
#include <string>
#include <vector>

#include "render/change/field_words.hpp"
#include "simulate/change_result.hpp"

namespace cjm::render {

/// Whether a difference is told from 0: its interval leaves 0 out, or it is exact and not 0.
[[nodiscard]] bool told_from_nothing(const MaybeEstimate& difference);

class ChangeWords : public FieldWords {
  public:
    /// Both must outlive the words. journey  as the scenario changes it
    ChangeWords(const Journey& journey, const ChangeResult& change)
        : FieldWords(journey), change_(&change) {}

    /// "changed", "new", "gone".
    [[nodiscard]] std::string kind(ChangeKind kind) const;

    /// A difference of shares: "+2.1 points (1.9–2.3)", without an interval where it is exact.
    [[nodiscard]] std::string points(const Estimate& difference) const;
    /// The same without the unit: "+2.1 (1.9–2.3)".
    [[nodiscard]] std::string short_points(const Estimate& difference) const;

    /// Lines for the title block: how the ends of the journey differ, and what is marked. Where
    /// nothing differs, that in so many words.
    [[nodiscard]] std::vector<std::string> heading() const;
    /// Whether success differs, as far as its interval can tell.
    [[nodiscard]] bool success_is_clear() const;

  private:
    [[nodiscard]] std::string figure(Message name, const Estimate& difference) const;
    [[nodiscard]] std::string figures() const;
    [[nodiscard]] std::string marked() const;

    const ChangeResult* change_;
};

}  // namespace cjm::render
