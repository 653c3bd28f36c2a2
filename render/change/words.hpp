// Owns: what a scenario changes, in the words that every view draws. Must not know: layouts,
// colours.
#pragma once
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "simulate/change_result.hpp"

namespace cjm::render {

/// Whether a difference is told from 0: its interval leaves 0 out, or it is exact and not 0.
[[nodiscard]] bool told_from_nothing(const MaybeEstimate& difference);

class ChangeWords {
  public:
    /// Both must outlive the words. journey  as the scenario changes it
    ChangeWords(const Journey& journey, const ChangeResult& change)
        : journey_(&journey), change_(&change), numbers_(journey.language, journey.currency) {}

    /// "changed", "new", "gone".
    [[nodiscard]] std::string kind(ChangeKind kind) const;
    /// "good visits 20 % → 45 % (Anxious patient)".
    [[nodiscard]] std::string field(const FieldChange& change) const;
    /// Each of them, at most so many; the last then says how many are left out. Of a wait the
    /// spread is left out where the mean is told.
    [[nodiscard]] std::vector<std::string> fields(const std::vector<FieldChange>& changes,
                                                  std::size_t most) const;

    /// The same for little room: what differs by persona is only said to do so.
    [[nodiscard]] std::vector<std::string> brief_fields(const std::vector<FieldChange>& changes,
                                                        std::size_t most) const;

    /// A difference of shares: "+2.1 points (1.9–2.3)", without an interval where it is exact.
    [[nodiscard]] std::string points(const Estimate& difference) const;
    /// The same without the unit: "+2.1 (1.9–2.3)".
    [[nodiscard]] std::string short_points(const Estimate& difference) const;

    /// Lines for the title block: how the ends of the journey differ, and what is marked. Where
    /// nothing differs, that in so many words.
    [[nodiscard]] std::vector<std::string> heading() const;

  private:
    template <class... Arguments>
    [[nodiscard]] std::string say(Message message, const Arguments&... arguments) const {
        return fmt::format(fmt::runtime(text(journey_->language, message)), arguments...);
    }
    [[nodiscard]] std::string name_of_cause(const std::string& id) const;
    [[nodiscard]] std::string name(const FieldChange& change) const;
    [[nodiscard]] std::string value(ChangedField field, const FieldValue& value,
                                    int decimals) const;
    [[nodiscard]] std::string number_of(ChangedField field, double value, int decimals) const;
    [[nodiscard]] std::string from_to(const FieldChange& change) const;
    [[nodiscard]] std::string plain_field(const FieldChange& change) const;
    [[nodiscard]] std::vector<std::string> shortened(std::vector<std::string> lines,
                                                     std::size_t most) const;
    [[nodiscard]] std::string figure(Message name, const Estimate& difference) const;
    [[nodiscard]] std::string figures() const;
    [[nodiscard]] std::string marked() const;

    const Journey* journey_;
    const ChangeResult* change_;
    NumberFormat numbers_;
};

}  // namespace cjm::render
