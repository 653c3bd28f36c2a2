// Owns: documents of a package: their root, namespaces and bytes. Must not know: what they hold.
#pragma once
#include <string>

#include <pugixml.hpp>

namespace cjm::render::detail {

/// The root of a part of a presentation, such as "p:sld", with the three namespaces declared.
pugi::xml_node add_root(pugi::xml_document& document, const char* name);
/// What each tree of shapes begins with: the group that is the tree itself.
void add_tree_head(pugi::xml_node tree);
/// The document as it is put into the package, without blanks between elements.
[[nodiscard]] std::string text_of(const pugi::xml_document& document);

}  // namespace cjm::render::detail
