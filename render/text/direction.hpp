// Owns: the direction that a paragraph is read in. Must not know: fonts.
#pragma once
#include <string_view>

namespace cjm::render {

/// Direction of the first letter that has one; all lines of one paragraph have its direction.
[[nodiscard]] bool is_right_to_left(std::string_view paragraph);

}  // namespace cjm::render
