#include "render/map/initials.hpp"

#include <catch2/catch.hpp>

using cjm::render::map::initials;

TEST_CASE("initials: of the first two words of a name", "[render][map]") {
    CHECK(initials("Anna Berg") == "AB");
    CHECK(initials("Anna") == "A");
    CHECK(initials("anna maria berg") == "AM");
    CHECK(initials("Chị Hạnh, sợ đau") == "CH");
    CHECK(initials("  Ông Ẩn") == "ÔẨ");
    CHECK(initials("đào") == "Đ");
}

TEST_CASE("initials: joining words do not count", "[render][map]") {
    CHECK(initials("Hoa and Nam") == "HN");
    CHECK(initials("Hoa và Nam") == "HN");
    CHECK(initials("Hoa va\u0300 Nam") == "HN");  // decomposed
    CHECK(initials("Books with the hotel") == "BH");
    CHECK(initials("Khách của An") == "KA");
    CHECK(initials("and the") == "AT");  // nothing else
    CHECK(initials("Chị An") == "CA");   // a name
}

TEST_CASE("initials: signs, numbers and broken bytes give none", "[render][map]") {
    CHECK(initials("") == "");
    CHECK(initials("52, shop owner") == "");
    CHECK(initials("(Anna) 2 Berg") == "B");
    CHECK(initials("An \xff\xfe Berg") == "A");
    CHECK(initials("李 明") == "李明");
}
