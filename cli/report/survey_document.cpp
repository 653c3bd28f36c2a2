#include "cli/report/survey_document.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_width.hpp"
#include "cli/report/report_words.hpp"
#include "cli/report/settings_rows.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

using calibrate::ColumnCounts;
using calibrate::Score;
using calibrate::SurveyScores;

/// A report with the words for it.
struct SurveyWords : ReportWords {
    explicit SurveyWords(const SurveyReport& r)
        : ReportWords(NumberFormat(r.language)), report(r) {}
    const SurveyReport& report;

    [[nodiscard]] std::string count(std::uint64_t n) const {
        return number().count(static_cast<double>(n));
    }
    [[nodiscard]] std::string confidence() const {
        return number().number(100 * report.questions.confidence.level) + "\u00a0%";
    }
};

/// A line of a table of scores.
struct ScoreRow {
    std::string title;
    const Score* score = nullptr;
    const ScoreField* field = nullptr;
    double weight = 0;  ///< attributes only
};

Cell score_cell(const SurveyWords& words, const ScoreRow& row) {
    const Score& score = *row.score;
    if (!score.estimate) return no_value;
    if (score.clue()) return Cell(words.say(Message::score_clue), Tone::faint);
    const double value = score.estimate->estimate;
    return row.field->kind == calibrate::ScoreKind::net_promoters
               ? words.number().signed_number(value, row.field->decimals)
               : words.number().number(value, row.field->decimals);
}

std::string interval_text(const SurveyWords& words, const ScoreRow& row) {
    const auto& estimate = row.score->estimate;
    if (!estimate) return no_value;
    return words.number().interval(estimate->low, estimate->high, row.field->decimals);
}

/// The columns that every table of scores has.
TableBuilder score_columns(const SurveyWords& words, std::string head,
                           const std::vector<ScoreRow>& rows) {
    TableBuilder table;
    table.add_words(std::move(head), 14, [&](std::size_t i) { return Cell(rows[i].title); });
    table.add_number(words.say(Message::column_score), TableBuilder::always,
                     [&](std::size_t i) { return score_cell(words, rows[i]); });
    table.add_number(words.say(Message::column_interval, words.confidence()), TableBuilder::always,
                     [&](std::size_t i) { return Cell(interval_text(words, rows[i])); });
    table.add_number(words.say(Message::column_answers), 80,
                     [&](std::size_t i) { return Cell(words.count(rows[i].score->answers)); });
    table.add_number(words.say(Message::column_missing), 60,
                     [&](std::size_t i) { return Cell(words.count(rows[i].score->missing)); });
    return table;
}

std::vector<ScoreRow> rows_of(const SurveyWords& words, const SurveyScores& scores) {
    std::vector<ScoreRow> rows;
    for (const ScoreField& field : score_fields)
        if (const auto& score = scores.*field.score)
            rows.push_back({words.say(field.title), &*score, &field});
    return rows;
}

void add_clue_note(const SurveyWords& words, const std::vector<ScoreRow>& rows,
                   std::vector<std::string>& notes) {
    if (std::any_of(rows.begin(), rows.end(),
                    [](const ScoreRow& row) { return row.score->estimate && row.score->clue(); }))
        notes.push_back(
            words.say(Message::note_clue, words.number().count(calibrate::fewest_answers)));
}

std::vector<std::string> scale_notes(const SurveyWords& words) {
    const SurveyScores& all = words.report.result.all;
    const auto& questions = words.report.questions;
    std::vector<std::string> notes;
    if (all.csat) notes.push_back(words.say(Message::note_csat));
    if (all.nps) notes.push_back(words.say(Message::note_nps));
    if (all.ces)
        notes.push_back(
            words.say(questions.ces_direction == calibrate::EffortDirection::high_is_easy
                          ? Message::note_ces_easy
                          : Message::note_ces_hard,
                      words.number().count(questions.ces_scale.low),
                      words.number().count(questions.ces_scale.high)));
    if (all.csi) {
        notes.push_back(words.say(questions.csi_scale == calibrate::AttributeScale::one_to_five
                                      ? Message::note_csi_shares
                                      : Message::note_csi_means));
        if (!all.csi->estimate) notes.push_back(words.say(Message::note_csi_none));
    }
    return notes;
}

Section scores_section(const SurveyWords& words) {
    const auto rows = rows_of(words, words.report.result.all);
    Section section{words.say(Message::section_scores), {}, {}, scale_notes(words)};
    TableBuilder table = score_columns(words, words.say(Message::column_figure), rows);
    table.add_rows(rows.size());
    section.table = table.take();
    add_clue_note(words, rows, section.notes);
    return section;
}

Section attributes_section(const SurveyWords& words) {
    std::vector<ScoreRow> rows;
    for (const auto& attribute : words.report.result.all.attributes)
        rows.push_back({printable(attribute.score.columns.front().column), &attribute.score,
                        &score_fields.back(), attribute.weight});
    Section section{words.say(Message::section_attributes), {}, {}, {}};
    TableBuilder table = score_columns(words, words.say(Message::column_attribute), rows);
    table.add_number(words.say(Message::column_index_weight), 50, [&](std::size_t i) {
        return Cell(words.number().percent(rows[i].weight, 0));
    });
    table.add_rows(rows.size());
    section.table = table.take();
    return section;
}

std::string segment_title(const SurveyWords& words, const calibrate::Segment& segment) {
    const auto n = static_cast<double>(segment.scores.responses);
    const std::string name =
        segment.value.empty() ? words.say(Message::segment_blank) : printable(segment.value);
    const std::string responses =
        words.say(plural(n, Message::answers_responses_one, Message::answers_responses),
                  words.number().count(n));
    return fmt::format("{}: {}", name, responses.substr(0, responses.size() - 1));
}

