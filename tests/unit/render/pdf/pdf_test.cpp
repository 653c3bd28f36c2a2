#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include "render/page/paper.hpp"
#include "render/text/measure.hpp"
#include "render/writers.hpp"
#include "tests/support/sample_picture.hpp"
#include "tests/support/shell.hpp"

using namespace cjm::render;
using Catch::Matchers::Contains;

namespace {

/// What a program of poppler-utils says about a PDF; arguments go before and after the file's name.
std::string ask(const std::string& program, const std::string& pdf, const std::string& after = "") {
    const cjm::testing::ScratchFile file("pdf_test.pdf", pdf);
    const auto said = cjm::testing::run(program + " " + file.path() + " " + after);
    CHECK(said.succeeded);
    return said.text;
}

Picture one_line(const std::string& words, const std::string& link = "") {
    Page page{100, 50, {255, 255, 255, 1}, {}, "Page 1"};
    TextItem item = placed_at(set_text(words, {}, std::numeric_limits<double>::infinity()), {5, 5});
    item.link = link;
    page.content.items.emplace_back(item);
    return {"Tết", "", "vi", "", {page}};
}

}  // namespace

TEST_CASE("pdf: pages of exactly the size asked for", "[render][pdf]") {
    Picture picture = one_line("a");
    picture.pages[0].width = 420;
    picture.pages[0].height = 297;
    picture.pages.push_back(picture.pages[0]);
    picture.pages[1].width = 841;
    picture.pages[1].height = 1189;
    const std::string info = ask("pdfinfo -f 1 -l 2", to_pdf(picture));
    CHECK_THAT(info, Contains("Pages:           2"));
    CHECK_THAT(info, Contains("1 size:  1190.55 x 841.89 pts (A3)"));
    CHECK_THAT(info, Contains("2 size:  2383.94 x 3370.39 pts (A0)"));
}

TEST_CASE("pdf: every paper to a tenth of a millimetre, upright and broad", "[render][pdf]") {
    for (const std::string_view paper : paper_names())
        for (const Orientation way : {Orientation::portrait, Orientation::landscape}) {
            const PageSize size = *paper_from(paper, way);
            Picture picture = one_line("a");
            picture.pages[0].width = size.width;
            picture.pages[0].height = size.height;
            const std::string info = ask("pdfinfo", to_pdf(picture));
            double width = 0, height = 0;
            const std::size_t at = info.find("Page size:");
            REQUIRE(at != std::string::npos);
            REQUIRE(std::sscanf(info.c_str() + at, "Page size: %lf x %lf", &width, &height) == 2);
            INFO(paper);
            CHECK(std::abs(width * 25.4 / 72 - size.width) < 0.1);
            CHECK(std::abs(height * 25.4 / 72 - size.height) < 0.1);
        }
}

TEST_CASE("pdf: language, title and what groups say are there for screen readers",
          "[render][pdf]") {
    Picture picture = one_line("word");
    Group card{"card", "Call centre", "reached by 80 %", {}, {}};
    card.items.emplace_back(placed_at(set_text("80 %", {}, 40), {5, 20}));
    Group chart{
        "chart", "Survival", "falls to 20 %", {}, {Rectangle{{50, 20, 9, 9}, 0, Fill{}, {}}}};
    Group stage{"stage", "Stage", "", {}, {card, chart}};
    picture.pages[0].content.items.emplace_back(stage);
    const std::string pdf = to_pdf(picture);
    CHECK_THAT(pdf, Contains("/Lang (vi)") && Contains("/DisplayDocTitle true"));
    CHECK_THAT(pdf, Contains("/Marked true"));  // what makes it a tagged PDF
    CHECK_THAT(pdf, Contains("/Alt (Call centre. reached by 80 %)"));
    CHECK_THAT(pdf, Contains("/Alt (Survival. falls to 20 %)"));
    const std::string structure = ask("pdfinfo -struct-text", pdf);
    CHECK_THAT(structure, Contains("Document\n") && Contains("Sect \"Stage\"") &&
                              Contains("Sect \"Call centre\"") && Contains("Figure \"Survival\""));
    CHECK_THAT(structure, Contains("\"word\"") && !Contains("Syntax"));
    const std::size_t stage_at = structure.find("Stage"), card_at = structure.find("Call centre");
    CHECK(stage_at < card_at);
    picture.language = "";
    CHECK_THAT(to_pdf(picture), Contains("/Lang (en)"));
}

TEST_CASE("pdf: a date where one is given", "[render][pdf]") {
    Picture picture = one_line("a");
    picture.created = "2026-01-02T03:04:05Z";
    CHECK_THAT(ask("TZ=UTC pdfinfo", to_pdf(picture)), Contains("Fri Jan  2 03:04:05 2026"));
}

