// Owns: what an author notes beside the numbers of a touchpoint: tags, texts of rows, who helps.
// Must not know: what is advised about it.
#pragma once
#include <cstddef>
#include <string_view>

#include "journey/model.hpp"

namespace cjm {

[[nodiscard]] bool has_tag(const Touchpoint& touchpoint, std::string_view tag);

/// Whether the author declared it a moment of truth.
[[nodiscard]] bool is_declared(const Touchpoint& touchpoint);

/// Whether it has the tag "support" or "service", in Vietnamese "ho-tro" or "hỗ trợ".
[[nodiscard]] bool is_support(const Touchpoint& touchpoint);

/// Whether a touchpoint or the stage it belongs to has texts in a row.
[[nodiscard]] bool fills_row(const Journey& journey, const Touchpoint& touchpoint, BuiltInRow row);

/// Whether the journey is a map with tags, texts or people, and no bare model of numbers.
[[nodiscard]] bool is_annotated(const Journey& journey);

/// Whether a touchpoint offers support (by its tag, or texts in that row), or somewhere that it
/// leads to in one step, after any experience and for any persona, has the tag.
[[nodiscard]] bool support_near(const Journey& journey, const Touchpoint& touchpoint);

}  // namespace cjm
