// Owns: a source line with carets under a place. Must not know: what is wrong there.
#pragma once
#include <string>

#include "base/source.hpp"

namespace cjm::detail {

/// The line where the span begins, and under it a caret and tildes as far as it goes on that line;
/// each with its newline. Tabs become spaces, control characters their pictures; of a line wider
/// than a narrow terminal only the stretch around the span is shown. Nothing of a blank line.
/// Expects a span somewhere, with a line.
[[nodiscard]] std::string snippet(const SourceSpan& where);

}  // namespace cjm::detail
