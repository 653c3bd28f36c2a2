#include "render/text/measure.hpp"

#include <limits>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm::render;

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

std::vector<std::string> lines_of(const TextItem& item) {
    std::vector<std::string> lines;
    for (const TextLine& line : item.lines) lines.push_back(line.text);
    return lines;
}

TextStyle style_of(double size_pt) {
    TextStyle style;
    style.size_pt = size_pt;
    return style;
}

}  // namespace

TEST_CASE("measure: one line without a limit, as wide as its letters", "[render][text]") {
    const TextItem item = set_text("Booking a dentist", style_of(10), endless);
    REQUIRE(item.lines.size() == 1);
    CHECK(item.lines[0].text == "Booking a dentist");
    CHECK(item.box.width == item.lines[0].width);
    CHECK(item.box.width == Approx(29.9).margin(1.5));  // 17 letters of about half an em
    CHECK(item.box.height == Approx(1.35 * 10 * 25.4 / 72));
}

TEST_CASE("measure: width grows in proportion with the type size", "[render][text]") {
    const double at_10 = set_text("Nghe và gọi lại", style_of(10), endless).box.width;
    for (const double size : {6.0, 7.3, 9.9, 24.0})
        CHECK(set_text("Nghe và gọi lại", style_of(size), endless).box.width ==
              Approx(at_10 * size / 10).epsilon(1e-3));
}

TEST_CASE("measure: breaks between words within the width", "[render][text]") {
    const TextItem item = set_text("Xác minh danh tính qua cuộc gọi video", style_of(9), 22);
    CHECK(item.lines.size() > 1);
    std::string joined;
    for (const TextLine& line : item.lines) {
        CHECK(line.width <= 22);
        joined += (joined.empty() ? "" : " ") + line.text;
    }
    CHECK(joined == item.paragraph);
}

TEST_CASE("measure: breaks a long word at graphemes", "[render][text]") {
    std::string word;
    for (int i = 0; i < 12; ++i)
        word += "e\u0323\u0302";  // e, dot below, circumflex: composed to one letter
    word += "g\u0308\u0323";      // no composed form
    const TextItem item = set_text(word, style_of(9), 8);
    REQUIRE(item.lines.size() > 1);
    std::string joined;
    for (const TextLine& line : item.lines) {
        CHECK(line.width <= 8);
        CHECK(line.text.compare(0, 2, "\u0323") != 0);
        CHECK(line.text.compare(0, 2, "\u0308") != 0);
        joined += line.text;
    }
    CHECK(joined == item.paragraph);
}

TEST_CASE("measure: keeps given line breaks", "[render][text]") {
    CHECK(lines_of(set_text("one\ntwo\r\n\nthree", style_of(9), endless)) ==
          std::vector<std::string>{"one", "two", "", "three"});
}

TEST_CASE("measure: ends in an ellipsis where lines were left out", "[render][text]") {
    const TextItem item =
        set_text("Chấm điểm chiến dịch hằng đêm và gửi báo cáo", style_of(9), 25, 2);
    REQUIRE(item.lines.size() == 2);
    CHECK(item.lines[1].width <= 25);
    const std::string& last = item.lines[1].text;
    CHECK(last.substr(last.size() - 3) == "…");
    CHECK(lines_of(set_text("a\nb\nc", style_of(9), endless, 2)) ==
          std::vector<std::string>{"a", "b…"});
    CHECK(lines_of(set_text("fits", style_of(9), 50, 1)) == std::vector<std::string>{"fits"});
    CHECK(lines_of(set_text("wide", style_of(9), 0.1, 1)) == std::vector<std::string>{"…"});
}

TEST_CASE("measure: aligns lines within the width asked for", "[render][text]") {
    TextStyle style = style_of(9);
    style.align = Align::right;
    const TextItem right = set_text("ab", style, 40);
    CHECK(right.box.width == 40);
    CHECK(right.lines[0].start.x + right.lines[0].width == Approx(40));
    style.align = Align::centre;
    const TextItem centre = set_text("ab", style, 40);
    CHECK(centre.lines[0].start.x + centre.lines[0].width / 2 == Approx(20));
    const TextItem moved = placed_at(centre, {100, 50});
    CHECK(moved.box.x == 100);
    CHECK(moved.lines[0].start.x == Approx(centre.lines[0].start.x + 100));
    CHECK(moved.lines[0].start.y == Approx(centre.lines[0].start.y + 50));
}

TEST_CASE("measure: decomposed text is the same text", "[render][text]") {
    const TextItem composed = set_text("Hối hận", style_of(9), endless);
    const TextItem decomposed = set_text("Ho\u0302\u0301i ha\u0323\u0302n", style_of(9), endless);
    CHECK(composed.paragraph == decomposed.paragraph);
    CHECK(composed.box.width == decomposed.box.width);
}

TEST_CASE("measure: survives any bytes", "[render][text]") {
    const std::vector<std::string> hostile{
        "",
        "\n",
        "\n\n\n",
        std::string("\0\x01\x1f", 3),
        "\xff\xfe\xc3",
        "\u202Eevil\u202C",
        "مرحبا بالعالم abc 123",
        "שלום world",
        "你好，世界",
        "👩‍👩‍👧‍👦👍🏽",
        "\uFFFE\uFFFF\U0001FFFE",
        std::string(300, 'W'),
        std::string(100'000, 'x'),
    };
    for (const std::string& text : hostile) {
        for (const double width : {0.0, 10.0, endless}) {
            const TextItem item = set_text(text, style_of(9), width, 3);
            CHECK(item.lines.size() <= 3);
            CHECK(item.box.height > 0);
        }
    }
}

TEST_CASE("measure: counts characters without a glyph", "[render][text]") {
    CHECK(missing_glyphs("Ăn uống thế nào? → ★ ₫ €", style_of(9)) == 0);
    CHECK(missing_glyphs("a\U0010FF00b\U000F1234", style_of(9)) == 2);
}

TEST_CASE("measure: gives the same in several threads", "[render][text]") {
    const TextItem alone = set_text("Khoảnh khắc của Sự thật", style_of(8), 20);
    std::vector<double> widths(4, 0.0);
    {
        std::vector<std::jthread> threads;
        for (double& width : widths)
            threads.emplace_back([&width] {
                for (int i = 0; i < 20; ++i)
                    width = set_text("Khoảnh khắc của Sự thật", style_of(8), 20).box.width;
            });
    }
    for (const double width : widths) CHECK(width == alone.box.width);
}
