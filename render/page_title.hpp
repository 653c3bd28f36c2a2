// Owns: what a page of a picture is called. Must not know: file formats.
#pragma once
#include <string>

#include "render/picture.hpp"

namespace cjm::render {

/// The picture's title; of several pages with the page's label, or its number where it has none.
[[nodiscard]] std::string page_title(const Picture& picture, std::size_t page);

}  // namespace cjm::render
