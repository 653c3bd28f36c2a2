// Owns: tables made column by column from a list. Must not know: what the list holds, where tables
// are shown.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/report/table.hpp"

namespace cjm::cli {

/// Collects columns, each a head and a function from the position in a list to a cell, then makes
/// the rows.
class TableBuilder {
  public:
    using MakeCell = std::function<Cell(std::size_t)>;

    void add(Column column, MakeCell make_cell) {
        table_.columns.push_back(std::move(column));
        cells_.push_back(std::move(make_cell));
    }
    void add_words(std::string header, int narrowest, MakeCell make_cell) {
        add({std::move(header), ColumnKind::flowing, Align::left, always, narrowest},
            std::move(make_cell));
    }
    void add_number(std::string header, int importance, MakeCell make_cell) {
        add({std::move(header), ColumnKind::fixed, Align::right, importance}, std::move(make_cell));
    }
    /// Small print for the column added last.
    void note(std::string words) { table_.columns.back().note = std::move(words); }
    void add_bar(int importance, int narrowest, int widest, MakeCell make_cell) {
        add({"", ColumnKind::bar, Align::left, importance, narrowest, widest},
            std::move(make_cell));
    }

    void add_row(std::size_t index) {
        TableRow row;
        for (const auto& cell : cells_) row.cells.push_back(cell(index));
        table_.rows.push_back(std::move(row));
    }
    void add_rows(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) add_row(i);
    }
    void add_group(std::string title) {
        table_.rows.push_back({{Cell(std::move(title), Tone::strong)}, true});
    }

    [[nodiscard]] Table take() { return std::move(table_); }

    /// The importance of a column that is never left out.
    static constexpr int always = always_shown;

  private:
    Table table_;
    std::vector<MakeCell> cells_;
};

}  // namespace cjm::cli
