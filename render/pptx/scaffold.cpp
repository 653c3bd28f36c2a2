#include "render/pptx/scaffold.hpp"

#include <string_view>

#include <fmt/format.h>

#include "render/pptx/drawingml.hpp"
#include "render/pptx/xml_part.hpp"
#include "render/text/clean.hpp"

namespace cjm::render::detail {
namespace {

/// The palette of the drawings as the theme's accents, so that new shapes match.
constexpr std::string_view theme = R"xml(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="cjm"><a:themeElements><a:clrScheme name="cjm"><a:dk1><a:srgbClr val="1B2430"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="4B5563"/></a:dk2><a:lt2><a:srgbClr val="D5DAE1"/></a:lt2><a:accent1><a:srgbClr val="0072B2"/></a:accent1><a:accent2><a:srgbClr val="009E73"/></a:accent2><a:accent3><a:srgbClr val="E69F00"/></a:accent3><a:accent4><a:srgbClr val="CC79A7"/></a:accent4><a:accent5><a:srgbClr val="56B4E9"/></a:accent5><a:accent6><a:srgbClr val="D55E00"/></a:accent6><a:hlink><a:srgbClr val="0072B2"/></a:hlink><a:folHlink><a:srgbClr val="9C4A78"/></a:folHlink></a:clrScheme><a:fontScheme name="cjm"><a:majorFont><a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Inter"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="cjm"><a:fillStyleLst>{0}{0}{0}</a:fillStyleLst><a:lnStyleLst>{1}{1}{1}</a:lnStyleLst><a:effectStyleLst>{2}{2}{2}</a:effectStyleLst><a:bgFillStyleLst>{0}{0}{0}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>)xml";
constexpr std::string_view theme_fill = R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)";
constexpr std::string_view theme_line =
    R"(<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>)";
constexpr std::string_view theme_effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";

constexpr std::string_view view_properties =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<p:viewPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>)";
constexpr std::string_view presentation_properties =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<p:presentationPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>)";
constexpr std::string_view table_styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>)";

/// Relationships rId1 to a layout and rId2 to the theme, or rId1 to the master.
constexpr std::string_view master_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" Target="../slideLayouts/slideLayout1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="../theme/theme1.xml"/></Relationships>)";
constexpr std::string_view layout_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster" Target="../slideMasters/slideMaster1.xml"/></Relationships>)";

