// Owns: the JSON Schema of journey files, for editors that complete and check TOML while it is typed.
// Must not know: the parser; a test keeps the two in step.
#pragma once
#include <string_view>

namespace cjm {

/// JSON Schema (draft 7) of a journey file: every key with its type, range and meaning. It cannot say what needs
/// more than one place of the file, such as sums and names that must exist: `cjm check` does. Ends with a newline.
[[nodiscard]] std::string_view journey_schema();

}  // namespace cjm
