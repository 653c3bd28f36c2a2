// Owns: a table of words and bars as plain data. Must not know: where it is shown, what it is
// about.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cjm::cli {

enum class Align { left, right };

/// How a cell is set off; shown by colour or weight where there is any, never carrying meaning
/// alone.
enum class Tone { plain, strong, faint, good, bad };

enum class ColumnKind {
    fixed,    ///< as wide as its widest cell
    flowing,  ///< text that may wrap, down to `narrowest` columns
    bar,      ///< a horizontal bar by Cell::fill; `narrowest` .. `widest` columns
};

/// Importance of a column that is never left out.
inline constexpr int always_shown = 100;

struct Column {
    std::string header;  ///< may wrap between words
    ColumnKind kind = ColumnKind::fixed;
    Align align = Align::right;
    /// The column of least importance goes first; always_shown stays, below 40 is luxury.
    int importance = always_shown;
    int narrowest = 14, widest = 20;  ///< in columns of the terminal; see ColumnKind
    std::size_t most_lines = 5;       ///< of a cell; what does not fit ends in "…"
    int at_least = 0;                 ///< wide as in a sister table, where cells here are shorter
    std::string note{};               ///< what the column holds, for small print where it is shown
};

/// Where a bar begins, and the interval of its end, in [0, 1] of its column.
struct Whiskers {
    double zero = 0, low = 0, high = 0;
};

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
    double fill = 0;  ///< end of a bar, in [0, 1] of its column
    std::optional<Whiskers> whiskers;

    Cell() = default;
    Cell(std::string words, Tone t = Tone::plain)
        : text(std::move(words)), tone(t) {}  // NOLINT: words are a cell
    Cell(const char* words, Tone t = Tone::plain)
        : Cell(std::string(words), t) {}  // NOLINT: as above
    [[nodiscard]] static Cell bar(double fill, Tone tone = Tone::plain) {
        Cell cell("", tone);
        cell.fill = fill;
        return cell;
    }
    [[nodiscard]] static Cell bar(double fill, const Whiskers& whiskers, Tone tone = Tone::plain) {
        Cell cell = bar(fill, tone);
        cell.whiskers = whiskers;
        return cell;
    }
};

struct TableRow {
    std::vector<Cell> cells;  ///< one per column; for a group title only the first
    bool group = false;       ///< a title above the rows that follow
};

/// Columns without any header make a table without a head.
struct Table {
    std::vector<Column> columns;
    std::vector<TableRow> rows;
};

}  // namespace cjm::cli
