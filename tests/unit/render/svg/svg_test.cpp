#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include "render/text/measure.hpp"
#include "render/writers.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_picture.hpp"
#include "tests/support/shell.hpp"

using namespace cjm::render;

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

Picture picture_of(Item item) {
    Page page{100, 50, {255, 255, 255, 1}, {}, ""};
    page.content.items.push_back(std::move(item));
    return {"A title", "", "en", "", {page}};
}

TextItem text_of(const std::string& words, const std::string& link = "") {
    TextItem item = placed_at(set_text(words, {}, endless), {5, 5});
    item.link = link;
    return item;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Empty where xmllint takes it.
std::string xmllint_says(const std::string& document) {
    const cjm::testing::ScratchFile file("svg_test.svg", document);
    const auto [text, succeeded] = cjm::testing::run("xmllint --noout --nonet " + file.path());
    return succeeded ? text : "failed: " + text;
}

}  // namespace

TEST_CASE("svg: the sample, word for word", "[render][svg]") {
    cjm::testing::check_golden("render/sample-light.svg",
                               to_svg(testing::sample(ThemeName::light)));
    cjm::testing::check_golden("render/sample-print.svg",
                               to_svg(testing::sample(ThemeName::print)));
}

TEST_CASE("svg: is XML and the same every time", "[render][svg]") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        const std::string svg = to_svg(testing::sample(name));
        CHECK(svg == to_svg(testing::sample(name)));
        CHECK(xmllint_says(svg) == "");
    }
    CHECK(xmllint_says("<svg>") != "");
}

TEST_CASE("svg: has the size of the page in millimetres", "[render][svg]") {
    const std::string svg = to_svg(picture_of(text_of("x")));
    CHECK(holds(svg, "width=\"100mm\" height=\"50mm\" viewBox=\"0 0 100 50\""));
}

TEST_CASE("svg: tells screen readers about the picture and its groups", "[render][svg]") {
    Picture picture = picture_of(Group{"buy now", "Buy", "40 % leave", {}, {}});
    picture.description = "Who leaves where";
    picture.language = "vi";
    const std::string svg = to_svg(picture);
    CHECK(holds(svg, "xml:lang=\"vi\""));
    CHECK(holds(svg, "aria-labelledby=\"picture.title\" aria-describedby=\"picture.desc\""));
    CHECK(holds(svg, "<title id=\"picture.title\">A title</title>"));
    CHECK(holds(svg, "<desc id=\"picture.desc\">Who leaves where</desc>"));
    CHECK(holds(svg, "<g id=\"g-buy.20now\" role=\"group\" aria-labelledby=\"g-buy.20now.title\""));
    CHECK(holds(svg, "<title id=\"g-buy.20now.title\">Buy</title>"));
    CHECK(holds(svg, "<desc id=\"g-buy.20now.desc\">40 % leave</desc>"));
}

TEST_CASE("svg: ids are unique whatever the journey's ids are", "[render][svg]") {
    Group outer;
    for (const char* id : {"a b", "a b", "a.20b", "đặt", ""})
        outer.items.emplace_back(Group{id, "title", "", {}, {}});
    const std::string svg = to_svg(picture_of(outer));
    CHECK(xmllint_says(svg) == "");
    CHECK(holds(svg, "id=\"g-a.20b\""));
    CHECK(holds(svg, "id=\"g-a.20b.-2\""));
    CHECK(holds(svg, "id=\"g-a.2e20b\""));
}

TEST_CASE("svg: text is real, escaped text", "[render][svg]") {
    const std::string svg = to_svg(picture_of(text_of("</text><script>\"&'\x01\uFFFE Tết")));
    CHECK(holds(svg, ">&lt;/text&gt;&lt;script&gt;&quot;&amp;' Tết</text>"));
    CHECK(xmllint_says(svg) == "");
}

TEST_CASE("svg: hostile words from outside set_text are escaped too", "[render][svg]") {
    TextItem item = text_of("x");
    item.lines[0].text = "a\x02\xFF]]><&\uFFFF\x7F";
    Picture picture = picture_of(item);
    picture.title = "]]>\x0B<script>";
    picture.language = "\"><x";
    picture.provenance = "<!--\x1B";
    picture.pages[0].content.title = "\xED\xA0\x80<";
    CHECK(xmllint_says(to_svg(picture)) == "");
}

TEST_CASE("svg: links only to http, https and mailto", "[render][svg]") {
    CHECK(holds(to_svg(picture_of(text_of("x", "https://a.b/?c=\"d\"&e='f'"))),
                "<a href=\"https://a.b/?c=%22d%22&amp;e=%27f%27\">"));
    CHECK(holds(to_svg(picture_of(text_of("x", "MailTo:a@b.c"))), "<a href=\"MailTo:a@b.c\">"));
    for (const char* bad : {"javascript:alert(1)", "file:///etc/passwd", "http:", "https://", "",
                            " https://a", "https://a\nb", "data:text/html,x", "//a.b"})
        CHECK_FALSE(holds(to_svg(picture_of(text_of("x", bad))), "<a "));
}

TEST_CASE("svg: numbers are short and plain", "[render][svg]") {
    Rectangle rectangle{{1.0 / 3, -0.0001, 1e6, 12.3456}, 0, Fill{}, {}};
    CHECK(holds(to_svg(picture_of(rectangle)),
                "<rect x=\"0.333\" y=\"0\" width=\"1000000\" height=\"12.346\""));
}

TEST_CASE("svg: pages after the first", "[render][svg]") {
    Picture picture = picture_of(text_of("first"));
    picture.pages.push_back(picture.pages[0]);
    picture.pages[1].width = 70;
    CHECK(holds(to_svg(picture, 1), "width=\"70mm\""));
    CHECK(holds(to_svg(picture, 1), "A title · 2/2"));
    CHECK_THROWS(to_svg(picture, 2));
}
