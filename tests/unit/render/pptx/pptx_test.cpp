#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "render/writers.hpp"
#include "tests/support/package.hpp"
#include "tests/support/sample_picture.hpp"

using namespace cjm::render;
using Catch::Matchers::Contains;
using cjm::testing::document_of;
using cjm::testing::members_of;

namespace {

using Members = std::map<std::string, std::string>;

Picture one_item(const Item& item) {
    Page page{100, 50, {255, 255, 255, 1}, {}, "Page 1"};
    page.content.items.push_back(item);
    return {"Tết", "", "vi", "", {page}};
}

Picture one_line(const std::string& words, const std::string& link = "") {
    TextItem item = placed_at(set_text(words, {}, std::numeric_limits<double>::infinity()), {5, 5});
    item.link = link;
    return one_item(item);
}

std::shared_ptr<pugi::xml_document> slide_of(const Picture& picture, int number = 1) {
    return document_of(
        members_of(to_pptx(picture)).at("ppt/slides/slide" + std::to_string(number) + ".xml"));
}

/// All nodes of a name, at any depth.
std::vector<pugi::xml_node> all(const pugi::xml_node& root, const char* name) {
    std::vector<pugi::xml_node> found;
    for (const auto& hit : root.select_nodes((std::string(".//*[name()='") + name + "']").c_str()))
        found.push_back(hit.node());
    return found;
}

pugi::xml_node only(const pugi::xml_node& root, const char* name) {
    const auto found = all(root, name);
    REQUIRE(found.size() == 1);
    return found[0];
}

/// Name of the part that a relationship in `rels` leads to.
std::string target_of(const std::string& rels, const std::string& target) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(rels).parent_path().parent_path();
    return (folder / target).lexically_normal().string();
}

void check_relationships(const Members& members) {
    int followed = 0;
    for (const auto& [name, text] : members) {
        if (!name.ends_with(".rels")) continue;
        std::set<std::string> ids;
        for (const auto& relation : all(*document_of(text), "Relationship")) {
            INFO(name << " " << relation.attribute("Target").value());
            CHECK(ids.insert(relation.attribute("Id").value()).second);
            if (std::string(relation.attribute("TargetMode").value()) == "External") continue;
            CHECK(members.count(target_of(name, relation.attribute("Target").value())) == 1);
            ++followed;
        }
        // every reference of the part has its relationship
        const std::string part = target_of(name, std::filesystem::path(name).stem().string());
        if (members.count(part) == 0) continue;
        const auto document = document_of(members.at(part));
        for (const auto& hit : document->select_nodes("//@*[starts-with(name(), 'r:')]"))
            CHECK(ids.count(hit.attribute().value()) == 1);
    }
    CHECK(followed > 10);
}

void check_content_types(const Members& members) {
    const auto types = document_of(members.at("[Content_Types].xml"));
    std::set<std::string> parts, suffixes;
    for (const auto& part : all(*types, "Override")) {
        const std::string name = std::string(part.attribute("PartName").value()).substr(1);
        INFO(name);
        CHECK(parts.insert(name).second);
        CHECK(members.count(name) == 1);
    }
    for (const auto& kind : all(*types, "Default"))
        suffixes.insert(kind.attribute("Extension").value());
    for (const auto& [name, text] : members) {
        const std::string suffix = name.substr(name.rfind('.') + 1);
        INFO(name);
        // a part of plain XML says which kind it is
        if (name != "[Content_Types].xml")
            CHECK(parts.count(name) + (suffix == "xml" ? 0 : suffixes.count(suffix)) == 1);
    }
}

void check_identities(const pugi::xml_node& slide) {
    std::set<std::string> ids;
    for (const auto& identity : all(slide, "p:cNvPr"))
        CHECK(ids.insert(identity.attribute("id").value()).second);
}

/// Millimetres of an attribute in English metric units.
double mm(const pugi::xml_attribute& attribute) {
    return attribute.as_double() / 36'000;
}

}  // namespace

