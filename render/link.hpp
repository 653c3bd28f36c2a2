// Owns: which links a drawing may carry. Must not know: file formats.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cjm::render {

/// The link as it may be written into a file: http, https or mailto, every character that is not
/// plain ASCII of an address percent-encoded (quotes, brackets and backslashes too, so that no
/// format needs to escape it further than
/// "&"). None for any other scheme and for links with control characters or blanks, which are not
/// drawn as links.
[[nodiscard]] std::optional<std::string> safe_link(std::string_view link);

}  // namespace cjm::render
