// Owns: a language with its words and numbers, as every report uses them. Must not know: what is
// reported.
#pragma once
#include <string>
#include <utility>

#include "base/message.hpp"
#include "base/number_format.hpp"

namespace cjm::cli {

class ReportWords {
  public:
    explicit ReportWords(NumberFormat number) : number_(std::move(number)) {}

    [[nodiscard]] const NumberFormat& number() const { return number_; }

    template <class... Arguments>
    [[nodiscard]] std::string say(Message message, const Arguments&... arguments) const {
        return std::string(text(number_.language(), message, arguments...));
    }

  private:
    NumberFormat number_;
};

}  // namespace cjm::cli
