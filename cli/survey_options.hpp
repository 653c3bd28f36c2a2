// Owns: the options of `cjm survey`, and from names of columns to questions about a table. Must not
// know: how scores are computed or told.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calibrate/survey/survey_questions.hpp"
#include "calibrate/table/csv_table.hpp"
#include "cli/command.hpp"

namespace cjm::cli {

/// What the command line asks, columns still by their names.
struct SurveyColumns {
    std::optional<std::string> csat, nps, ces, weight, by;
    std::vector<std::string> csi;
    std::vector<double> csi_weights;       ///< empty = all the same
    calibrate::SurveyQuestions questions;  ///< scales, direction, codes, confidence
    std::optional<double> plan_points;
    std::string of_ces, of_csi;  ///< an option given that only makes sense with this score

    [[nodiscard]] bool asks() const { return csat || nps || ces || !csi.empty(); }
};

/// All of them, setting `columns`, which must outlive them.
[[nodiscard]] std::vector<Option> survey_options(SurveyColumns& columns);

/// Throws UsageError where what is asked does not fit together.
void expect_consistent(const SurveyColumns& columns);

/// Throws UsageError where nothing is asked, naming the columns that the table has.
void expect_asked(const SurveyColumns& columns, const calibrate::CsvTable& table);

/// The questions with the positions of the columns. No value with errors: a column that is asked
/// for is there twice. Throws UsageError for a name that is no column.
[[nodiscard]] Parsed<calibrate::SurveyQuestions> find_columns(const calibrate::CsvTable& table,
                                                              const SurveyColumns& columns);

}  // namespace cjm::cli
