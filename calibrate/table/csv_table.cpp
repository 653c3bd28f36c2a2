#include "calibrate/table/csv_table.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include <csv.h>
#include <fmt/format.h>

#include "base/text_place.hpp"
#include "base/text_width.hpp"
#include "calibrate/table/separator.hpp"

namespace cjm::calibrate {
namespace {

constexpr std::size_t most_errors = 20;
constexpr std::string_view byte_order_mark = "\uFEFF";

std::string_view name_of(char separator) {
    return separator == '\t' ? "tab"
                             : std::string_view(separator == ';'   ? "\";\""
                                                : separator == '|' ? "\"|\""
                                                                   : "\",\"");
}

/// The parser of libcsv, freed with its owner.
class Parser {
  public:
    explicit Parser(char separator) {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    Parser(Parser&&) = delete;
    Parser& operator=(Parser&&) = delete;
    ~Parser() { csv_free(&parser_); }
    [[nodiscard]] csv_parser* get() { return &parser_; }
    void expect_memory() {
        if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    }

  private:
    csv_parser parser_{};
};

}  // namespace

/// Fills a table while libcsv reads the text.
class CsvReader {
  public:
    explicit CsvReader(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {
        table_.source_ = source_;
    }

    void read(char separator) {
        table_.separator_ = separator;
        Parser parser(separator);
        const std::string_view text = source_->text;
        const char stops[] = {separator, '"', '\r', '\n', '\0'};
        at_ = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        begin_ = at_;
        while (at_ < text.size()) {
            // up to a letter that may end a cell, so that its place is known when it does
            const std::size_t stop = text.find_first_of(stops, at_, 4);
            const std::size_t length =
                (stop == std::string_view::npos ? text.size() - 1 : stop) - at_ + 1;
            next_ = at_ + length;
            const std::size_t done =
                csv_parse(parser.get(), text.data() + at_, length, on_cell, on_row, this);
            if (done != length) {
                parser.expect_memory();
                return misplaced_quote(at_ + done);
            }
            at_ = next_;
        }
        next_ = text.size() + 1;
        if (csv_fini(parser.get(), on_cell, on_row, this) != 0) {
            parser.expect_memory();
            return open_quote();
        }
        if (errors_ > most_errors) too_many();
    }

    /// Says so where there is no header, or nothing below it.
    void expect_rows() {
        if (!diagnostics_.empty()) return;
        if (table_.columns_ == 0)
            return fail("empty-table", place_of(source_, 0, 1), "there is no header",
                        "the first line names the columns");
        if (rows_ < 2)
            fail("empty-table", table_.header_place(0), "there is no row below the header",
                 "each answer is a row of its own");
    }

    [[nodiscard]] Parsed<CsvTable> take() {
        Parsed<CsvTable> parsed;
        if (diagnostics_.empty()) parsed.value = std::move(table_);
        parsed.diagnostics = std::move(diagnostics_);
        return parsed;
    }

  private:
    static void on_cell(void* bytes, std::size_t size, void* reader) {
        static_cast<CsvReader*>(reader)->add_cell(
            {static_cast<const char*>(bytes), bytes == nullptr ? 0 : size});
    }
    static void on_row(int /*terminator*/, void* reader) {
        static_cast<CsvReader*>(reader)->end_row();
    }

    void add_cell(std::string_view cell) {
        table_.text_ += cell;
        table_.cells_.push_back({static_cast<std::uint32_t>(cell_begin()),
                                 static_cast<std::uint32_t>(table_.text_.size())});
        begin_ = next_;
        ++in_row_;
    }

    /// Behind the blank lines and spaces before a cell.
    [[nodiscard]] std::size_t cell_begin() const {
        const std::string_view text = source_->text;
        const std::size_t found = text.find_first_not_of(" \t\r\n", begin_);
        return std::min(found, std::max(begin_, std::min(next_, text.size() + 1) - 1));
    }

    void end_row() {
        if (rows_ == 0) {
            table_.columns_ = in_row_;
        } else if (in_row_ != table_.columns_) {
            uneven_row();
        }
        ++rows_;
        in_row_ = 0;
    }

    /// Says so, and leaves the row out so that the others keep their shape.
    void uneven_row() {
        const std::size_t first = table_.cells_.size() - in_row_;
        if (++errors_ <= most_errors) {
            const std::size_t shown = std::min(in_row_ - 1, table_.columns_);
            fail("uneven-row", place_of(source_, table_.cells_[first + shown].source, 1),
                 fmt::format("this row has {} cell{}, the header {}", in_row_,
                             in_row_ == 1 ? "" : "s", table_.columns_),
                 fmt::format("give every row as many cells as the header, and put a cell that "
                             "holds a {} itself into double quotes",
                             name_of(table_.separator_)));
        }
        table_.cells_.resize(first);
        table_.text_.resize(first == 0 ? 0 : table_.cells_[first - 1].end);
    }

    void misplaced_quote(std::size_t offset) {
        fail("misplaced-quote", place_of(source_, offset, 1),
             "a double quote may only enclose a whole cell",
             "put the cell into double quotes and write each quote within it twice");
    }
    void open_quote() {
        fail("open-quote", place_of(source_, cell_begin(), 1), "this quoted cell never ends",
             "close it with a double quote; a quote within it is written twice");
    }
    void too_many() {
        Diagnostic diagnostic;
        diagnostic.id = "too-many-errors";
        diagnostic.where.source = source_;
        diagnostic.message =
            fmt::format("{} more rows have too few or too many cells", errors_ - most_errors);
        diagnostics_.push_back(std::move(diagnostic));
    }
    void fail(std::string_view id, SourceSpan where, std::string message, std::string hint) {
        diagnostics_.push_back(
            {Severity::error, id, std::move(where), std::move(message), std::move(hint), {}});
    }

    std::shared_ptr<const SourceText> source_;
    CsvTable table_;
    std::vector<Diagnostic> diagnostics_;
    std::size_t at_ = 0, next_ = 0;  // the bytes that libcsv is given
    std::size_t begin_ = 0;          // of the cell that is read
    std::size_t rows_ = 0, in_row_ = 0, errors_ = 0;
};

std::vector<std::string> CsvTable::headers() const {
    std::vector<std::string> names;
    for (std::size_t column = 0; column < columns_; ++column) names.emplace_back(header(column));
    return names;
}

std::vector<std::size_t> CsvTable::find(std::string_view name) const {
    const std::string composed = compose(name);
    std::vector<std::size_t> found;
    for (std::size_t column = 0; column < columns_; ++column)
        if (compose(header(column)) == composed) found.push_back(column);
    return found;
}

SourceSpan CsvTable::place(std::size_t index) const {
    const auto letters = std::max<std::size_t>(count_code_points(at(index)), 1);
    return place_of(source_, cells_[index].source, static_cast<std::uint32_t>(letters));
}

Parsed<CsvTable> read_csv(const std::shared_ptr<const SourceText>& source) {
    if (auto error = find_not_text(source, "the answers"))
        return {std::nullopt, {*std::move(error)}};
    CsvReader reader(source);
    reader.read(find_separator(source->text));
    reader.expect_rows();
    return reader.take();
}

Diagnostic duplicate_column(const CsvTable& table, std::size_t first, std::size_t second) {
    return {Severity::error,
            "duplicate-column",
            table.header_place(second),
            fmt::format("a column {} is there already", quoted(table.header(second))),
            "give each column a name of its own",
            {{table.header_place(first), "first here"}}};
}

std::optional<std::vector<std::string>> read_list(const std::string& line) {
    if (line.find_first_of("\r\n") != std::string::npos) return std::nullopt;
    CsvReader reader(std::make_shared<const SourceText>(SourceText{"", line}));
    reader.read(',');
    const auto parsed = reader.take();
    if (!parsed.value) return std::nullopt;
    return parsed.value->headers();
}

}  // namespace cjm::calibrate
