#include "cli/report/survey_json.hpp"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/report/csv_rows.hpp"
#include "cli/report/json_parts.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;
using calibrate::ColumnCounts;
using calibrate::Score;
using calibrate::SurveyScores;

Json columns_json(const Score& score) {
    Json columns = Json::array();
    for (const ColumnCounts& column : score.columns) {
        Json values = Json::array();
        for (const auto& value : column.off_values)
            values.push_back({{"value", value.value}, {"count", value.count}});
        columns.push_back({{"column", column.column},
                           {"answers", column.answers},
                           {"missing", column.missing},
                           {"off_scale", column.off_scale},
                           {"off_scale_values", std::move(values)},
                           {"codes_on_scale", column.codes_on_scale},
                           {"labels", column.labels}});
    }
    return columns;
}

/// The estimate's fields, null without answers, and how many there are.
Json score_json(const Score& score) {
    Json json = score.estimate ? estimate_json(*score.estimate)
                               : Json{{"estimate", nullptr},
                                      {"standard_error", nullptr},
                                      {"low", nullptr},
                                      {"high", nullptr},
                                      {"exact", nullptr}};
    json["answers"] = score.answers;
    json["missing"] = score.missing;
    json["effective_answers"] = score.effective_answers;
    json["clue"] = score.clue();
    json["columns"] = columns_json(score);
    return json;
}

Json effort_json(const Score& score, const calibrate::SurveyQuestions& questions) {
    Json json = score_json(score);
    json["scale"] = {questions.ces_scale.low, questions.ces_scale.high};
    json["direction"] = name_of(questions.ces_direction);
    return json;
}

Json index_json(const SurveyScores& scores, const calibrate::SurveyQuestions& questions) {
    Json json = score_json(*scores.csi);
    json["scale"] = name_of(questions.csi_scale);
    json["attributes"] = Json::array();
    for (const auto& attribute : scores.attributes) {
        Json one = score_json(attribute.score);
        one["weight"] = attribute.weight;
        json["attributes"].push_back(std::move(one));
    }
    return json;
}

void add_scores(Json& json, const SurveyScores& scores,
                const calibrate::SurveyQuestions& questions) {
    json["responses"] = scores.responses;
    for (const ScoreField& field : score_fields) {
        const auto& score = scores.*field.score;
        json[field.name] = score ? score_json(*score) : Json(nullptr);
    }
    if (scores.ces) json["ces"] = effort_json(*scores.ces, questions);
    if (scores.csi) json["csi"] = index_json(scores, questions);
}

Json plan_json(const SurveyReport& report) {
    if (!report.plan_points) return nullptr;
    Json json{{"points", *report.plan_points}};
    for (const ScoreField& field : score_fields) {
        const auto& score = report.result.all.*field.score;
        if (!score) {
            json[field.name] = nullptr;
            continue;
        }
        const auto plan = calibrate::plan_answers(*score, field.kind, *report.plan_points,
                                                  report.questions.confidence);
        json[field.name] = {
            {"half_width", *report.plan_points * units_per_point(field, report.questions)},
            {"answers", maybe_json(plan.as_given)},
            {"answers_at_most", plan.at_most}};
    }
    return json;
}

/// Rows of a group of respondents; the quantities begin with `csat.` and so on.
void score_rows(CsvRows& rows, const SurveyScores& scores) {
    rows.word("responses", fmt::format("{}", scores.responses));
    for (const ScoreField& field : score_fields) {
        const auto& score = scores.*field.score;
        if (!score) continue;
        rows.figure(field.name, score->estimate);
        rows.word(fmt::format("{}.answers", field.name), fmt::format("{}", score->answers));
        rows.word(fmt::format("{}.missing", field.name), fmt::format("{}", score->missing));
        rows.figure(fmt::format("{}.effective_answers", field.name), score->effective_answers);
        rows.word(fmt::format("{}.clue", field.name), score->clue() ? "true" : "false");
    }
}

void attribute_rows(CsvRows& rows, const SurveyScores& scores) {
    for (const auto& attribute : scores.attributes) {
        rows.start("attribute", attribute.score.columns.front().column);
        rows.figure("csi", attribute.score.estimate);
        rows.figure("weight", attribute.weight);
        rows.word("csi.answers", fmt::format("{}", attribute.score.answers));
        rows.word("csi.missing", fmt::format("{}", attribute.score.missing));
    }
}

void off_scale_rows(CsvRows& rows, const SurveyScores& scores) {
    for (const ScoreField& field : score_fields) {
        const auto& score = scores.*field.score;
        if (!score || field.score == &SurveyScores::easy) continue;
        for (const ColumnCounts& column : score->columns) {
            rows.start("off_scale", column.column);
            rows.word(field.name, fmt::format("{}", column.off_scale));
        }
    }
}

void plan_rows(CsvRows& rows, const SurveyReport& report) {
    if (!report.plan_points) return;
    rows.start("plan");
    rows.figure("points", *report.plan_points);
    for (const ScoreField& field : score_fields) {
        const auto& score = report.result.all.*field.score;
        if (!score) continue;
        const auto plan = calibrate::plan_answers(*score, field.kind, *report.plan_points,
                                                  report.questions.confidence);
        rows.word(fmt::format("{}.answers", field.name),
                  plan.as_given ? fmt::format("{}", *plan.as_given) : "");
        rows.word(fmt::format("{}.answers_at_most", field.name), fmt::format("{}", plan.at_most));
    }
}

}  // namespace

std::string survey_json(const SurveyReport& report) {
    Json json;
    json["format"] = "cjm/survey/1";
    json["program"] = report.provenance.version;
    json["input_sha256"] = report.provenance.input_sha256;
    json["confidence"] = report.questions.confidence.level;
    json["weight"] = word_or_null(report.weight);
    add_scores(json, report.result.all, report.questions);
    json["by_column"] = word_or_null(report.by);
    json["by"] = Json::array();
    for (const auto& segment : report.result.segments) {
        Json one{{"segment", word_or_null(segment.value)}};
        add_scores(one, segment.scores, report.questions);
        json["by"].push_back(std::move(one));
    }
    json["plan"] = plan_json(report);
    return json_text(json);
}

std::string survey_csv(const SurveyReport& report) {
    CsvRows rows;
    rows.start("run");
    rows.word("program", report.provenance.version);
    rows.word("input_sha256", report.provenance.input_sha256);
    rows.figure("confidence", report.questions.confidence.level);
    rows.word("weight", report.weight);
    rows.word("by", report.by);
    rows.start("survey");
    score_rows(rows, report.result.all);
    attribute_rows(rows, report.result.all);
    off_scale_rows(rows, report.result.all);
    for (const auto& segment : report.result.segments) {
        rows.start("segment", segment.value);
        score_rows(rows, segment.scores);
    }
    plan_rows(rows, report);
    return rows.take();
}

}  // namespace cjm::cli
