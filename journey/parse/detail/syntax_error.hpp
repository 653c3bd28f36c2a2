// Owns: syntax errors of TOML in words that help. Must not know: journeys.
#pragma once
#include <memory>
#include <string_view>

#include "base/diagnostic.hpp"

namespace cjm::detail {

/// What is wrong with the syntax, said in our words, with a hint for the usual slips.
///
/// description  what the TOML library says
/// place        where it noticed; often just behind what is wrong
[[nodiscard]] Diagnostic explain_syntax_error(const std::shared_ptr<const SourceText>& source,
                                              std::string_view description, SourcePoint place);

}  // namespace cjm::detail
