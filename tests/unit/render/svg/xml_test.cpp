#include "render/svg/xml.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render::detail;

TEST_CASE("xml: escapes markup and leaves out what XML forbids", "[render][svg]") {
    CHECK(xml_text("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c'");
    CHECK(xml_text("]]>") == "]]&gt;");
    CHECK(xml_text(std::string("a\0\x01\x0b\x1f\x7f\tb\n", 9)) == "a\tb\n");
    CHECK(xml_text("\u0085\uFFFE\uFFFF\uFDD0\U0010FFFFx") == "x");
    CHECK(xml_text("\xff\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(xml_text("Tết 你好 👍") == "Tết 你好 👍");
}

TEST_CASE("xml: numbers are the shortest within half a thousandth", "[render][svg]") {
    CHECK(xml_number(0) == "0");
    CHECK(xml_number(-0.0004) == "0");
    CHECK(xml_number(-0.25) == "-0.25");
    CHECK(xml_number(1) == "1");
    CHECK(xml_number(100) == "100");
    CHECK(xml_number(12.3456) == "12.346");
    CHECK(xml_number(1.1) == "1.1");
    CHECK(xml_number(1e9) == "1000000000");
    CHECK(xml_number(1.7976931348623157e308).size() == 309);
}
