#include "render/pptx/xml_part.hpp"

#include <sstream>

#include "render/pptx/drawingml.hpp"

namespace cjm::render::detail {

pugi::xml_node add_root(pugi::xml_document& document, const char* name) {
    return add(document, name,
               {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                {"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"}});
}

void add_tree_head(pugi::xml_node tree) {
    const pugi::xml_node head = add(tree, "p:nvGrpSpPr");
    add(head, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(head, "p:cNvGrpSpPr");
    add(head, "p:nvPr");
    const pugi::xml_node transform = add(add(tree, "p:grpSpPr"), "a:xfrm");
    for (const char* corner : {"a:off", "a:ext", "a:chOff", "a:chExt"}) {
        const bool size = std::string(corner).ends_with("xt");
        add(transform, corner, {{size ? "cx" : "x", "0"}, {size ? "cy" : "y", "0"}});
    }
}

std::string text_of(const pugi::xml_document& document) {
    std::ostringstream bytes;
    bytes << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    document.save(bytes, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return bytes.str();
}

}  // namespace cjm::render::detail
