// Owns: which key a Vietnamese word stands for. Must not know: where it was typed.
#pragma once
#include <string_view>

namespace cjm::detail {

/// The key of the format that such a word means, composed or not, with `_` or `-` for spaces, such
/// as "channel" for "kênh"; empty for any other.
[[nodiscard]] std::string_view key_meant(std::string_view typed);

}  // namespace cjm::detail