TEST_CASE("pptx: a whole package, every part named, typed and reachable", "[render][pptx]") {
    Picture picture = testing::sample(ThemeName::light);
    picture.pages.push_back(picture.pages[0]);
    const Members members = members_of(to_pptx(picture));
    for (const char* part :
         {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml",
          "ppt/_rels/presentation.xml.rels", "ppt/presProps.xml", "ppt/viewProps.xml",
          "ppt/tableStyles.xml", "ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml",
          "ppt/slideMasters/_rels/slideMaster1.xml.rels", "ppt/slideLayouts/slideLayout1.xml",
          "ppt/slideLayouts/_rels/slideLayout1.xml.rels", "ppt/slides/slide1.xml",
          "ppt/slides/slide2.xml", "docProps/core.xml", "docProps/app.xml"})
        CHECK(members.count(part) == 1);
    for (const auto& [name, text] : members)
        if (name.ends_with(".xml") || name.ends_with(".rels")) document_of(text);
    check_relationships(members);
    check_content_types(members);
    check_identities(*document_of(members.at("ppt/slides/slide1.xml")));
}

TEST_CASE("pptx: identities of masters, layouts and slides are in their ranges", "[render][pptx]") {
    const Members members = members_of(to_pptx(testing::sample(ThemeName::light)));
    const auto presentation = document_of(members.at("ppt/presentation.xml"));
    const auto master = only(*presentation, "p:sldMasterId").attribute("id").as_ullong();
    const auto layout =
        only(*document_of(members.at("ppt/slideMasters/slideMaster1.xml")), "p:sldLayoutId")
            .attribute("id")
            .as_ullong();
    CHECK(master >= 2147483648);
    CHECK(layout >= 2147483648);
    CHECK(master != layout);
    const auto slide = only(*presentation, "p:sldId").attribute("id").as_ullong();
    CHECK(slide >= 256);
    CHECK(slide < 2147483648);
    const auto theme = document_of(members.at("ppt/theme/theme1.xml"));
    for (const char* list :
         {"a:fillStyleLst", "a:lnStyleLst", "a:effectStyleLst", "a:bgFillStyleLst"}) {
        const auto children = only(*theme, list).children();
        CHECK(std::distance(children.begin(), children.end()) == 3);
    }
}

TEST_CASE("pptx: slides of exactly the paper's size", "[render][pptx]") {
    for (const std::string_view paper : paper_names())
        for (const Orientation way : {Orientation::portrait, Orientation::landscape}) {
            Picture picture = one_line("a");
            const PageSize size = *paper_from(paper, way);
            picture.pages[0].width = size.width;
            picture.pages[0].height = size.height;
            REQUIRE(is_slide_size(slide_size(picture)));
            const auto written = only(
                *document_of(members_of(to_pptx(picture)).at("ppt/presentation.xml")), "p:sldSz");
            INFO(paper);
            CHECK(std::abs(mm(written.attribute("cx")) - size.width) < 0.05);
            CHECK(std::abs(mm(written.attribute("cy")) - size.height) < 0.05);
        }
    CHECK_FALSE(is_slide_size({56 * 25.4 + 1, 100}));
    CHECK_FALSE(is_slide_size({100, 25}));
}

TEST_CASE("pptx: text is kept as paragraphs, in place and in the right size", "[render][pptx]") {
    TextStyle style;
    style.size_pt = 10.5;
    style.weight = Weight::bold;
    style.colour = {0x12, 0x34, 0x56, 1};
    style.align = Align::centre;
    const std::string words =
        "Khách hàng gọi tổng đài rồi chờ máy rất lâu trước khi có người trả lời";
    const TextItem item = placed_at(set_text(words, style, 40), {20, 10});
    REQUIRE(item.lines.size() > 2);
    const auto slide = slide_of(one_item(item));
    const auto texts = all(*slide, "a:t");
    REQUIRE(texts.size() == 2);  // the slide's title stands before it
    CHECK(texts[1].text().get() == words);
    const auto look = texts[1].parent().child("a:rPr");
    CHECK(look.attribute("sz").as_int() == 1050);
    CHECK(look.attribute("b").as_int() == 1);
    CHECK(std::string(look.attribute("lang").value()) == "vi-VN");
    CHECK(std::string(look.child("a:solidFill").child("a:srgbClr").attribute("val").value()) ==
          "123456");
    CHECK(std::string(look.child("a:latin").attribute("typeface").value()) == "Inter");
    const auto shape = texts[1].parent().parent().parent().parent();
    CHECK(mm(only(shape, "a:off").attribute("x")) == Approx(20).margin(1));
}

