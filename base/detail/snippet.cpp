#include "base/detail/snippet.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

// A shown source line fits a narrow terminal, else the caret would wrap away from its word.
constexpr int shown_columns = 80;
// Of a line of megabytes only what lies this many bytes around the place is looked at.
constexpr std::size_t looked_at_bytes = 2000;

// The bytes of a line, 1-based, without its end; empty beyond the last.
std::string_view line_of(std::string_view text, std::uint32_t line) {
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < line; ++i) {
        begin = text.find('\n', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    auto found = text.substr(begin, text.find('\n', begin) - begin);
    if (found.ends_with('\r')) found.remove_suffix(1);
    if (line == 1 && found.starts_with("\uFEFF")) found.remove_prefix(3);
    return found;
}

bool continues_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Byte offset of a column (1-based, code points); the end of the line for columns beyond it.
std::size_t byte_of_column(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
        ++at;
        while (at < line.size() && continues_code_point(line[at])) ++at;
    }
    return at;
}

// The part of a line that is looked at, and the marked bytes [begin, end) of it.
struct Excerpt {
    std::string_view line;
    std::size_t begin = 0, end = 0;
    bool cut_before = false, cut_after = false;
};

Excerpt excerpt_of(const SourceSpan& where) {
    const auto line = line_of(where.source->text, where.begin.line);
    const auto begin = byte_of_column(line, where.begin.column);
    const bool goes_on = where.end.line > where.begin.line;
    const auto end = goes_on ? line.size() : byte_of_column(line, where.end.column);

    auto from = begin > looked_at_bytes ? begin - looked_at_bytes : 0;
    while (from > 0 && continues_code_point(line[from])) --from;
    Excerpt excerpt;
    excerpt.line = line.substr(from, begin - from + looked_at_bytes);
    excerpt.begin = begin - from;
    excerpt.end = std::min(std::max(end, begin) - from, excerpt.line.size());
    excerpt.cut_before = from > 0;
    excerpt.cut_after = line.size() > begin + looked_at_bytes;
    return excerpt;
}

// A letter as it is shown.
struct Cell {
    std::string shown;
    int width = 0;
    bool marked = false;
};

struct Cells {
    std::vector<Cell> cells;
    std::size_t first = 0;  // where the caret stands: the first marked cell, or beyond the last
};

// The line letter by letter; a letter is marked where any byte of it lies in [begin, end).
Cells cells_of(const Excerpt& excerpt) {
    Cells line;
    std::size_t at = 0;
    int column = 0;
    for (const auto cluster : grapheme_clusters(excerpt.line)) {
        Cell cell;
        if (cluster == "\t") {
            cell.width = tab_stop - column % tab_stop;
            cell.shown = std::string(static_cast<std::size_t>(cell.width), ' ');
        } else {
            cell.shown = printable(cluster);
            cell.width = display_width(cell.shown);
        }
        cell.marked = at < excerpt.end && at + cluster.size() > excerpt.begin;
        at += cluster.size();
        column += cell.width;
        if (at <= excerpt.begin) ++line.first;
        line.cells.push_back(std::move(cell));
    }
    return line;
}

struct Window {
    std::size_t first = 0, last = 0;  // half-open, of cells
};

// The cells to show: all if they fit, else a stretch around the caret that leaves more room behind
// it.
Window window_around(const Cells& line, bool cut) {
    const auto& cells = line.cells;
    int all = 0;
    for (const auto& cell : cells) all += cell.width;
    if (!cut && all <= shown_columns) return {0, cells.size()};
    constexpr int room = shown_columns - 2;  // an ellipsis on either side
    Window window{line.first, line.first};
    int width = 0;
    const auto take_after = [&](int limit) {
        while (window.last < cells.size() && width + cells[window.last].width <= limit)
            width += cells[window.last++].width;
    };
    take_after(room * 2 / 3);
    while (window.first > 0 && width + cells[window.first - 1].width <= room)
        width += cells[--window.first].width;
    take_after(room);
    return window;
}

std::string carets_under(const Cells& line, Window window) {
    std::string carets;
    for (auto i = window.first; i < window.last; ++i) {
        const auto& cell = line.cells[i];
        auto under = std::string(static_cast<std::size_t>(cell.width), cell.marked ? '~' : ' ');
        if (i == line.first) under.replace(0, 1, "^");
        carets += under;
    }
    if (line.first >= window.last) carets += '^';
    return carets;
}

std::string without_trailing_spaces(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

}  // namespace

std::string snippet(const SourceSpan& where) {
    const auto excerpt = excerpt_of(where);
    if (excerpt.line.find_first_not_of(" \t") == std::string_view::npos) return {};
    const auto line = cells_of(excerpt);
    const auto window = window_around(line, excerpt.cut_before || excerpt.cut_after);
    const bool more_before = window.first > 0 || excerpt.cut_before;
    const bool more_after = window.last < line.cells.size() || excerpt.cut_after;
    std::string shown = more_before ? "…" : "";
    for (auto i = window.first; i < window.last; ++i) shown += line.cells[i].shown;
    if (more_after) shown += "…";
    const std::string indent = more_before ? " " : "";
    return without_trailing_spaces(std::move(shown)) + '\n' +
           without_trailing_spaces(indent + carets_under(line, window)) + '\n';
}

}  // namespace cjm::detail
