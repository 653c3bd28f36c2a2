#include "journey/parse/detail/syntax_error.hpp"

#include <fmt/format.h>

namespace cjm::detail {

Diagnostic explain_syntax_error(const std::shared_ptr<const SourceText>& source,
                                std::string_view description, SourcePoint place) {
    return {Severity::error,          "syntax", {source, place, {place.line, place.column + 1}},
            std::string(description), "",       {}};
}

}  // namespace cjm::detail
