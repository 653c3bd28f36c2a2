#include "cli/report/text_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/contract.hpp"
#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

constexpr int gap = 2;            // between columns
constexpr int bar_gap = 1;        // before a bar, which belongs to the number left of it
constexpr int group_indent = 2;   // of the rows under titles of groups
constexpr int luxury_below = 40;  // importance of columns that only get room to spare
constexpr int word_allowance = 4;
constexpr int shortest = 3;              // a column is never narrower
constexpr std::size_t header_lines = 8;  // words of a head are few, and none of them idle

/// A column that is shown, with the widths it could take.
struct Fitted {
    std::size_t column = 0;  // in Table::columns
    int least = 0, most = 0, width = 0;
    int gap = 0;       // before it
    int pleasant = 0;  // what it should have before columns of little importance get any room
};

int widest_word(const std::string& text) {
    int widest = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

template <class Measure>
int widest_cell(const Table& table, std::size_t column, Measure measure) {
    int widest = 0;
    for (const auto& row : table.rows)
        if (!row.group) widest = std::max(widest, measure(row.cells[column].text));
    return widest;
}

Fitted fitted(const Table& table, std::size_t index) {
    const auto& column = table.columns[index];
    Fitted result;
    result.column = index;
    result.gap = index == 0 ? 0 : column.kind == ColumnKind::bar ? bar_gap : gap;
    if (column.kind == ColumnKind::bar) {
        result.least = result.pleasant = column.narrowest;
        result.most = column.widest;
        return result;
    }
    const int cells =
        std::max(column.at_least,
                 widest_cell(table, index, [](const auto& text) { return display_width(text); }));
    const int header_word = widest_word(column.header);
    result.most = std::max(cells, display_width(column.header));
    result.least = result.pleasant = std::max(cells, header_word);
    if (column.kind == ColumnKind::fixed) return result;
    // words stay whole as long as they are not much wider than the column may become
    const int word =
        std::min(widest_cell(table, index, widest_word), column.narrowest + word_allowance);
    result.least = std::max({std::min(cells, column.narrowest), word, header_word});
    result.pleasant = std::max(result.least, std::min(cells, column.narrowest * 3 / 2));
    return result;
}

int total_width(const std::vector<Fitted>& columns, int Fitted::*width) {
    return std::accumulate(columns.begin(), columns.end(), 0, [&](int sum, const Fitted& column) {
        return sum + column.gap + column.*width;
    });
}

/// Takes columns away, the least important first and the last of equals, until all fit; those of
/// little importance also where the others would have less room than is pleasant.
void drop_columns(std::vector<Fitted>& columns, const Table& table, int room) {
    const auto importance = [&](const Fitted& column) {
        return table.columns[column.column].importance;
    };
    while (columns.size() > 1) {
        auto least = columns.end() - 1;
        for (auto it = columns.begin(); it != columns.end(); ++it)
            if (importance(*it) < importance(*least)) least = it;
        if (importance(*least) >= Column{}.importance) return;
        const bool luxury = importance(*least) < luxury_below;
        if (total_width(columns, luxury ? &Fitted::pleasant : &Fitted::least) <= room) return;
        columns.erase(least);
    }
}

void shrink_widest(std::vector<Fitted>& columns, int room) {
    for (int excess = total_width(columns, &Fitted::least) - room; excess > 0; --excess) {
        const auto widest =
            std::max_element(columns.begin(), columns.end(),
                             [](const Fitted& a, const Fitted& b) { return a.least < b.least; });
        if (widest->least <= shortest) return;
        --widest->least;
    }
}

/// Shares `spare` columns out: to flowing text first, then to headers that would wrap, then to
/// bars.
void widen(std::vector<Fitted>& columns, const Table& table, int spare) {
    for (const auto kind : {ColumnKind::flowing, ColumnKind::fixed, ColumnKind::bar}) {
        for (bool given = true; given && spare > 0;) {
            given = false;
            for (auto& column : columns) {
                if (table.columns[column.column].kind != kind || column.width >= column.most)
                    continue;
                if (spare == 0) return;
                ++column.width;
                --spare;
                given = true;
            }
        }
    }
}

std::vector<Fitted> fit_columns(const Table& table, int room) {
    std::vector<Fitted> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) columns.push_back(fitted(table, i));
    if (room == 0) {
        for (auto& column : columns) column.width = column.most;
        return columns;
    }
    drop_columns(columns, table, room);
    shrink_widest(columns, room);
    for (auto& column : columns) column.width = column.least;
    widen(columns, table, std::max(0, room - total_width(columns, &Fitted::least)));
    return columns;
}

std::vector<std::string> cell_lines(const std::string& text, int width, std::size_t most_lines) {
    // enough for the lines and to see that more follows; an endless title costs no more
    const auto enough = (width + 1) * static_cast<int>(most_lines + 1);
    auto lines = wrap_text(shorten_end(text, enough), width);
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = shorten_end(lines.back() + "…", width);
    }
    return lines;
}

void trim_end(std::string& line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
}

std::string aligned(const std::string& text, int width, Align align) {
    const auto cut = display_width(text) > width ? shorten_end(text, width) : text;
    return align == Align::left ? align_left(cut, width) : align_right(cut, width);
}

/// Whether the cells of a row stand on its first line or on its last.
enum class Stand { top, bottom };

/// Rows of cells as lines.
class RowWriter {
  public:
    /// indent  before the rows, where titles of groups stand further left
    RowWriter(const Table& table, const std::vector<Fitted>& columns, int indent, bool colour)
        : table_(table), columns_(columns), indent_(indent), colour_(colour) {}