TEST_CASE("pdf: says what it is, without a clock", "[render][pdf]") {
    const std::string info = ask("pdfinfo", to_pdf(testing::sample(ThemeName::light)));
    CHECK_THAT(info, Contains("Title:           Mẫu <\"&'>"));
    CHECK_THAT(info, Contains("Subject:         One of everything"));
    CHECK_THAT(info, Contains("Keywords:        100,000 customers, seed 42"));
    CHECK_THAT(info, Contains("Tagged:          yes"));
    CHECK_THAT(info, Contains("2000"));
}

TEST_CASE("pdf: every font is embedded, a subset, and can be searched", "[render][pdf]") {
    const std::string fonts = ask("pdffonts", to_pdf(testing::sample(ThemeName::light)));
    CHECK_THAT(fonts,
               Contains("Inter-Regular") && Contains("Inter-Bold") && Contains("Inter-Italic"));
    CHECK_THAT(fonts, !Contains("Type 3"));
    // below the two lines of heading each line ends "emb sub uni object id"
    std::size_t line = fonts.find('\n', fonts.find('\n') + 1) + 1;
    int count = 0;
    for (; line < fonts.size(); line = fonts.find('\n', line) + 1, ++count)
        CHECK(fonts.substr(line, fonts.find('\n', line) - line).find("yes yes yes") !=
              std::string::npos);
    CHECK(count >= 5);
}

TEST_CASE("pdf: text is found as it is typed", "[render][pdf]") {
    const std::string text = ask("pdftotext", to_pdf(testing::sample(ThemeName::dark)), "-");
    for (const char* words :
         {"Mở thẻ tín dụng lần đầu — hành trình", "ẤỀỄỘỮ ẵặỵ Ỵ", "“Thẻ nào thật sự miễn phí?”",
          "Đường tầm nhìn 12,5 %", "Gọi <b>tổng</b>", "Hối hận -> now"})
        CHECK_THAT(text, Contains(words));
    CHECK_THAT(ask("pdftotext", to_pdf(one_line("Ho\u0302\u0301i ha\u0323\u0302n")), "-"),
               Contains("Hối hận"));
}

TEST_CASE("pdf: the same bytes every time", "[render][pdf]") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::print})
        CHECK(to_pdf(testing::sample(name)) == to_pdf(testing::sample(name)));
    CHECK(to_pdf(one_line("a")) != to_pdf(one_line("b")));
}

TEST_CASE("pdf: links only to http, https and mailto, whatever quotes they hold", "[render][pdf]") {
    const std::string pdf = to_pdf(one_line("x", "https://a.b/?q='c'\\"));
    CHECK_THAT(pdf, Contains("/URI (https://a.b/?q=%27c%27%5C)"));
    CHECK_THAT(to_pdf(one_line("x", "javascript:alert(1)")), !Contains("/URI"));
    CHECK_THAT(to_pdf(one_line("x", "https://a.b/' rect=[0 0 1 1]")), !Contains("/URI"));
}

TEST_CASE("pdf: an outline entry for each page with a label", "[render][pdf]") {
    Picture picture = one_line("a");
    picture.pages.push_back(picture.pages[0]);
    picture.pages[1].label = "";
    const std::string pdf = to_pdf(picture);
    REQUIRE_THAT(pdf, Contains("/Title (Page 1)"));
    CHECK_THAT(pdf, Contains("/Outlines"));
    CHECK(pdf.find("(Page 1)") == pdf.rfind("(Page 1)"));
}

TEST_CASE("pdf: hostile words draw something and break nothing", "[render][pdf]") {
    for (const char* words : {"\x01\x02", "(((", "\\)", "\u202Eabc", "مرحبا (",
                              "👩‍👩‍👧", "你好", "\xFF\xFE", "%PDF-1.7"}) {
        Picture picture = one_line(words);
        picture.title = picture.provenance = picture.pages[0].label = words;
        picture.pages[0].content.title = words;
        CHECK_THAT(ask("pdfinfo", to_pdf(picture)), Contains("Pages:           1"));
    }
}

TEST_CASE("pdf: an empty page is a page", "[render][pdf]") {
    Picture picture;
    picture.pages.push_back({210, 297, {255, 255, 255, 1}, {}, ""});
    CHECK_THAT(ask("pdfinfo", to_pdf(picture)), Contains("(A4)"));
    TextItem empty = placed_at(set_text("", {}, 10), {5, 5});
    empty.link = "https://a.b";
    picture.pages[0].content.items.emplace_back(empty);
    CHECK_THAT(ask("pdfinfo", to_pdf(picture)), Contains("Pages:           1"));
}
