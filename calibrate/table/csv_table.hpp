// Owns: reading a table with a header from CSV text, and where each cell stands. Must not know:
// what the columns mean, files.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace cjm::calibrate {

/// Largest CSV text that is read, in bytes.
inline constexpr std::size_t largest_table_bytes = 256U << 20U;

/// A table of texts, each row with as many cells as the header.
class CsvTable {
  public:
    [[nodiscard]] std::size_t rows() const { return cells_.size() / columns() - 1; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::string_view header(std::size_t column) const { return at(column); }
    /// Without its quotes and the white space around it. row  counted from 0, the header left out
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
        return at((row + 1) * columns_ + column);
    }
    [[nodiscard]] SourceSpan header_place(std::size_t column) const { return place(column); }
    [[nodiscard]] SourceSpan cell_place(std::size_t row, std::size_t column) const {
        return place((row + 1) * columns_ + column);
    }
    /// Names of all columns, in order.
    [[nodiscard]] std::vector<std::string> headers() const;
    /// Every column of that name, however its letters with marks are composed.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view name) const;
    [[nodiscard]] char separator() const { return separator_; }
    [[nodiscard]] const std::shared_ptr<const SourceText>& source() const { return source_; }

  private:
    friend class CsvReader;
    struct Extent {
        std::uint32_t source = 0;  ///< byte where the cell begins in the source
        std::uint32_t end = 0;     ///< one past its last byte in text_
    };
    [[nodiscard]] std::string_view at(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : cells_[index - 1].end;
        return std::string_view(text_).substr(begin, cells_[index].end - begin);
    }
    [[nodiscard]] SourceSpan place(std::size_t index) const;

    std::shared_ptr<const SourceText> source_;
    std::size_t columns_ = 0;
    char separator_ = ',';
    std::string text_;           ///< all cells, one behind the other
    std::vector<Extent> cells_;  ///< row by row, the header first
};

/// The table that a CSV text holds (RFC 4180, quoted cells with line breaks included; UTF-8 with or
/// without byte order mark, lines ending in LF, CR or CR LF). Cells are separated by a comma, a
/// semicolon, a tab or a bar, whichever cuts the first lines into rows of one length; lines without
/// any cell are passed over. No value with an error: no text, a quote that is never closed or
/// stands within a cell, a row that is longer or shorter than the header, no row at all.
/// Cost: O(bytes).
[[nodiscard]] Parsed<CsvTable> read_csv(const std::shared_ptr<const SourceText>& source);

/// The error that two columns have a name that only one may have.
[[nodiscard]] Diagnostic duplicate_column(const CsvTable& table, std::size_t first,
                                          std::size_t second);

/// The cells of a single line separated by commas, such as a list on a command line: `a,"b, c"`.
/// None where it is no such line.
[[nodiscard]] std::optional<std::vector<std::string>> read_list(const std::string& line);

}  // namespace cjm::calibrate