    void write(const std::vector<Cell>& cells, Stand stand, std::vector<std::string>& lines) const {
        std::vector<std::vector<std::string>> wrapped;
        std::size_t height = 1;
        for (const auto& column : columns_) {
            wrapped.push_back(lines_of(
                cells[column.column], column,
                stand == Stand::bottom ? header_lines : table_.columns[column.column].most_lines));
            height = std::max(height, wrapped.back().size());
        }
        if (stand == Stand::bottom)
            for (auto& cell : wrapped) cell.insert(cell.begin(), height - cell.size(), "");
        for (std::size_t i = 0; i < height; ++i) lines.push_back(line(cells, wrapped, i));
    }

  private:
    [[nodiscard]] std::vector<std::string> lines_of(const Cell& cell, const Fitted& column,
                                                    std::size_t most_lines) const {
        if (table_.columns[column.column].kind == ColumnKind::bar && cell.text.empty())
            return {cell.whiskers ? whisker_bar(cell.fill, *cell.whiskers, column.width)
                                  : block_bar(cell.fill, column.width)};
        return cell_lines(cell.text, column.width, most_lines);
    }

    [[nodiscard]] std::string line(const std::vector<Cell>& cells,
                                   const std::vector<std::vector<std::string>>& wrapped,
                                   std::size_t i) const {
        std::string result;
        std::string pending(static_cast<std::size_t>(indent_),
                            ' ');  // spaces are written only before something that is seen
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto& column = table_.columns[columns_[c].column];
            const std::string words = i < wrapped[c].size() ? wrapped[c][i] : "";
            auto padded = aligned(words, columns_[c].width, column.align);
            const auto first = padded.find_first_not_of(' ');
            pending += std::string(static_cast<std::size_t>(columns_[c].gap), ' ');
            if (first == std::string::npos) {
                pending += padded;
                continue;
            }
            const auto last = padded.find_last_not_of(' ');
            result += pending + padded.substr(0, first) +
                      toned(std::string_view(padded).substr(first, last - first + 1),
                            cells[columns_[c].column].tone, colour_);
            pending = padded.substr(last + 1);
        }
        return result;
    }

    const Table& table_;
    const std::vector<Fitted>& columns_;
    int indent_;
    bool colour_;
};

void write_header(const Table& table, const RowWriter& writer, std::vector<std::string>& lines) {
    std::vector<Cell> header;
    bool any = false;
    for (const auto& column : table.columns) {
        Cell cell(column.header, Tone::faint);
        if (column.header.empty()) cell.text = " ";  // a bar's head is no bar
        any = any || !column.header.empty();
        header.push_back(std::move(cell));
    }
    if (any) writer.write(header, Stand::bottom, lines);
}

}  // namespace

std::string toned(std::string_view words, Tone tone, bool colour) {
    if (!colour || tone == Tone::plain || words.empty()) return std::string(words);
    const std::string_view code = tone == Tone::strong  ? "1"
                                  : tone == Tone::faint ? "2"
                                  : tone == Tone::good  ? "32"
                                                        : "31";
    return std::string("\033[").append(code).append("m").append(words).append("\033[0m");
}

std::string block_bar(double fill, int width) {
    static constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (!(fill > 0) || width <= 0) return "";
    const int all = width * 8;
    const int length = std::clamp(static_cast<int>(std::lround(fill * all)), 1, all);
    std::string bar;
    for (int i = 0; i < length / 8; ++i) bar += "█";
    return bar.append(eighths[length % 8]);
}

std::string whisker_bar(double fill, const Whiskers& whiskers, int width) {
    const auto column = [&](double at) {
        return std::clamp(static_cast<int>(std::lround(at * width)), 0, width);
    };
    const int zero = column(whiskers.zero), end = column(fill);
    const int low = column(whiskers.low), high = column(whiskers.high);
    const bool certain = whiskers.low == whiskers.high;
    const int from = std::min(zero, end), to = std::max(zero, end);
    std::string bar;
    for (int i = 0; i < width; ++i) {
        const bool in_bar = i >= from && i < to, in_interval = !certain && i >= low && i < high;
        if (in_bar)
            bar += in_interval ? "▒" : "█";
        else if (in_interval)
            bar += i + 1 == high && i >= end ? "┤" : i == low && i < end ? "├" : "─";
        else
            bar += i == zero && from == to ? "▏" : " ";
    }
    return bar;
}

TextTable text_table(const Table& table, const TextStyle& style) {
    const bool grouped = std::any_of(table.rows.begin(), table.rows.end(),
                                     [](const TableRow& row) { return row.group; });
    const int indent = grouped ? group_indent : 0;
    const int room = style.width > 0 ? std::max(1, style.width - indent) : 0;
    const auto columns = fit_columns(table, room);
    const RowWriter writer(table, columns, indent, style.colour);
    TextTable made;
    for (const auto& column : columns)
        if (const auto& note = table.columns[column.column].note; !note.empty())
            made.notes.push_back(note);
    auto& lines = made.lines;
    write_header(table, writer, lines);
    for (const auto& row : table.rows) {
        CJM_EXPECTS(row.cells.size() == (row.group ? 1 : table.columns.size()));
        if (!row.group) {
            writer.write(row.cells, Stand::top, lines);
            continue;
        }
        auto title = row.cells[0].text;
        if (style.width > 0) title = shorten_end(title, style.width);
        trim_end(title);
        lines.push_back(toned(title, row.cells[0].tone, style.colour));
    }
    return made;
}

}  // namespace cjm::cli
