// Owns: SVG spellings of shapes, fills, strokes and patterns. Must not know: documents, text.
#pragma once
#include <string>
#include <string_view>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// ` name="value"`, with the blank before it; so are all attributes here.
[[nodiscard]] std::string attribute(std::string_view name, double value);
[[nodiscard]] std::string box_attributes(const Box& box);
/// Empty for no fill; a pattern refers to pattern_id().
[[nodiscard]] std::string fill_attributes(const std::optional<Fill>& fill);
[[nodiscard]] std::string stroke_attributes(const std::optional<Stroke>& stroke);

/// Value of `d`.
[[nodiscard]] std::string path_data(const Path& path);

/// Name of a pattern fill within a file, the same for equal fills.
[[nodiscard]] std::string pattern_id(const Fill& fill);
/// The <pattern> that pattern_id() refers to.
[[nodiscard]] std::string pattern_element(const Fill& fill);

}  // namespace cjm::render::detail
