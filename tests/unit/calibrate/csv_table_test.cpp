#include "calibrate/table/csv_table.hpp"

#include <catch2/catch.hpp>

#include "tests/support/answers.hpp"

using namespace cjm;
using calibrate::CsvTable;
using cjm::testing::csv_of;
using cjm::testing::parsed_csv;

namespace {

std::vector<std::vector<std::string>> cells_of(const CsvTable& table) {
    std::vector<std::vector<std::string>> rows{table.headers()};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        rows.emplace_back();
        for (std::size_t column = 0; column < table.columns(); ++column)
            rows.back().emplace_back(table.cell(row, column));
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

std::string error_of(const std::string& text) {
    const auto parsed = parsed_csv(text);
    CHECK(!parsed.value);
    REQUIRE(parsed.diagnostics.size() == 1);
    const auto& found = parsed.diagnostics.front();
    return std::to_string(found.where.begin.line) + ":" + std::to_string(found.where.begin.column) +
           " " + std::string(found.id);
}

}  // namespace

TEST_CASE("csv: cells, rows and header", "[calibrate][csv]") {
    const Rows expected{{"a", "b"}, {"1", "2"}, {"", "x y"}};
    for (const char* text :
         {"a,b\n1,2\n,x y\n", "a,b\r\n1,2\r\n,x y\r\n", "a,b\r1,2\r,x y", "a,b\n\n1,2\n,x y\n\n",
          "\xEF\xBB\xBF"
          "a,b\n1,2\n,x y\n",
          "a ; b\n1; 2 \n;x y\n", "a\tb\n1\t2\n\tx y\n", "a|b\n1|2\n|x y\n",
          "\"a\",\"b\"\n\"1\",2\n\"\",\"x y\"\n"}) {
        INFO(text);
        CHECK(cells_of(csv_of(text)) == expected);
    }
}

TEST_CASE("csv: quoted cells hold separators, quotes and line breaks", "[calibrate][csv]") {
    const auto table = csv_of("a,b\n\"x, y\",\"say \"\"ah\"\"\"\n\"two\nlines\",2\n3,4\n");
    CHECK(cells_of(table) ==
          Rows{{"a", "b"}, {"x, y", "say \"ah\""}, {"two\nlines", "2"}, {"3", "4"}});
    CHECK(table.cell_place(0, 0).begin == SourcePoint{2, 1});
    CHECK(table.cell_place(1, 1).begin == SourcePoint{4, 8});
    CHECK(table.cell_place(2, 0).begin == SourcePoint{5, 1});
    CHECK(table.cell_place(2, 1).begin == SourcePoint{5, 3});
}

TEST_CASE("csv: the separator is what makes rows even", "[calibrate][csv]") {
    CHECK(csv_of("name (a, b, c);score\nx;1\ny;2\n").separator() == ';');
    CHECK(csv_of("a;b;c,d\n1;2;3\n4;5;6\n").separator() == ';');
    CHECK(csv_of("only\n1\n2\n").columns() == 1);
    CHECK(csv_of("\"a;b;c\",d\n1,2\n").separator() == ',');
}

TEST_CASE("csv: names with marks are found however they are composed", "[calibrate][csv]") {
    const auto composed = csv_of("H\xC3\xA0i l\xC3\xB2ng,x\n1,2\n");
    CHECK(composed.find("Ha\xCC\x80i lo\xCC\x80ng") == std::vector<std::size_t>{0});
    const auto decomposed = csv_of("x,Ha\xCC\x80i lo\xCC\x80ng\n1,2\n");
    CHECK(decomposed.find("H\xC3\xA0i l\xC3\xB2ng") == std::vector<std::size_t>{1});
    CHECK(decomposed.find("Hai long").empty());
    CHECK(csv_of("a,b,a\n1,2,3\n").find("a") == std::vector<std::size_t>{0, 2});
}

TEST_CASE("csv: errors stand where they are", "[calibrate][csv]") {
    CHECK(error_of("a,b\n1,2\n3\n4,5\n") == "3:1 uneven-row");
    CHECK(error_of("a,b\n1,2\n3,4,5\n") == "3:5 uneven-row");
    CHECK(error_of("a,b\n1,\"2\n3,4\n") == "2:3 open-quote");
    CHECK(error_of("a,b\n1,2\" x\n") == "2:4 misplaced-quote");
    CHECK(error_of("a,b\n1,\"2\"x\n") == "2:6 misplaced-quote");
    CHECK(error_of("a,b\n") == "1:1 empty-table");
    CHECK(error_of("") == "1:1 empty-table");
    CHECK(error_of("\n\r\n \n") == "1:1 empty-table");
    CHECK(error_of("a,b\n1,\xFF\n") == "2:3 not-text");
    CHECK(error_of(std::string("a,b\n1,\0\n", 8)) == "2:3 not-text");
}

TEST_CASE("csv: every uneven row is told, of very many the first", "[calibrate][csv]") {
    std::string text = "a,b\n1,2\n";
    for (int row = 0; row < 25; ++row) text += "1\n";
    const auto found = parsed_csv(text).diagnostics;
    REQUIRE(found.size() == 21);
    CHECK(found[19].where.begin.line == 22);
    CHECK(found[20].id == "too-many-errors");
    CHECK(found[20].message == "5 more rows have too few or too many cells");
}

TEST_CASE("csv: a list of names", "[calibrate][csv]") {
    using List = std::vector<std::string>;
    CHECK(calibrate::read_list("a") == List{"a"});
    CHECK(calibrate::read_list("a, b ,c") == List{"a", "b", "c"});
    CHECK(calibrate::read_list("\"a, b\",c") == List{"a, b", "c"});
    CHECK(calibrate::read_list("a;b") == List{"a;b"});
    CHECK(!calibrate::read_list("\"a"));
    CHECK(!calibrate::read_list("a\nb"));
}
