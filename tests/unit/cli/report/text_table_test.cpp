#include "cli/report/text_table.hpp"

#include <catch2/catch.hpp>

#include "base/text_width.hpp"

using cjm::cli::Align;
using cjm::cli::Cell;
using cjm::cli::Column;
using cjm::cli::ColumnKind;
using cjm::cli::Table;
using cjm::cli::text_table;
using cjm::cli::Tone;
using Lines = std::vector<std::string>;

namespace {

Column words(std::string header, int narrowest = 8) {
    return {std::move(header), ColumnKind::flowing, Align::left, 100, narrowest};
}
Column number(std::string header, int importance = 100) {
    return {std::move(header), ColumnKind::fixed, Align::right, importance};
}

cjm::cli::TableRow row(std::vector<Cell> cells) {
    return {std::move(cells), false};
}
cjm::cli::TableRow group(const char* title) {
    return {{Cell(title, Tone::strong)}, true};
}

Lines lines(const Table& table, int width, bool colour = false) {
    return text_table(table, {width, colour}).lines;
}

}  // namespace

TEST_CASE("text table: words to the left, numbers to the right", "[cli][text_table]") {
    const Table table{{words("Name"), number("N")}, {row({"one", "1"}), row({"twelve", "12"})}};
    CHECK(lines(table, 80) == Lines{"Name     N", "one      1", "twelve  12"});
    CHECK(lines(table, 0) == lines(table, 80));
}

TEST_CASE("text table: composed and decomposed Vietnamese take the same room",
          "[cli][text_table]") {
    const Table table{{words("Tên"), number("N")},
                      {row({"Đặt lịch", "1"}), row({"Đa\u0323\u0306t li\u0323ch", "2"})}};
    const auto made = lines(table, 80);
    CHECK(made[1] == "Đặt lịch  1");
    CHECK(cjm::compose(made[2]) == "Đặt lịch  2");
}

TEST_CASE("text table: flowing words wrap and end in an ellipsis", "[cli][text_table]") {
    Table table{{words("Name", 9), number("N")},
                {row({"the quick brown fox jumps over the lazy dog", "1"})}};
    table.columns[0].most_lines = 3;
    CHECK(lines(table, 12) == Lines{"Name       N", "the quick  1", "brown fox", "jumps…"});
}

TEST_CASE("text table: the least important column goes first", "[cli][text_table]") {
    const Table table{{words("Name"), number("First", 50), number("Second", 60)},
                      {row({"a", "1", "2"})}};
    CHECK(lines(table, 19) == Lines{"Name  First  Second", "a         1       2"});
    CHECK(lines(table, 18) == Lines{"Name  Second", "a          2"});
    CHECK(lines(table, 11) == Lines{"Name", "a"});
}

TEST_CASE("text table: small print only of columns that are shown", "[cli][text_table]") {
    Table table{{words("Name"), number("First", 50)}, {row({"a", "1"})}};
    table.columns[1].note = "First: a number.";
    CHECK(text_table(table, {80, false}).notes == Lines{"First: a number."});
    CHECK(text_table(table, {8, false}).notes.empty());
}

TEST_CASE("text table: heads of several lines stand on the rows", "[cli][text_table]") {
    const Table table{{words("Name"), number("Of all")}, {row({"abcdefgh", "100 %"})}};
    CHECK(lines(table, 15) == Lines{"             Of", "Name        all", "abcdefgh  100 %"});
}

TEST_CASE("text table: rows under the titles of groups are indented", "[cli][text_table]") {
    const Table table{{words("Name"), number("N")}, {group("Group"), row({"a", "1"})}};
    CHECK(lines(table, 80) == Lines{"  Name  N", "Group", "  a     1"});
    CHECK(lines(table, 80, true)[1] == "\033[1mGroup\033[0m");
}

TEST_CASE("text table: without heads there is no head", "[cli][text_table]") {
    CHECK(lines({{words(""), number("")}, {row({"a", "1"})}}, 80) == Lines{"a  1"});
}

TEST_CASE("text table: bars of blocks, to an eighth of a column", "[cli][text_table]") {
    CHECK(cjm::cli::block_bar(1, 4) == "████");
    CHECK(cjm::cli::block_bar(0.5, 4) == "██");
    CHECK(cjm::cli::block_bar(0.53125, 4) == "██▏");
    CHECK(cjm::cli::block_bar(0, 4).empty());
    CHECK(cjm::cli::block_bar(1e-9, 4) == "▏");
    CHECK(cjm::cli::block_bar(7, 4) == "████");
    const Table table{{number("N"), {"", ColumnKind::bar, Align::left, 50, 2, 4}, words("Name")},
                      {row({"1", Cell::bar(1, Tone::bad), "a"}), row({"2", Cell::bar(0), "b"})}};
    CHECK(lines(table, 80) == Lines{"N       Name", "1 ████  a", "2       b"});
    CHECK(lines(table, 80, true)[1] == "1 \033[31m████\033[0m  a");
}

TEST_CASE("text table: no line is wider than asked for, whatever the room", "[cli][text_table]") {
    const Table table{
        {words("Name"), number("First", 50), words("Cause", 14)},
        {row({"Đặt lịch khám răng trực tuyến", "100 %", "dissatisfaction"}),
         row({"x", "1", "không hài lòng"}), group("A long title of a group of rows")}};
    for (int width = 12; width <= 100; ++width)
        for (const auto& line : lines(table, width)) {
            INFO(width << ": " << line);
            CHECK(cjm::display_width(line) <= width);
            CHECK((line.empty() || line.back() != ' '));
        }
}
