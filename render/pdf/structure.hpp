// Owns: what screen readers need of a PDF and cairo does not write. Must not know: painting.
#pragma once
#include <string>

#include "render/picture.hpp"

namespace cjm::render::detail {

/// The PDF with its language, its title to be shown as the window's, one document as the root of
/// its structure, and for each group its title and what it says: groups without text and images
/// become figures.
///
/// pdf      as cairo wrote it of this picture, tags in the order of painting
/// returns  the same bytes for the same bytes
/// errors   std::runtime_error where the PDF cannot be read
[[nodiscard]] std::string with_structure(const std::string& pdf, const Picture& picture);

}  // namespace cjm::render::detail
