// Owns: what an author changed, field by field, in words. Must not know: layouts, colours, figures.
#pragma once
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "journey/change.hpp"

namespace cjm::render {

class FieldWords {
  public:
    /// journey  as it is changed; must outlive the words
    explicit FieldWords(const Journey& journey)
        : journey_(&journey), numbers_(journey.language, journey.currency) {}

    /// "good visits 20 % → 45 % (Anxious patient)".
    [[nodiscard]] std::string field(const FieldChange& change) const;
    /// Each of them, at most so many; the last then says how many are left out. Of a wait the
    /// spread is left out where the mean is told.
    [[nodiscard]] std::vector<std::string> fields(const std::vector<FieldChange>& changes,
                                                  std::size_t most) const;
    /// The same for little room: what differs by persona is only said to do so.
    [[nodiscard]] std::vector<std::string> brief_fields(const std::vector<FieldChange>& changes,
                                                        std::size_t most) const;
    /// The first of the lines; where there are more, the last then says how many are left out.
    [[nodiscard]] std::vector<std::string> shortened(std::vector<std::string> lines,
                                                     std::size_t most) const;

    [[nodiscard]] std::string name_of_cause(const std::string& id) const;
    /// decimals  of a share in percent
    [[nodiscard]] std::string value(ChangedField field, const FieldValue& value,
                                    int decimals) const;
    [[nodiscard]] const NumberFormat& numbers() const { return numbers_; }

    template <class... Arguments>
    [[nodiscard]] std::string say(Message message, const Arguments&... arguments) const {
        return fmt::format(fmt::runtime(text(journey_->language, message)), arguments...);
    }

  private:
    [[nodiscard]] std::string name(const FieldChange& change) const;
    [[nodiscard]] std::string number_of(ChangedField field, double value, int decimals) const;
    [[nodiscard]] std::string from_to(const FieldChange& change) const;
    [[nodiscard]] std::string plain_field(const FieldChange& change) const;

    const Journey* journey_;
    NumberFormat numbers_;
};

}  // namespace cjm::render
