#include "base/text_place.hpp"

#include <memory>
#include <string>

#include <catch2/catch.hpp>

using namespace cjm;

TEST_CASE("text place: lines without their ends and a byte order mark", "[base][text_place]") {
    const std::string text = "\uFEFFmột\r\nhai\n\nbốn";
    CHECK(line_of(text, 1) == "một");
    CHECK(line_of(text, 2) == "hai");
    CHECK(line_of(text, 3).empty());
    CHECK(line_of(text, 4) == "bốn");
    CHECK(line_of(text, 5).empty());
    CHECK(line_of("", 1).empty());
}

TEST_CASE("text place: columns are code points", "[base][text_place]") {
    CHECK(byte_of_column("một x", 1) == 0);
    CHECK(byte_of_column("một x", 3) == 4);  // behind the three bytes of one letter
    CHECK(byte_of_column("một x", 99) == std::string("một x").size());
    CHECK(byte_of_column("", 3) == 0);
}

TEST_CASE("text place: there and back, byte order mark or not", "[base][text_place]") {
    for (const std::string mark : {"", "\uFEFF"}) {
        const auto source =
            std::make_shared<const SourceText>(SourceText{"x", mark + "giá = 5\nphí = 12.000 # đ"});
        const TextLines lines(source->text);
        for (const std::string word : {"giá", "5", "12.000", "đ"}) {
            const auto at = source->text.find(word);
            const auto letters = word == "giá" ? 3U
                                 : word == "đ" ? 1U
                                               : static_cast<unsigned>(word.size());
            const auto place = place_of(source, at, letters);
            CHECK(lines.between(place.begin, place.end) == word);
        }
        CHECK(lines.between({2, 5}, {2, 1}).empty());
        CHECK(lines.between({9, 1}, {9, 5}).empty());
    }
}
