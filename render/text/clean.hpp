// Owns: making any bytes into text that can be drawn. Must not know: fonts, file formats.
#pragma once
#include <string>
#include <string_view>

namespace cjm::render {

/// More code points than this of one paragraph are not drawn; an ellipsis takes their place.
inline constexpr long drawn_text_limit = 20'000;

/// The text as it is drawn, measured and written by every writer.
///
/// Invalid UTF-8 becomes U+FFFD; composed normal form (NFC), so that a search finds what was typed
/// decomposed; every kind of line break becomes "\n", none at either end; runs of blanks become one
/// space, none at the ends of a line; control characters, soft hyphens, noncharacters and marks
/// that turn the direction of what follows are left out.
[[nodiscard]] std::string clean_text(std::string_view bytes);

/// The bytes as UTF-8: what is none becomes U+FFFD, NUL is left out.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);

}  // namespace cjm::render
