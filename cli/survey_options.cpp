#include "cli/survey_options.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/usage_error.hpp"
#include "cli/values.hpp"

namespace cjm::cli {
namespace {

constexpr double largest_weight = 1e9;
constexpr double finest_plan = 0.01, coarsest_plan = 50;
constexpr std::uint64_t largest_scale = 1000;

/// Several names or numbers of one value: `a,"b, c"`.
std::vector<std::string> list(const std::string& option, const std::string& value) {
    auto cells = calibrate::read_list(value);
    if (!cells || cells->empty())
        throw UsageError(fmt::format("{} is {}; it must be a list separated by commas", option,
                                     cjm::quoted(value)),
                         "put a name that holds a comma into double quotes: 'a,\"b, c\"'");
    return *std::move(cells);
}

Option column_option(std::string name, std::string help, std::optional<std::string>& column) {
    return {.name = std::move(name),
            .value = "COLUMN",
            .help = std::move(help),
            .set = [&column](const std::string& value) { column = value; }};
}

calibrate::AnswerScale scale(const std::string& option, const std::string& value) {
    const auto dash = value.find('-');
    if (dash == std::string::npos || dash == 0)
        throw UsageError(
            fmt::format("{} is {}; it must be its ends, such as 1-7", option, cjm::quoted(value)));
    const auto low = whole_number(option, value.substr(0, dash), 0, largest_scale);
    const auto high = whole_number(option, value.substr(dash + 1), 0, largest_scale);
    if (high <= low)
        throw UsageError(fmt::format("{} is {}; its low end stands first, such as 1-7", option,
                                     cjm::quoted(value)));
    return {static_cast<double>(low), static_cast<double>(high)};
}

std::vector<double> attribute_weights(const std::string& value) {
    std::vector<double> weights;
    for (const std::string& weight : list("--csi-weights", value))
        weights.push_back(
            weight == "0" ? 0.0 : number_between("--csi-weights", weight, 0, largest_weight));
    return weights;
}

std::vector<Option> score_options(SurveyColumns& columns) {
    return {column_option("--csat", "satisfaction, 1 to 5: the share of 4 and 5", columns.csat),
            column_option("--nps", "recommendation, 0 to 10: 9 and 10 less 0 to 6", columns.nps),
            column_option("--ces", "effort: the mean answer, and the share that finds it easy",
                          columns.ces),
            {.name = "--ces-scale",
             .value = "LOW-HIGH",
             .help = "whole numbers that answers about effort go from and to (default 1-7)",
             .set =
                 [&columns](const std::string& value) {
                     columns.questions.ces_scale = scale("--ces-scale", value);
                     columns.of_ces = "--ces-scale";
                 }},
            choice_option("--ces-direction", "direction",
                          "high-is-easy (the default) or high-is-hard: what a high answer says",
                          {"high-is-easy", "high-is-hard"},
                          [&columns](std::size_t position) {
                              columns.of_ces = "--ces-direction";
                              columns.questions.ces_direction =
                                  static_cast<calibrate::EffortDirection>(position);
                          }),
            {.name = "--csi",
             .value = "COLUMN,...",
             .help = "satisfaction with attributes: the average over them",
             .set = [&columns](const std::string& value) { columns.csi = list("--csi", value); }},
            choice_option("--csi-scale", "scale",
                          "1-5 (the default; averages shares of 4 and 5) or 0-100 (averages means)",
                          {"1-5", "0-100"},
                          [&columns](std::size_t position) {
                              columns.of_csi = "--csi-scale";
                              columns.questions.csi_scale =
                                  static_cast<calibrate::AttributeScale>(position);
                          }),
            {.name = "--csi-weights",
             .value = "W,...",
             .help = "how much each attribute counts (default all the same)",
             .set = [&columns](const std::string& value) {
                 columns.of_csi = "--csi-weights";
                 columns.csi_weights = attribute_weights(value);
             }}};
}

/// Finds columns by name; what is wrong with them is kept.
class ColumnFinder {
  public:
    explicit ColumnFinder(const calibrate::CsvTable& table) : table_(table) {}

