// Owns: the titles and numbers of a journey as every report writes them. Must not know: results.
#pragma once
#include <string>
#include <string_view>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// A journey with the words for it in its language. Refers to it; the journey must outlive it.
class JourneyWords {
  public:
    explicit JourneyWords(const Journey& journey);

    const Journey& journey;  // NOLINT: what every part reads
    [[nodiscard]] const NumberFormat& number() const { return number_; }

    template <class... Arguments>
    [[nodiscard]] std::string say(Message message, const Arguments&... arguments) const {
        return std::string(text(journey.language, message, arguments...));
    }

    /// Titles on one line, safe to show; an id that the journey does not know is its own title.
    [[nodiscard]] std::string touchpoint(TouchpointId touchpoint) const;
    [[nodiscard]] std::string touchpoint(std::string_view id) const;
    [[nodiscard]] std::string outcome(std::string_view id) const;
    [[nodiscard]] std::string stage(std::string_view id) const;
    [[nodiscard]] std::string persona(std::string_view id) const;
    [[nodiscard]] std::string cause(std::string_view id) const;
    /// Titles of the applied scenarios, joined by " + "; empty for the journey as it is.
    [[nodiscard]] std::string scenario() const;

  private:
    NumberFormat number_;
};

}  // namespace cjm::cli
