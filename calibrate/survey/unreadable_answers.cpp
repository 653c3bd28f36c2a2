#include "calibrate/survey/unreadable_answers.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_width.hpp"

namespace cjm::calibrate {
namespace {

std::string quoted_list(std::vector<std::string> names) {
    for (std::string& name : names) name = quoted(name, 40);
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::optional<Diagnostic> find_unreadable(const Responses& responses, const Answers& answers,
                                          const AnswerScale& scale) {
    const bool any = std::any_of(answers.values.begin(), answers.values.end(),
                                 [](double value) { return !std::isnan(value); });
    if (any || answers.off_scale.empty()) return std::nullopt;
    constexpr std::size_t most_named = 3, most_columns = 6;
    const ColumnCounts counts = responses.count(answers, answers.off_scale);
    std::vector<std::string> values;
    for (std::size_t i = 0; i < std::min(counts.off_values.size(), most_named); ++i)
        values.push_back(counts.off_values[i].value);
    std::vector<std::string> columns = responses.columns_on(scale);
    if (columns.size() > most_columns) columns.resize(most_columns);
    const std::string scale_words = fmt::format("{} to {}", scale.low, scale.high);
    const CsvTable& table = responses.table();
    return Diagnostic{
        Severity::error,
        "unreadable-answers",
        table.header_place(answers.column),
        fmt::format("no answer on {} can be read in {}; its values are such as {}", scale_words,
                    quoted(table.header(answers.column)), quoted_list(std::move(values))),
        columns.empty()
            ? fmt::format(
                  "answers are numbers from {}, or labels that begin with one, such as \"{} - "
                  "good\"; what stands for no answer is told by --missing",
                  scale_words, scale.high)
            : fmt::format("answers on {} stand in {}", scale_words,
                          quoted_list(std::move(columns))),
        {}};
}

}  // namespace cjm::calibrate
