#include "journey/parse/detail/subject.hpp"

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm::detail {

std::string Subject::words() const {
    switch (form_) {
        case Form::section:
            return fmt::format("[{}]", first_);
        case Form::thing: {
            auto words = second_.empty() ? fmt::format("this {}", first_)
                                         : fmt::format("{} {}", first_, quoted(second_));
            return parent_ ? fmt::format("{} of {}", words, parent_->words()) : words;
        }
        case Form::key:
            return fmt::format("{} of {}", first_, parent_->words());
        case Form::entry:
            return fmt::format("{} in {}", quoted(first_), parent_->words());
        case Form::persona:
            return fmt::format("{} for {}", parent_->words(), quoted(first_));
    }
    return {};
}

}  // namespace cjm::detail
