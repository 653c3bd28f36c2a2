// Owns: the parts of a presentation that hold no drawing: master, layout, theme, properties. Must
// not know: slides' content.
#pragma once
#include <string>
#include <vector>

#include "render/pptx/zip.hpp"

namespace cjm::render::detail {

/// Parts that are the same in every file: master, layout, their relationships, theme, view and
/// presentation properties, table styles. PowerPoint repairs files that lack one of them.
[[nodiscard]] std::vector<ZipMember> constant_parts();

/// docProps/core.xml and app.xml.
struct DocumentWords {
    std::string title, description, keywords, language, created;
    std::size_t slides = 0;
};
[[nodiscard]] std::vector<ZipMember> property_parts(const DocumentWords& words);

}  // namespace cjm::render::detail
