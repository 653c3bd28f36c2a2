#include "render/text/clean.hpp"

#include <catch2/catch.hpp>

#include "render/text/direction.hpp"

using namespace cjm::render;

TEST_CASE("clean: leaves good text alone", "[render][text]") {
    for (const char* text : {"", "Hối hận", "a\nb", "a\n\nb", "你好 👩‍👩‍👧‍👦",
                             "12,5 %", "A\u00A0B"})
        CHECK(clean_text(text) == text);
}

TEST_CASE("clean: composes, joins blanks and breaks lines one way", "[render][text]") {
    CHECK(clean_text("Ho\u0302\u0301i") == "Hối");
    CHECK(clean_text("  a \t b  \n  c ") == "a b\nc");
    CHECK(clean_text("a\r\nb\rc\vd\u2028e\u2029f\u0085g") == "a\nb\nc\nd\ne\nf\ng");
    CHECK(clean_text("\n\na\n\n") == "a");
}

TEST_CASE("clean: leaves out what cannot be drawn", "[render][text]") {
    CHECK(clean_text(std::string("a\0b\x1b\x7f", 5)) == "ab");
    CHECK(clean_text("a\u00ADb\uFEFFc\uFFFEd\uFFFFe\U0001FFFEf\uFDD0g") == "abcdefg");
    CHECK(clean_text("\u202Ea\u202C\u2066b\u2069") == "ab");
    CHECK(clean_text("a\xff\xc3") == "a\uFFFD\uFFFD");
}

TEST_CASE("clean: cuts endless text with an ellipsis", "[render][text]") {
    const std::string text = clean_text(std::string(drawn_text_limit + 1, 'x'));
    CHECK(text == std::string(drawn_text_limit, 'x') + "…");
    CHECK(clean_text(std::string(drawn_text_limit, 'x')).size() == drawn_text_limit);
}

TEST_CASE("direction: that of the first letter", "[render][text]") {
    CHECK_FALSE(is_right_to_left(""));
    CHECK_FALSE(is_right_to_left("123"));
    CHECK_FALSE(is_right_to_left("abc שלום"));
    CHECK(is_right_to_left("12 שלום abc"));
    CHECK(is_right_to_left("مرحبا"));
    CHECK_FALSE(is_right_to_left("\xff\xfe"));
}
