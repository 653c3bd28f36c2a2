#include "journey/shipped_text.hpp"

#include "base/contract.hpp"

namespace cjm {

std::string_view ShippedText::text(Language language) const {
    return language == Language::vietnamese ? vietnamese : english;
}

std::string_view ShippedText::summary(Language language) const {
    constexpr std::string_view comment = "# ";
    const std::string_view first = text(language).substr(0, text(language).find('\n'));
    CJM_EXPECTS(first.starts_with(comment));
    return first.substr(comment.size());
}

}  // namespace cjm