    std::size_t operator()(const std::string& name) {
        const std::vector<std::size_t> found = table_.find(name);
        if (found.empty()) throw unknown_name("column", name, table_.headers());
        if (found.size() > 1)
            errors_.push_back(calibrate::duplicate_column(table_, found[0], found[1]));
        return found.front();
    }
    std::optional<std::size_t> operator()(const std::optional<std::string>& name) {
        if (!name) return std::nullopt;
        return (*this)(*name);
    }
    [[nodiscard]] std::vector<Diagnostic> take_errors() { return std::move(errors_); }

  private:
    const calibrate::CsvTable& table_;
    std::vector<Diagnostic> errors_;
};

}  // namespace

std::vector<Option> survey_options(SurveyColumns& columns) {
    std::vector<Option> options = score_options(columns);
    options.push_back(column_option("--weight",
                                    "how much each respondent counts (default all "
                                    "the same)",
                                    columns.weight));
    options.push_back(
        column_option("--by", "also the scores of each value of this column", columns.by));
    options.push_back({.name = "--missing",
                       .value = "CODE,...",
                       .help = "values that stand for no answer, such as 0,99; blank always does",
                       .set = [&columns](const std::string& value) {
                           columns.questions.missing_codes = list("--missing", value);
                       }});
    options.push_back({.name = "--plan",
                       .value = "POINTS",
                       .help = "also how many answers make the intervals at most +-POINTS, such "
                               "as 3",
                       .set = [&columns](const std::string& value) {
                           columns.plan_points = number_between("--plan", value, 0, coarsest_plan);
                           if (*columns.plan_points < finest_plan)
                               throw UsageError("--plan takes 0.01 points at the finest");
                       }});
    options.push_back({.name = "--confidence",
                       .value = "C",
                       .help = "level of the intervals (default 0.95)",
                       .set = [&columns](const std::string& value) {
                           columns.questions.confidence =
                               Confidence(number_between("--confidence", value, 0, 1));
                       }});
    return options;
}

void expect_asked(const SurveyColumns& columns, const calibrate::CsvTable& table) {
    constexpr std::size_t most_named = 16;
    if (columns.asks()) return;
    std::vector<std::string> names = table.headers();
    const bool more = names.size() > most_named;
    if (more) names.resize(most_named);
    for (std::string& name : names) name = cjm::quoted(name, 30);
    throw UsageError("nothing is asked: no column is named",
                     fmt::format("name one by --csat, --nps, --ces or --csi; the columns are {}{}",
                                 fmt::join(names, ", "), more ? " and more" : ""));
}

void expect_consistent(const SurveyColumns& columns) {
    if (!columns.ces && !columns.of_ces.empty())
        throw UsageError(columns.of_ces + " is given without --ces");
    if (columns.csi.empty() && !columns.of_csi.empty())
        throw UsageError(columns.of_csi + " is given without --csi");
    std::set<std::string> once;
    for (const std::string& name : columns.csi)
        if (!once.insert(name).second)
            throw UsageError(fmt::format("--csi names {} twice", cjm::quoted(name)));
    if (columns.csi_weights.empty()) return;
    if (columns.csi_weights.size() != columns.csi.size())
        throw UsageError(fmt::format("--csi has {} columns, but --csi-weights {}",
                                     columns.csi.size(), columns.csi_weights.size()),
                         "give each attribute one weight, in the same order");
    if (!(std::accumulate(columns.csi_weights.begin(), columns.csi_weights.end(), 0.0) > 0))
        throw UsageError("--csi-weights are all 0");
}

Parsed<calibrate::SurveyQuestions> find_columns(const calibrate::CsvTable& table,
                                                const SurveyColumns& columns) {
    ColumnFinder find(table);
    calibrate::SurveyQuestions questions = columns.questions;
    questions.csat = find(columns.csat);
    questions.nps = find(columns.nps);
    questions.ces = find(columns.ces);
    questions.weight = find(columns.weight);
    questions.by = find(columns.by);
    for (std::size_t i = 0; i < columns.csi.size(); ++i)
        questions.csi.push_back(
            {find(columns.csi[i]), columns.csi_weights.empty() ? 1.0 : columns.csi_weights[i]});
    auto errors = find.take_errors();
    if (!errors.empty()) return {std::nullopt, std::move(errors)};
    return {std::move(questions), {}};
}

}  // namespace cjm::cli
