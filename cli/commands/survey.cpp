#include "cli/commands/survey.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "calibrate/survey/survey.hpp"
#include "cli/choices.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/provenance_of.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/survey_document.hpp"
#include "cli/report/survey_json.hpp"
#include "cli/report/text_report.hpp"
#include "cli/report_format.hpp"
#include "cli/survey_options.hpp"
#include "cli/text_output.hpp"

namespace cjm::cli {
namespace {

struct SurveyOptions {
    SurveyColumns columns;
    Language language = Language::english;
    std::optional<ReportFormat> format;
    Output output;
};

std::string report_text(const Session& session, const SurveyOptions& options,
                        const SurveyReport& report) {
    switch (report_format(options.format, options.output)) {
        case ReportFormat::json:
            return survey_json(report);
        case ReportFormat::csv:
            return survey_csv(report);
        case ReportFormat::markdown:
            return document_markdown(survey_document(report));
        case ReportFormat::text:
            break;
    }
    return document_text(survey_document(report), text_style_for(session, options.output));
}

/// The value, or what is wrong with the answers on standard error.
template <class T>
std::optional<T> told(const Session& session, Parsed<T> parsed) {
    sort_by_place(parsed.diagnostics);
    for (const Diagnostic& diagnostic : parsed.diagnostics) tell_diagnostic(session, diagnostic);
    return std::move(parsed.value);
}

/// Codes for missing that count as answers, since a scale has them.
void tell_codes_on_scale(const calibrate::ColumnCounts& column) {
    if (column.codes_on_scale == 0) return;
    tell_note(fmt::format("{} value{} of {} that --missing names {} on its scale and count{} as {}",
                          column.codes_on_scale, column.codes_on_scale == 1 ? "" : "s",
                          cjm::quoted(column.column), column.codes_on_scale == 1 ? "is" : "are",
                          column.codes_on_scale == 1 ? "s" : "",
                          column.codes_on_scale == 1 ? "an answer" : "answers"));
}

/// Answers that were labels, and how they were read: a scale may run the other way round.
void tell_labels(const calibrate::ColumnCounts& column) {
    if (column.labels == 0) return;
    tell_note(
        fmt::format("{} answer{} of {} {} read from labels by the number at their front, from "
                    "{} to {}",
                    column.labels, column.labels == 1 ? "" : "s", cjm::quoted(column.column),
                    column.labels == 1 ? "is" : "are", cjm::quoted(column.lowest_label, 40),
                    cjm::quoted(column.highest_label, 40)));
}

/// Satisfaction asked of a column whose values go on to 10.
void tell_of_ten(const calibrate::SurveyScores& scores) {
    if (!scores.csat) return;
    const calibrate::ColumnCounts& column = scores.csat->columns.front();
    // 6 and 0 are often codes for no answer
    const auto beyond = [](const calibrate::OffScale& off) {
        return off.value == "8" || off.value == "9" || off.value == "10";
    };
    if (std::none_of(column.off_values.begin(), column.off_values.end(), beyond)) return;
    tell_note(
        fmt::format("{} has values up to 10, as the question of --nps has; --csat takes 1 to 5",
                    cjm::quoted(column.column)));
}

/// Recommendation asked of a column in which nobody answers above 6, as a scale that ends at 5 or 7.
void tell_none_above_six(const calibrate::SurveyScores& scores) {
    if (!scores.nps || scores.nps->clue() || !scores.nps->estimate) return;
    constexpr double all_detractors = -100;
    if (scores.nps->estimate->estimate > all_detractors) return;
    tell_note(
        fmt::format("no answer of {} is above 6; --nps takes 0 to 10, a scale of 1 to 5 is for "
                    "--csat, one of 1 to 7 for --ces",
                    cjm::quoted(scores.nps->columns.front().column)));
}

void tell_how_read(const calibrate::SurveyScores& scores) {
    tell_of_ten(scores);
    tell_none_above_six(scores);
    for (const ScoreField& field : score_fields) {
        const auto& score = scores.*field.score;
        if (!score || field.score == &calibrate::SurveyScores::easy) continue;
        for (const auto& column : score->columns) {
            tell_codes_on_scale(column);
            tell_labels(column);
        }
    }
}

ExitStatus score_file(const SurveyOptions& options, const Session& session,
                      const std::string& file) {
    if (options.columns.asks()) expect_consistent(options.columns);
    expect_report(options.format, options.output, file);
    const auto source = read_text(file, "the answers", calibrate::largest_table_bytes);
    const auto table = told(session, calibrate::read_csv(source));
    if (!table) return ExitStatus::input_errors;
    expect_asked(options.columns, *table);
    auto questions = told(session, find_columns(*table, options.columns));
    if (!questions) return ExitStatus::input_errors;
    auto result = told(session, calibrate::measure_survey(*table, *questions));
    if (!result) return ExitStatus::input_errors;
    const SurveyReport report{.file = shown_name(file),
                              .language = options.language,
                              .questions = *std::move(questions),
                              .result = *std::move(result),
                              .weight = options.columns.weight.value_or(""),
                              .by = options.columns.by.value_or(""),
                              .plan_points = options.columns.plan_points,
                              .provenance = provenance_of(*source)};
    tell_how_read(report.result.all);
    deliver(options.output, report_text(session, options, report));
    return ExitStatus::done;
}

std::vector<Option> options_of(SurveyOptions& options) {
    std::vector<Option> all = survey_options(options.columns);
    all.push_back(language_option("of the report", options.language));
    all.push_back(report_format_option(options.format));
    all.push_back(output_option(options.output));
    return all;
}

}  // namespace

Command survey_command() {
    const auto options = std::make_shared<SurveyOptions>();
    return {.name = "survey",
            .summary = "CSAT, NPS, CES and CSI from survey answers, with intervals",
            .usage = "RESPONSES.csv [options]",
            .description =
                "Reads survey answers, a row each below a line with the names of the columns, and "
                "tells the scores asked for with their intervals, how many answered and what is "
                "missing. Values off the scale count as missing and are reported. Fewer than 30 "
                "answers are a clue: the report tells their interval alone. Cells are separated by "
                "commas, semicolons, tabs or bars. RESPONSES.csv may be - for standard input.",
            .example =
                "  cjm survey answers.csv --csat overall --nps recommend --missing 0,99\n"
                "  cjm survey answers.csv --csi food,signs,wifi --by terminal -o csi.md\n"
                "  cjm survey answers.csv --ces effort --ces-scale 1-5 --weight w --plan 3\n",
            .arguments_offer = Offer::any_file,
            .options = options_of(*options),
            .run = [options](const Session& session, const std::vector<std::string>& arguments) {
                return score_file(*options, session, single_file(arguments, "file of answers"));
            }};
}

}  // namespace cjm::cli