TEST_CASE("pptx: text boxes cover the drawn lines and no more than the paragraph's room",
          "[render][pptx]") {
    for (const Align align : {Align::left, Align::centre, Align::right})
        for (const char* words :
             {"One line", "Some more words than there is room for in one line"}) {
            TextStyle style;
            style.align = align;
            const TextItem item = placed_at(set_text(words, style, 30), {20, 10});
            const auto slide = slide_of(one_item(item));
            const auto body = all(*slide, "p:txBody").back();
            const auto inner = body.child("a:bodyPr");
            INFO(words);
            CHECK(std::string(inner.attribute("wrap").value()) ==
                  (item.lines.size() > 1 ? "square" : "none"));
            for (const char* inset : {"lIns", "tIns", "rIns", "bIns"})
                CHECK(std::string(inner.attribute(inset).value()) == "0");
            CHECK(inner.child("a:noAutofit"));
            const auto place = body.parent().child("p:spPr").child("a:xfrm");
            const double left = mm(place.child("a:off").attribute("x")),
                         width = mm(place.child("a:ext").attribute("cx"));
            for (const TextLine& line : item.lines) {
                CHECK(left <= line.start.x + 0.01);
                CHECK(left + width >= line.start.x + line.width - 0.01);
            }
            CHECK(width <= 30 * 1.03 + 0.01);
            const double top = mm(place.child("a:off").attribute("y"));
            CHECK(top == Approx(item.box.y).margin(1));
        }
}

TEST_CASE("pptx: what was cut short is cut in the slide and whole in its description",
          "[render][pptx]") {
    const std::string words = "Much more than two lines of this width can ever hold, to be sure";
    const TextItem item = placed_at(set_text(words, {}, 25, 2), {5, 5});
    REQUIRE(item.lines.back().text.ends_with("…"));
    const auto slide = slide_of(one_item(item));
    const std::string written = all(*slide, "a:t").back().text().get();
    CHECK(written.ends_with("…"));
    CHECK(words.starts_with(written.substr(0, written.size() - std::string("…").size())));
    bool told = false;
    for (const auto& identity : all(*slide, "p:cNvPr"))
        told = told || identity.attribute("descr").value() == words;
    CHECK(told);
}

TEST_CASE("pptx: given line breaks are paragraphs", "[render][pptx]") {
    const auto slide = slide_of(one_line("first\nsecond"));
    const auto body = all(*slide, "p:txBody").back();
    REQUIRE(all(body, "a:p").size() >= 2);
    std::vector<std::string> lines;
    for (const auto& paragraph : body.children("a:p"))
        lines.emplace_back(paragraph.child("a:r").child("a:t").text().get());
    CHECK(lines == std::vector<std::string>{"first", "second"});
}

TEST_CASE("pptx: rectangles, lines, freeforms, patterns and dashes are native", "[render][pptx]") {
    Picture picture =
        one_item(Rectangle{{10, 5, 40, 20}, 4, Fill{{1, 2, 3, 0.5}}, Stroke{{}, 0.5, {1, 2}}});
    auto& items = picture.pages[0].content.items;
    Path line;
    line.segments = {MoveTo{{40, 30}}, LineTo{{10, 30}}};
    line.stroke = Stroke{};
    items.emplace_back(line);
    items.emplace_back(star({70, 20}, 10, Fill{{}, Pattern::grid, {255, 255, 255, 1}}));
    const auto slide = slide_of(picture);
    const auto rounded = slide->select_node("//a:prstGeom[@prst='roundRect']").node();
    REQUIRE(rounded);
    CHECK(std::string(rounded.child("a:avLst").child("a:gd").attribute("fmla").value()) ==
          "val 20000");
    const auto place = rounded.parent().child("a:xfrm");
    CHECK(mm(place.child("a:off").attribute("x")) == 10);
    CHECK(mm(place.child("a:ext").attribute("cy")) == 20);
    CHECK(rounded.parent().child("a:solidFill").child("a:srgbClr").child("a:alpha"));
    const auto dash = rounded.parent().child("a:ln").child("a:custDash").child("a:ds");
    CHECK(dash.attribute("d").as_int() == 200'000);
    CHECK(dash.attribute("sp").as_int() == 400'000);
    const auto connector = only(*slide, "p:cxnSp");
    CHECK(std::string(connector.child("p:spPr").child("a:xfrm").attribute("flipH").value()) == "1");
    const auto freeform = only(*slide, "a:custGeom");
    CHECK(all(freeform, "a:pt").size() > 5);
    CHECK(freeform.parent().child("a:pattFill"));
}

TEST_CASE("pptx: every pattern is one of its own", "[render][pptx]") {
    std::set<std::string> presets;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Pattern::count_); ++i) {
        const auto slide =
            slide_of(one_item(Rectangle{{1, 1, 9, 9}, 0, Fill{{}, static_cast<Pattern>(i)}, {}}));
        CHECK(presets.insert(only(*slide, "a:pattFill").attribute("prst").value()).second);
    }
}

