#include "cli/report/markdown_report.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_made_result.hpp"

using cjm::cli::document_markdown;
using cjm::cli::escape_markdown;

TEST_CASE("markdown report: markup in words is escaped", "[cli][markdown_report]") {
    CHECK(escape_markdown("a|b*c_d`e\\f") == "a\\|b\\*c\\_d\\`e\\\\f");
    CHECK(escape_markdown("[x](y) #1 ~~z~~ $m$ &amp;") ==
          "\\[x\\](y) \\#1 \\~\\~z\\~\\~ \\$m\\$ \\&amp;");
    CHECK(escape_markdown("<b> </b> <!-- <0.1 % 1 < 2") == "\\<b> \\</b> \\<!-- <0.1 % 1 < 2");
    CHECK(escape_markdown("two\nlines") == "two lines");
    CHECK(escape_markdown("Đặt lịch") == "Đặt lịch");
}

TEST_CASE("markdown report: paragraphs do not open lists or headings", "[cli][markdown_report]") {
    const auto lead = [](const char* words) {
        const auto text = document_markdown({"t", "", {words}, {}});
        return text.substr(5, text.size() - 6);
    };
    CHECK(lead("12. of May") == "12\\. of May");
    CHECK(lead("12) x") == "12\\) x");
    CHECK(lead("1.000.000 khách") == "1.000.000 khách");
    CHECK(lead("- x") == "\\- x");
    CHECK(lead("> x") == "\\> x");
    CHECK(lead("# x") == "\\# x");
}

TEST_CASE("markdown report: tables without bars, numbers to the right", "[cli][markdown_report]") {
    using cjm::cli::Align;
    using cjm::cli::Cell;
    using cjm::cli::ColumnKind;
    const cjm::cli::Table table{
        {{"Name", ColumnKind::flowing, Align::left}, {"", ColumnKind::bar, Align::left}, {"N"}},
        {cjm::cli::TableRow{{Cell("g", cjm::cli::Tone::strong)}, true},
         cjm::cli::TableRow{{Cell("a|b"), Cell::bar(1), Cell("1")}, false}}};
    CHECK(document_markdown({"t", "", {}, {{"h", {}, table, {"note"}}}}) ==
          "# t\n\n## h\n\n| Name | N |\n| --- | ---: |\n| **g** |  |\n| a\\|b | 1 |\n\nnote\n");
}
