#include "base/text_width.hpp"

#include <catch2/catch.hpp>

using namespace cjm;
using Lines = std::vector<std::string>;

namespace {
const std::string composed = "Đặt lịch khám răng";
const std::string decomposed = "Đặt lịch khám răng";
}  // namespace

TEST_CASE("text width: Vietnamese takes the same room composed and decomposed", "[base][text]") {
    REQUIRE(composed != decomposed);
    CHECK(display_width(composed) == 18);
    CHECK(display_width(decomposed) == 18);
    CHECK(compose(decomposed) == composed);
    CHECK(grapheme_clusters(decomposed).size() == 18);
    CHECK(grapheme_clusters(decomposed)[1] == "ặ");
}

TEST_CASE("text width: wide letters, emoji, marks and tabs", "[base][text]") {
    CHECK(display_width("") == 0);
    CHECK(display_width("予約する") == 8);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("👩‍👩‍👧") == 2);
    CHECK(display_width("🇻🇳") == 2);
    CHECK(display_width("\t") == 4);
    CHECK(display_width("abc\td") == 5);
    CHECK(display_width("abcd\td") == 9);
    CHECK(display_width("\x1b[31m") == 5);
    CHECK(display_width("\xff") == 1);
}

TEST_CASE("text width: invalid UTF-8 is found and survived", "[base][text]") {
    CHECK(find_invalid_utf8(composed) == std::string_view::npos);
    CHECK(find_invalid_utf8("ab\xff") == 2);
    CHECK(find_invalid_utf8("a\xC0\xAF") == 1);          // overlong
    CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);      // surrogate
    CHECK(find_invalid_utf8("a\xF5\x80\x80\x80") == 1);  // beyond Unicode
    CHECK(find_invalid_utf8("ng\xC3") == 2);             // cut short
    CHECK(compose("a\xff") == "a\xff");
    CHECK(count_code_points("ặ\xff ") == 3);
    CHECK(grapheme_clusters("a\xff\xfe").size() == 3);
}

TEST_CASE("printable: nothing that steers a terminal stays", "[base][text]") {
    CHECK(printable("a\x1b[2Jb") == "a␛[2Jb");
    CHECK(printable("a\tb\nc\x7f") == "a b␊c␡");
    CHECK(printable("\u202Eabc") == "\uFFFDabc");
    CHECK(printable("\xC2\x9B"
                    "31m") == "\uFFFD31m");  // the one-character CSI
    CHECK(printable("\xff") == "\uFFFD");
    CHECK(printable(composed) == composed);
}

TEST_CASE("quoted: long names are shortened", "[base][text]") {
    CHECK(quoted("book") == "\"book\"");
    CHECK(quoted("abcdefgh", 5) == "\"abcd…\"");
    CHECK(quoted(std::string(1000000, 'x')).size() < 100);
}

TEST_CASE("align: by display width", "[base][text]") {
    CHECK(align_left("ặ", 3) == "ặ  ");
    CHECK(align_right("ặ", 3) == "  ặ");
    CHECK(align_centre("予", 5) == " 予  ");
    CHECK(align_left("long", 2) == "long");
}

TEST_CASE("shorten: never wider, never through a letter", "[base][text]") {
    CHECK(shorten_end("abcdef", 6) == "abcdef");
    CHECK(shorten_end("abcdef", 4) == "abc…");
    CHECK(shorten_start("abcdef", 4) == "…def");
    CHECK(shorten_end("予約する", 6) == "予約…");
    CHECK(display_width(shorten_end("予約する", 6)) == 5);
    CHECK(shorten_end(decomposed, 3) == "Đặ…");
    CHECK(shorten_end("ab", 1) == "…");
}

TEST_CASE("wrap_text: at spaces, over-long words between letters", "[base][text]") {
    CHECK(wrap_text("", 10) == Lines{""});
    CHECK(wrap_text("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap_text("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap_text("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(wrap_text("a abcdefgh", 3) == Lines{"a", "abc", "def", "gh"});
    CHECK(wrap_text("one\n\ntwo", 10) == Lines{"one", "", "two"});
    CHECK(wrap_text("  one two", 6) == Lines{"  one", "two"});
    CHECK(wrap_text("予約する", 5) == Lines{"予約", "する"});
    CHECK(wrap_text("予", 1) == Lines{"予"});
    CHECK(wrap_text(decomposed, 8) == Lines{"Đặt lịch", "khám", "răng"});
}