TEST_CASE("pptx: groups keep their names, descriptions and room", "[render][pptx]") {
    Group inner{
        "card", "Call centre", "reached by 80 %", {}, {Rectangle{{20, 10, 5, 5}, 0, Fill{}, {}}}};
    Group outer{"stage", "", "", {}, {inner, Rectangle{{50, 30, 10, 10}, 0, Fill{}, {}}, Group{}}};
    const auto slide = slide_of(one_item(outer));
    const auto groups = all(*slide, "p:grpSp");
    REQUIRE(groups.size() == 2);  // the empty one is left out
    CHECK(std::string(groups[0].child("p:nvGrpSpPr").child("p:cNvPr").attribute("name").value()) ==
          "stage");
    const auto card = groups[1].child("p:nvGrpSpPr").child("p:cNvPr");
    CHECK(std::string(card.attribute("name").value()) == "Call centre");
    CHECK(std::string(card.attribute("descr").value()) == "Call centre. reached by 80 %");
    const auto place = groups[0].child("p:grpSpPr").child("a:xfrm");
    CHECK(mm(place.child("a:off").attribute("x")) == 20);
    CHECK(mm(place.child("a:ext").attribute("cx")) == 40);
    CHECK(place.child("a:off").attribute("x").as_int() ==
          place.child("a:chOff").attribute("x").as_int());
    CHECK(place.child("a:ext").attribute("cy").as_int() ==
          place.child("a:chExt").attribute("cy").as_int());
}

TEST_CASE("pptx: links only to http, https and mailto", "[render][pptx]") {
    const auto rels = [](const std::string& link) {
        return members_of(to_pptx(one_line("x", link))).at("ppt/slides/_rels/slide1.xml.rels");
    };
    CHECK_THAT(rels("https://a.b/?q=1&r=2"),
               Contains("https://a.b/?q=1&amp;r=2") && Contains("TargetMode=\"External\""));
    CHECK_THAT(rels("javascript:alert(1)"), !Contains("javascript"));
    CHECK_THAT(rels("file:///etc/passwd"), !Contains("passwd"));
}

TEST_CASE("pptx: the document has its title, words and date, and no clock", "[render][pptx]") {
    Picture picture = testing::sample(ThemeName::light);
    const auto core = [&] { return members_of(to_pptx(picture)).at("docProps/core.xml"); };
    CHECK_THAT(core(), Contains("Mẫu &lt;") && Contains("100,000 customers, seed 42") &&
                           Contains("<dc:language>vi</dc:language>") &&
                           !Contains("dcterms:created"));
    picture.created = "2026-01-02T03:04:05Z";
    CHECK_THAT(core(), Contains("2026-01-02T03:04:05Z</dcterms:created>"));
    CHECK_THAT(all(*slide_of(picture), "a:t")[0].text().get(), Contains("Mẫu"));
}

TEST_CASE("pptx: the same bytes every time", "[render][pptx]") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print})
        CHECK(to_pptx(testing::sample(name)) == to_pptx(testing::sample(name)));
    CHECK(to_pptx(one_line("a")) != to_pptx(one_line("b")));
}

TEST_CASE("pptx: hostile words draw something and break nothing", "[render][pptx]") {
    for (const char* words : {"\x01\x02", "]]>", "<a:t/>", "&amp;", "\u202Eabc", "مرحبا (",
                              "👩‍👩‍👧", "你好", "\xFF\xFE", ""}) {
        Picture picture = one_line(words);
        picture.title = picture.provenance = picture.pages[0].label = words;
        picture.pages[0].content.title = words;
        const Members members = members_of(to_pptx(picture));
        for (const auto& [name, text] : members) document_of(text);
    }
}

TEST_CASE("pptx: what a clip hides is covered with paper", "[render][pptx]") {
    Group sheet{"sheet", "", "", {}, {Rectangle{{-20, -20, 200, 200}, 0, Fill{}, {}}}};
    sheet.clip = Box{10, 5, 80, 40};
    const auto slide = slide_of(one_item(sheet));
    CHECK(all(*slide, "a:prstGeom").size() == 1 + 4);
}
