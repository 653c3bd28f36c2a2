#include "base/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm {
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

struct Cell {
    std::string shown;
    int width = 0;
    bool marked = false;
};

// The line letter by letter; a letter is marked where any byte of it lies in [begin, end).
std::vector<Cell> cells_of(std::string_view line, std::size_t begin, std::size_t end) {
    std::vector<Cell> cells;
    std::size_t at = 0;
    int column = 0;
    for (const auto cluster : grapheme_clusters(line)) {
        Cell cell;
        if (cluster == "\t") {
            cell.width = tab_stop - column % tab_stop;
            cell.shown = std::string(static_cast<std::size_t>(cell.width), ' ');
        } else {
            cell.shown = printable(cluster);
            cell.width = display_width(cell.shown);
        }
        cell.marked = at < end && at + cluster.size() > begin;
        at += cluster.size();
        column += cell.width;
        cells.push_back(std::move(cell));
    }
    return cells;
}

struct Window {
    std::size_t first = 0, last = 0;  // half-open, of cells
};

int width_of(const std::vector<Cell>& cells, Window window) {
    int width = 0;
    for (auto i = window.first; i < window.last; ++i) width += cells[i].width;
    return width;
}

// The cells to show: all if they fit, else a stretch around the marked ones that shows their start.
Window window_around(const std::vector<Cell>& cells, std::size_t first_marked, bool cut_before,
                     bool cut_after) {
    if (!cut_before && !cut_after && width_of(cells, {0, cells.size()}) <= shown_columns)
        return {0, cells.size()};
    constexpr int room = shown_columns - 2;  // an ellipsis on either side
    Window window{first_marked, first_marked};
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

std::string without_trailing_spaces(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

// The source line and the caret line, each with its newline.
std::string snippet(const SourceSpan& where) {
    auto line = line_of(where.source->text, where.begin.line);
    auto begin = byte_of_column(line, where.begin.column);
    auto end =
        where.end.line > where.begin.line ? line.size() : byte_of_column(line, where.end.column);

    auto cut_from = begin > looked_at_bytes ? begin - looked_at_bytes : 0;
    while (cut_from > 0 && continues_code_point(line[cut_from])) --cut_from;
    const bool cut_after = line.size() > begin + looked_at_bytes;
    line = line.substr(cut_from, begin - cut_from + looked_at_bytes);
    begin -= cut_from;
    end = std::min(std::max(end - std::min(cut_from, end), begin), line.size());

    auto cells = cells_of(line, begin, end);
    auto first = std::find_if(cells.begin(), cells.end(), [](const Cell& c) { return c.marked; });
    if (first ==
        cells.end()) {  // an empty place: the letter that starts there, or the end of the line
        std::size_t at = 0;
        first = cells.begin();
        for (const auto cluster : grapheme_clusters(line)) {
            if (at >= begin) break;
            at += cluster.size();
            ++first;
        }
    }
    const auto window = window_around(cells, static_cast<std::size_t>(first - cells.begin()),
                                      cut_from > 0, cut_after);
    std::string shown, carets;
    if (window.first > 0 || cut_from > 0) shown += "…", carets += ' ';
    const auto first_index = static_cast<std::size_t>(first - cells.begin());
    for (auto i = window.first; i < window.last; ++i) {
        shown += cells[i].shown;
        const auto columns = static_cast<std::size_t>(cells[i].width);
        if (i == first_index)
            carets += '^' + std::string(columns > 0 ? columns - 1 : 0, cells[i].marked ? '~' : ' ');
        else
            carets += std::string(columns, cells[i].marked ? '~' : ' ');
    }
    if (first_index >= window.last) carets += '^';
    if (window.last < cells.size() || cut_after) shown += "…";
    return without_trailing_spaces(std::move(shown)) + '\n' +
           without_trailing_spaces(std::move(carets)) + '\n';
}

std::string located(const SourceSpan& where, std::string_view kind, std::string_view message) {
    if (!where.somewhere()) return fmt::format("{}: {}\n", kind, printable(message));
    const auto path = printable(where.source->path);
    if (where.begin.line == 0) return fmt::format("{}: {}: {}\n", path, kind, printable(message));
    return fmt::format("{}:{}:{}: {}: {}\n{}", path, where.begin.line, where.begin.column, kind,
                       printable(message), snippet(where));
}

}  // namespace

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::advice:
            return "advice";
    }
    return "error";
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
    const auto key = [](const Diagnostic& d) {
        return std::make_tuple(d.where.somewhere() ? std::string_view(d.where.source->path) : "",
                               d.where.begin, d.severity);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
    // what is not an error can be silenced by its id, so the id is shown
    const auto message = diagnostic.severity == Severity::error
                             ? diagnostic.message
                             : fmt::format("{} [{}]", diagnostic.message, diagnostic.id);
    auto text = located(diagnostic.where, to_string(diagnostic.severity), message);
    for (const auto& note : diagnostic.notes) text += located(note.where, "note", note.text);
    if (!diagnostic.hint.empty()) text += fmt::format("hint: {}\n", printable(diagnostic.hint));
    return text;
}

}  // namespace cjm