/// The one placeholder, for the slides' titles.
void add_title_placeholder(pugi::xml_node tree) {
    constexpr Box top{10, 8, 300, 20};
    const pugi::xml_node shape = add(tree, "p:sp");
    const pugi::xml_node head = add(shape, "p:nvSpPr");
    add(head, "p:cNvPr", {{"id", "2"}, {"name", "Title 1"}});
    add(add(head, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    add(add(head, "p:nvPr"), "p:ph", {{"type", "title"}});
    const pugi::xml_node properties = add(shape, "p:spPr");
    add_place(add(properties, "a:xfrm"), top);
    add(add(properties, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    const pugi::xml_node body = add(shape, "p:txBody");
    add(add(body, "a:bodyPr"), "a:normAutofit");
    add(body, "a:lstStyle");
    add(add(body, "a:p"), "a:endParaRPr", {{"lang", "en-GB"}});
}

std::string layout() {
    pugi::xml_document document;
    const pugi::xml_node root = add_root(document, "p:sldLayout");
    pugi::xml_node(root).append_attribute("type") = "titleOnly";
    pugi::xml_node(root).append_attribute("preserve") = "1";
    const pugi::xml_node content = add(root, "p:cSld", {{"name", "Drawing"}});
    const pugi::xml_node tree = add(content, "p:spTree");
    add_tree_head(tree);
    add_title_placeholder(tree);
    add(add(root, "p:clrMapOvr"), "a:masterClrMapping");
    return text_of(document);
}

void add_text_style(pugi::xml_node styles, const char* name, const char* size) {
    const pugi::xml_node level = add(add(styles, name), "a:lvl1pPr", {{"algn", "l"}});
    add(level, "a:buNone");
    const pugi::xml_node look = add(level, "a:defRPr", {{"sz", size}});
    add(add(look, "a:solidFill"), "a:schemeClr", {{"val", "tx1"}});
    add(look, "a:latin", {{"typeface", "+mn-lt"}});
}

std::string master() {
    pugi::xml_document document;
    const pugi::xml_node root = add_root(document, "p:sldMaster");
    const pugi::xml_node content = add(root, "p:cSld");
    const pugi::xml_node background = add(add(content, "p:bg"), "p:bgPr");
    add(add(background, "a:solidFill"), "a:schemeClr", {{"val", "bg1"}});
    add(background, "a:effectLst");
    const pugi::xml_node tree = add(content, "p:spTree");
    add_tree_head(tree);
    add_title_placeholder(tree);
    add(root, "p:clrMap",
        {{"bg1", "lt1"},
         {"tx1", "dk1"},
         {"bg2", "lt2"},
         {"tx2", "dk2"},
         {"accent1", "accent1"},
         {"accent2", "accent2"},
         {"accent3", "accent3"},
         {"accent4", "accent4"},
         {"accent5", "accent5"},
         {"accent6", "accent6"},
         {"hlink", "hlink"},
         {"folHlink", "folHlink"}});
    // identities of masters and layouts begin at 2^31 and are all different
    add(add(root, "p:sldLayoutIdLst"), "p:sldLayoutId", {{"id", "2147483649"}, {"r:id", "rId1"}});
    const pugi::xml_node styles = add(root, "p:txStyles");
    add_text_style(styles, "p:titleStyle", "2400");
    add_text_style(styles, "p:bodyStyle", "1400");
    add_text_style(styles, "p:otherStyle", "1400");
    return text_of(document);
}

std::string core_properties(const DocumentWords& words) {
    pugi::xml_document document;
    const pugi::xml_node root = add(
        document, "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
         {"xmlns:dcterms", "http://purl.org/dc/terms/"},
         {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const auto tell = [&](const char* name, const std::string& value) {
        if (!value.empty()) add(root, name).text().set(clean_text(value).c_str());
    };
    tell("dc:title", words.title);
    tell("dc:creator", "cjm");
    tell("cp:keywords", words.keywords);
    tell("dc:description", words.description);
    tell("dc:language", words.language);
    for (const char* name : {"dcterms:created", "dcterms:modified"})
        if (!words.created.empty())
            add(root, name, {{"xsi:type", "dcterms:W3CDTF"}}).text().set(words.created.c_str());
    return text_of(document);
}

std::string application_properties(const DocumentWords& words) {
    pugi::xml_document document;
    const pugi::xml_node root = add(
        document, "Properties",
        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    add(root, "Application").text().set("cjm");
    add(root, "Slides").text().set(std::to_string(words.slides).c_str());
    return text_of(document);
}

}  // namespace

std::vector<ZipMember> constant_parts() {
    return {{"ppt/presProps.xml", std::string(presentation_properties)},
            {"ppt/viewProps.xml", std::string(view_properties)},
            {"ppt/tableStyles.xml", std::string(table_styles)},
            {"ppt/theme/theme1.xml",
             fmt::format(fmt::runtime(theme), theme_fill, theme_line, theme_effect)},
            {"ppt/slideMasters/slideMaster1.xml", master()},
            {"ppt/slideMasters/_rels/slideMaster1.xml.rels", std::string(master_relations)},
            {"ppt/slideLayouts/slideLayout1.xml", layout()},
            {"ppt/slideLayouts/_rels/slideLayout1.xml.rels", std::string(layout_relations)}};
}

std::vector<ZipMember> property_parts(const DocumentWords& words) {
    return {{"docProps/core.xml", core_properties(words)},
            {"docProps/app.xml", application_properties(words)}};
}

}  // namespace cjm::render::detail
