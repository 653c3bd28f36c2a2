#include "render/pdf/structure.hpp"

#include <algorithm>
#include <vector>

#define POINTERHOLDER_TRANSITION 4  // qpdf 11 asks which of its two kinds of pointer is meant
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "render/overloaded.hpp"
#include "render/text/clean.hpp"

namespace cjm::render::detail {
namespace {

using Handle = QPDFObjectHandle;

Handle words(const std::string& text) {
    return Handle::newUnicodeString(clean_text(text));
}

/// The structure elements right below one, without marks of content and references.
std::vector<Handle> elements_below(Handle element) {
    Handle kids = element.getKey("/K");
    std::vector<Handle> all = kids.isArray() ? kids.getArrayAsVector() : std::vector<Handle>{kids};
    std::erase_if(all, [](Handle& kid) { return !kid.isDictionary() || !kid.hasKey("/S"); });
    return all;
}

bool any_item(const Group& group, bool (*holds)(const Item&)) {
    return std::any_of(group.items.begin(), group.items.end(), [&](const Item& item) {
        const auto* inner = std::get_if<Group>(&item);
        return holds(item) || (inner != nullptr && any_item(*inner, holds));
    });
}

bool is_text(const Item& item) {
    return std::holds_alternative<TextItem>(item);
}

bool is_titled(const Item& item) {
    const auto* group = std::get_if<Group>(&item);
    return group != nullptr && !group->title.empty();
}

std::string told(const Group& group) {
    return group.description.empty() ? group.title : group.title + ". " + group.description;
}

/// Goes through groups and elements side by side.
class Teller {
  public:
    void tell(const Group& group, const std::vector<Handle>& elements, std::size_t& next) {
        if (group.title.empty()) {
            tell_items(group, elements, next);
        } else if (next < elements.size()) {
            tell_titled(group, elements[next++]);
        }
    }

  private:
    void tell_items(const Group& group, const std::vector<Handle>& elements, std::size_t& next) {
        for (const Item& item : group.items)
            std::visit(Overloaded{[&](const Group& inner) { tell(inner, elements, next); },
                                  [&](const TextItem&) { ++next; },
                                  [&](const Image& image) {
                                      if (next >= elements.size()) return;
                                      Handle figure = elements[next++];
                                      figure.replaceKey("/Alt", words(image.description));
                                  },
                                  [](const auto&) {}},
                       item);
    }

    void tell_titled(const Group& group, Handle element) {
        element.replaceKey("/T", words(group.title));
        if (!any_item(group, is_text)) {
            element.replaceKey("/S", Handle::newName("/Figure"));
            element.replaceKey("/Alt", words(told(group)));
        } else if (!group.description.empty() && !any_item(group, is_titled)) {
            // told in place of the fragments of text in it; groups of groups tell by their parts
            element.replaceKey("/Alt", words(told(group)));
        }
        std::size_t next = 0;
        tell_items(group, elements_below(element), next);
    }
};

/// Puts one element of the kind "document" between the root and the rest.
void put_into_document(QPDF& pdf, Handle root) {
    Handle document = pdf.makeIndirectObject(Handle::newDictionary());
    document.replaceKey("/Type", Handle::newName("/StructElem"));
    document.replaceKey("/S", Handle::newName("/Document"));
    document.replaceKey("/P", root);
    document.replaceKey("/K", root.getKey("/K"));
    for (Handle element : elements_below(root)) element.replaceKey("/P", document);
    root.replaceKey("/K", document);
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string with_structure(const std::string& pdf_bytes, const Picture& picture) {
    QPDF pdf;
    pdf.processMemoryFile("the PDF", pdf_bytes.data(), pdf_bytes.size());
    Handle catalogue = pdf.getRoot();
    catalogue.replaceKey("/Lang", words(picture.language.empty() ? "en" : picture.language));
    Handle preferences = Handle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
    catalogue.replaceKey("/ViewerPreferences", preferences);
    Handle root = catalogue.getKey("/StructTreeRoot");
    if (root.isDictionary()) {
        // else readers take the structure for unfinished
        Handle marks = Handle::newDictionary();
        marks.replaceKey("/Marked", Handle::newBool(true));
        catalogue.replaceKey("/MarkInfo", marks);
        const std::vector<Handle> elements = elements_below(root);
        Teller teller;
        std::size_t next = 0;
        for (const Page& page : picture.pages) teller.tell(page.content, elements, next);
        put_into_document(pdf, root);
    }
    return written(pdf);
}

}  // namespace cjm::render::detail
