#include <algorithm>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "render/pptx/drawingml.hpp"
#include "render/pptx/scaffold.hpp"
#include "render/pptx/slide.hpp"
#include "render/pptx/xml_part.hpp"
#include "render/pptx/zip.hpp"
#include "render/writers.hpp"

namespace cjm::render {
namespace {

using detail::add;
using detail::Media;
using detail::Slide;
using detail::SlideTarget;
using detail::ZipMember;

constexpr const char* office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* package = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* part_type = "application/vnd.openxmlformats-officedocument.";

std::string relations(const std::vector<SlideTarget>& targets) {
    pugi::xml_document document;
    const pugi::xml_node root =
        add(document, "Relationships", {{"xmlns", fmt::format("{}relationships", package)}});
    int number = 0;
    for (const SlideTarget& target : targets) {
        const bool whole = target.type.find(':') != std::string::npos;  // no relation of Office
        const pugi::xml_node relation = add(root, "Relationship",
                                            {{"Id", fmt::format("rId{}", ++number)},
                                             {"Type", whole ? target.type : office + target.type},
                                             {"Target", target.target}});
        if (target.external) pugi::xml_node(relation).append_attribute("TargetMode") = "External";
    }
    return detail::text_of(document);
}

std::string content_types(std::size_t slides) {
    pugi::xml_document document;
    const pugi::xml_node root =
        add(document, "Types", {{"xmlns", fmt::format("{}content-types", package)}});
    for (const auto& [suffix, type] :
         {std::pair<const char*, std::string>{"rels",
                                              "application/vnd.openxmlformats-package."
                                              "relationships+xml"},
          {"xml", "application/xml"},
          {"png", "image/png"},
          {"svg", "image/svg+xml"}})
        add(root, "Default", {{"Extension", suffix}, {"ContentType", type}});
    const auto part = [&](const std::string& name, const std::string& type) {
        add(root, "Override", {{"PartName", name}, {"ContentType", type}});
    };
    const auto office_part = [&](const std::string& name, const char* type) {
        part(name, fmt::format("{}{}+xml", part_type, type));
    };
    office_part("/ppt/presentation.xml", "presentationml.presentation.main");
    office_part("/ppt/presProps.xml", "presentationml.presProps");
    office_part("/ppt/viewProps.xml", "presentationml.viewProps");
    office_part("/ppt/tableStyles.xml", "presentationml.tableStyles");
    office_part("/ppt/theme/theme1.xml", "theme");
    office_part("/ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster");
    office_part("/ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout");
    for (std::size_t i = 1; i <= slides; ++i)
        office_part(fmt::format("/ppt/slides/slide{}.xml", i), "presentationml.slide");
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    office_part("/docProps/app.xml", "extended-properties");
    return detail::text_of(document);
}

/// The relationships of the presentation: the master, the slides, then what it always has.
std::vector<SlideTarget> presentation_targets(std::size_t slides) {
    std::vector<SlideTarget> targets{{"slideMaster", "slideMasters/slideMaster1.xml"}};
    for (std::size_t i = 1; i <= slides; ++i)
        targets.push_back({"slide", fmt::format("slides/slide{}.xml", i)});
    targets.push_back({"presProps", "presProps.xml"});
    targets.push_back({"viewProps", "viewProps.xml"});
    targets.push_back({"theme", "theme/theme1.xml"});
    targets.push_back({"tableStyles", "tableStyles.xml"});
    return targets;
}

std::string presentation(const Picture& picture) {
    pugi::xml_document document;
    const pugi::xml_node root = detail::add_root(document, "p:presentation");
    pugi::xml_node(root).append_attribute("autoCompressPictures") = "0";
    add(add(root, "p:sldMasterIdLst"), "p:sldMasterId", {{"id", "2147483648"}, {"r:id", "rId1"}});
    const pugi::xml_node list = add(root, "p:sldIdLst");
    constexpr std::size_t first_slide = 256;
    for (std::size_t i = 0; i < picture.pages.size(); ++i)
        add(list, "p:sldId",
            {{"id", std::to_string(first_slide + i)}, {"r:id", fmt::format("rId{}", i + 2)}});
    const PageSize size = slide_size(picture);
    add(root, "p:sldSz",
        {{"cx", std::to_string(detail::emu(size.width))},
         {"cy", std::to_string(detail::emu(size.height))}});
    add(root, "p:notesSz", {{"cx", "6858000"}, {"cy", "9144000"}});
    return detail::text_of(document);
}

std::vector<SlideTarget> package_targets() {
    return {{"officeDocument", "ppt/presentation.xml"},
            {fmt::format("{}relationships/metadata/core-properties", package), "docProps/core.xml"},
            {"extended-properties", "docProps/app.xml"}};
}

void append(std::vector<ZipMember>& members, std::vector<ZipMember> more) {
    std::move(more.begin(), more.end(), std::back_inserter(members));
}

}  // namespace

PageSize slide_size(const Picture& picture) {
    PageSize size;
    for (const Page& page : picture.pages) {
        size.width = std::max(size.width, page.width);
        size.height = std::max(size.height, page.height);
    }
    return size;
}

bool is_slide_size(PageSize size) {
    return std::min(size.width, size.height) >= least_slide_mm &&
           std::max(size.width, size.height) <= most_slide_mm;
}

std::string to_pptx(const Picture& picture) {
    CJM_EXPECTS(!picture.pages.empty());
    CJM_EXPECTS(is_slide_size(slide_size(picture)));
    const std::size_t slides = picture.pages.size();
    std::vector<ZipMember> members{
        {"[Content_Types].xml", content_types(slides)},
        {"_rels/.rels", relations(package_targets())},
        {"ppt/presentation.xml", presentation(picture)},
        {"ppt/_rels/presentation.xml.rels", relations(presentation_targets(slides))}};
    append(members, detail::constant_parts());
    Media media;
    for (std::size_t i = 0; i < slides; ++i) {
        Slide slide = detail::slide_of(picture, i, media);
        members.push_back({fmt::format("ppt/slides/slide{}.xml", i + 1), std::move(slide.xml)});
        members.push_back(
            {fmt::format("ppt/slides/_rels/slide{}.xml.rels", i + 1), relations(slide.targets)});
    }
    for (const Media::File& file : media.files())
        members.push_back({"ppt/media/" + file.name, *file.bytes});
    append(members, detail::property_parts({picture.title, picture.description, picture.provenance,
                                            picture.language, picture.created, slides}));
    return detail::zip_of(members);
}

}  // namespace cjm::render
