// Owns: from cells to answers: numbers, missing codes, values off the scale, weights, segments.
// Must not know: scores.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calibrate/survey/survey_questions.hpp"
#include "calibrate/survey/survey_result.hpp"
#include "calibrate/table/csv_table.hpp"

namespace cjm::calibrate {

/// A column read as answers to a question.
struct Answers {
    std::size_t column = 0;
    std::vector<double> values;          ///< one a row; no_answer where there is none
    std::vector<std::size_t> off_scale;  ///< rows whose value is none on the scale, nor missing
    std::uint64_t codes_on_scale = 0;    ///< answers that are a code for missing too
    std::uint64_t labels = 0;            ///< answers read from a label, see number_of_label()
    std::string lowest_label, highest_label;
};

/// Reads the rows of a table. Refers to it; it must outlive this.
class Responses {
  public:
    /// missing_codes  compared as texts, and as numbers where both are such ("6" is "6.0")
    Responses(const CsvTable& table, std::vector<std::string> missing_codes);

    /// A number, with a decimal point, or where commas do not separate cells with a decimal comma.
    [[nodiscard]] std::optional<double> number(std::string_view cell) const;
    [[nodiscard]] bool is_missing(std::string_view cell) const;
    /// A cell is a number or a label that begins with one. A code for missing that is one of the
    /// points of a scale of whole numbers is an answer there: a file may have 9 for "no answer" on
    /// 1 to 5, and 9 of 10 for a recommendation.
    [[nodiscard]] Answers answers(std::size_t column, const AnswerScale& scale) const;
    /// What the rows hold; `rows` are positions in the table.
    [[nodiscard]] ColumnCounts count(const Answers& answers,
                                     const std::vector<std::size_t>& rows) const;
    /// Of every row, the largest being 1. An error for what is no number >= 0, and where no weight
    /// is positive. 1 without a column.
    [[nodiscard]] Parsed<std::vector<double>> weights(std::optional<std::size_t> column) const;

    /// Rows with one value of a column.
    struct Group {
        std::string value;  ///< empty = blank or a code for missing
        std::vector<std::size_t> rows;
    };
    /// Names of the columns whose values are answers on the scale, four in five of them at least.
    [[nodiscard]] std::vector<std::string> columns_on(const AnswerScale& scale) const;
    /// By number where all values are numbers, else in the order of the file; blank last.
    [[nodiscard]] std::vector<Group> groups(std::size_t column) const;

    [[nodiscard]] const CsvTable& table() const { return table_; }

  private:
    [[nodiscard]] bool is_code(double value) const;
    [[nodiscard]] std::optional<double> number_or_label(std::string_view cell) const;

    const CsvTable& table_;
    std::vector<std::string> codes_;
    std::vector<double> code_numbers_;
};

}  // namespace cjm::calibrate
