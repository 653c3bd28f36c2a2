// Owns: keys and tables that are written twice. Must not know: other syntax errors.
#pragma once
#include <optional>

#include "journey/parse/detail/document.hpp"
#include "journey/parse/detail/syntax_scene.hpp"

namespace cjm::detail {

/// The error where the library refuses to define a name again; none for other errors.
[[nodiscard]] std::optional<Diagnostic> explain_duplicate(const SyntaxScene& scene,
                                                          const Value* before);

/// `name` of `[name]` or `[[name]]`, without spaces.
[[nodiscard]] std::string without_brackets(std::string_view header);

}  // namespace cjm::detail
