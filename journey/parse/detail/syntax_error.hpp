// Owns: syntax errors of TOML in words that help. Must not know: journeys, the TOML library.
#pragma once
#include <memory>
#include <string_view>

#include "base/diagnostic.hpp"
#include "journey/parse/detail/document.hpp"

namespace cjm::detail {

struct SyntaxError {
    Diagnostic diagnostic;
    /// Whether the mistake lies within its line, so that the lines after it can still be read.
    bool within_line = true;
};

/// What is wrong with the syntax, said in our words, with a hint for the usual slips.
///
/// description  what the TOML library says
/// place        where it noticed; often just behind what is wrong
/// before       what the lines before that one say, where they could be read; tells where a name
/// was
///              defined first
[[nodiscard]] SyntaxError explain_syntax_error(const std::shared_ptr<const SourceText>& source,
                                               std::string_view description, SourcePoint place,
                                               const Value* before);

}  // namespace cjm::detail