Section segments_section(const SurveyWords& words) {
    std::vector<ScoreRow> rows;
    for (const auto& segment : words.report.result.segments)
        for (ScoreRow& row : rows_of(words, segment.scores)) rows.push_back(std::move(row));
    Section section{words.say(Message::section_segments, printable(words.report.by)), {}, {}, {}};
    TableBuilder table = score_columns(words, words.say(Message::column_figure), rows);
    std::size_t next = 0;
    for (const auto& segment : words.report.result.segments) {
        table.add_group(segment_title(words, segment));
        for (const auto& row : rows_of(words, segment.scores)) {
            (void)row;
            table.add_row(next++);
        }
    }
    section.table = table.take();
    section.notes.push_back(words.say(Message::note_segments));
    add_clue_note(words, rows, section.notes);
    return section;
}

std::string off_values(const SurveyWords& words, const ColumnCounts& column) {
    std::vector<std::string> parts;
    std::uint64_t rest = column.off_scale;
    for (const auto& value : column.off_values) {
        parts.push_back(words.say(Message::off_scale_value, printable(shorten_end(value.value, 30)),
                                  words.count(value.count)));
        rest -= value.count;
    }
    if (rest > 0) parts.push_back(words.say(Message::off_scale_others, words.count(rest)));
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// None where every value is an answer or missing.
std::optional<Section> off_scale_section(const SurveyWords& words) {
    const SurveyScores& all = words.report.result.all;
    Section section{words.say(Message::section_off_scale), {}, {}, {}};
    for (const ScoreField& field : score_fields) {
        const auto& score = all.*field.score;
        if (!score || field.score == &SurveyScores::easy) continue;
        for (const ColumnCounts& column : score->columns)
            if (column.off_scale > 0)
                section.sentences.push_back(
                    words.say(Message::off_scale_line, printable(column.column),
                              words.count(column.off_scale), words.count(all.responses),
                              off_values(words, column)));
    }
    if (section.sentences.empty()) return std::nullopt;
    section.notes.push_back(words.say(Message::off_scale_cure));
    return section;
}

struct PlanRow {
    const ScoreField* field;
    const Score* score;
    calibrate::PlannedAnswers plan;
};

std::optional<Section> plan_section(const SurveyWords& words) {
    const SurveyReport& report = words.report;
    if (!report.plan_points) return std::nullopt;
    const double points = *report.plan_points;
    std::vector<PlanRow> rows;
    for (const ScoreField& field : score_fields)
        if (const auto& score = report.result.all.*field.score)
            rows.push_back(
                {&field, &*score,
                 calibrate::plan_answers(*score, field.kind, points, report.questions.confidence)});
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 14,
                    [&](std::size_t i) { return Cell(words.say(rows[i].field->title)); });
    table.add_number(words.say(Message::column_answers), 60,
                     [&](std::size_t i) { return Cell(words.count(rows[i].score->answers)); });
    table.add_number(words.say(Message::column_now), 70, [&](std::size_t i) {
        const auto& estimate = rows[i].score->estimate;
        return Cell(estimate ? words.number().number((estimate->high - estimate->low) / 2, 2)
                             : std::string(no_value));
    });
    table.add_number(words.say(Message::column_wanted), 70, [&](std::size_t i) {
        return Cell(
            words.number().number(points * units_per_point(*rows[i].field, report.questions), 2));
    });
    table.add_number(words.say(Message::column_as_given), TableBuilder::always, [&](std::size_t i) {
        const auto& plan = rows[i].plan.as_given;
        return Cell(plan ? words.count(*plan) : std::string(no_value));
    });
    table.add_number(words.say(Message::column_at_most), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.count(rows[i].plan.at_most)); });
    table.add_rows(rows.size());
    Section section{
        words.say(Message::section_plan, words.number().number(points)), {}, table.take(), {}};
    section.notes = {words.say(Message::note_as_given), words.say(Message::note_at_most)};
    if (report.result.all.ces) section.notes.push_back(words.say(Message::note_plan_ces));
    return section;
}

Section settings(const SurveyWords& words) {
    const SurveyReport& report = words.report;
    SettingsRows rows(words);
    rows.add(Message::row_weighted,
             report.weight.empty() ? words.say(Message::weighted_none)
                                   : words.say(Message::weighted_by, printable(report.weight)));
    if (!report.questions.missing_codes.empty())
        rows.add(Message::row_missing_codes,
                 printable(fmt::format("{}", fmt::join(report.questions.missing_codes, ", "))));
    return rows.section(report.provenance, Message::row_answers_file);
}

}  // namespace

Document survey_document(const SurveyReport& report) {
    const SurveyWords words(report);
    Document document;
    document.title = words.say(Message::answers_title,
                               printable(std::filesystem::path(report.file).filename().string()));
    const auto n = static_cast<double>(report.result.all.responses);
    document.lead = {
        words.say(plural(n, Message::answers_responses_one, Message::answers_responses),
                  words.number().count(n)) +
        " " + words.say(Message::answers_caveat)};
    document.sections.push_back(scores_section(words));
    if (report.result.all.attributes.size() > 1)
        document.sections.push_back(attributes_section(words));
    if (!report.result.segments.empty()) document.sections.push_back(segments_section(words));
    if (auto section = off_scale_section(words)) document.sections.push_back(*std::move(section));
    if (auto section = plan_section(words)) document.sections.push_back(*std::move(section));
    document.sections.push_back(settings(words));
    return document;
}

}  // namespace cjm::cli
