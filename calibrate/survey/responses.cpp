#include "calibrate/survey/responses.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "calibrate/survey/answer_label.hpp"
#include "calibrate/survey/weighted_mean.hpp"

namespace cjm::calibrate {
namespace {

constexpr std::size_t most_errors = 20;
constexpr std::size_t most_off_values = 5;  // told by name

std::string_view without_spaces(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    while (!text.empty() && spaces.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    while (!text.empty() && spaces.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

std::optional<double> plain_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || !std::isfinite(value)) return std::nullopt;
    return value;
}

bool on_scale(double value, const AnswerScale& scale) {
    return value >= scale.low && value <= scale.high &&
           (!scale.whole || value == std::floor(value));
}

/// Notes an answer that was read from a label.
class LabelNotes {
  public:
    explicit LabelNotes(Answers& answers) : answers_(answers) {}
    void add(double value, std::string_view label) {
        if (answers_.labels++ == 0) lowest_ = highest_ = value;
        if (value <= lowest_ && (value < lowest_ || answers_.lowest_label.empty())) {
            lowest_ = value;
            answers_.lowest_label = label;
        }
        if (value >= highest_ && (value > highest_ || answers_.highest_label.empty())) {
            highest_ = value;
            answers_.highest_label = label;
        }
    }

  private:
    Answers& answers_;
    double lowest_ = 0, highest_ = 0;
};

}  // namespace

Responses::Responses(const CsvTable& table, std::vector<std::string> missing_codes)
    : table_(table), codes_(std::move(missing_codes)) {
    for (const std::string& code : codes_)
        if (const auto value = number(code)) code_numbers_.push_back(*value);
}

std::optional<double> Responses::number(std::string_view cell) const {
    const std::string_view text = without_spaces(cell);
    if (table_.separator() == ',' || std::count(text.begin(), text.end(), ',') != 1)
        return plain_number(text);
    std::string pointed(text);
    pointed[text.find(',')] = '.';
    if (std::count(pointed.begin(), pointed.end(), '.') > 1) return std::nullopt;
    return plain_number(pointed);
}

std::optional<double> Responses::number_or_label(std::string_view cell) const {
    const auto value = number(cell);
    return value ? value : number_of_label(without_spaces(cell));
}

bool Responses::is_code(double value) const {
    return std::find(code_numbers_.begin(), code_numbers_.end(), value) != code_numbers_.end();
}

bool Responses::is_missing(std::string_view cell) const {
    const std::string_view text = without_spaces(cell);
    if (text.empty() || std::find(codes_.begin(), codes_.end(), text) != codes_.end()) return true;
    if (code_numbers_.empty()) return false;
    const auto value = number_or_label(text);
    return value && is_code(*value);
}

Answers Responses::answers(std::size_t column, const AnswerScale& scale) const {
    Answers answers;
    answers.column = column;
    answers.values.assign(table_.rows(), no_answer);
    LabelNotes labels(answers);
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        const std::string_view cell = table_.cell(row, column);
        const auto value = number_or_label(cell);
        const bool answers_it = value && on_scale(*value, scale);
        const bool missing = is_missing(cell);
        if (answers_it && (scale.whole || !missing)) {
            answers.values[row] = *value;
            answers.codes_on_scale += missing ? 1 : 0;
            if (!number(cell)) labels.add(*value, without_spaces(cell));
        } else if (!missing) {
            answers.off_scale.push_back(row);
        }
    }
    return answers;
}

std::vector<std::string> Responses::columns_on(const AnswerScale& scale) const {
    std::vector<std::string> names;
    for (std::size_t column = 0; column < table_.columns(); ++column) {
        const Answers found = answers(column, scale);
        const auto read = static_cast<std::size_t>(
            std::count_if(found.values.begin(), found.values.end(),
                          [](double value) { return !std::isnan(value); }));
        if (read > 0 && read >= 4 * found.off_scale.size())
            names.emplace_back(table_.header(column));
    }
    return names;
}

ColumnCounts Responses::count(const Answers& answers, const std::vector<std::size_t>& rows) const {
    ColumnCounts counts;
    counts.column = table_.header(answers.column);
    counts.codes_on_scale = answers.codes_on_scale;
    counts.labels = answers.labels;
    counts.lowest_label = answers.lowest_label;
    counts.highest_label = answers.highest_label;
    std::map<std::string_view, std::uint64_t> off;
    for (const std::size_t row : rows) {
        if (!std::isnan(answers.values[row])) {
            ++counts.answers;
        } else {
            ++counts.missing;
            if (std::binary_search(answers.off_scale.begin(), answers.off_scale.end(), row))
                ++off[without_spaces(table_.cell(row, answers.column))];
        }
    }
    for (const auto& [value, count] : off) {
        counts.off_scale += count;
        counts.off_values.push_back({std::string(value), count});
    }
    std::stable_sort(counts.off_values.begin(), counts.off_values.end(),
                     [](const OffScale& a, const OffScale& b) { return a.count > b.count; });
    if (counts.off_values.size() > most_off_values) counts.off_values.resize(most_off_values);
    return counts;
}

Parsed<std::vector<double>> Responses::weights(std::optional<std::size_t> column) const {
    std::vector<double> weights(table_.rows(), 1.0);
    if (!column) return {std::move(weights), {}};
    std::vector<Diagnostic> errors;
    const auto fail = [&](SourceSpan where, std::string message, std::string hint) {
        errors.push_back({Severity::error,
                          "respondent-weight",
                          std::move(where),
                          std::move(message),
                          std::move(hint),
                          {}});
    };
    std::size_t wrong = 0;
    double largest = 0;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        const auto value = number(table_.cell(row, *column));
        if (value && *value >= 0) {
            weights[row] = *value;
            largest = std::max(largest, *value);
        } else if (++wrong <= most_errors) {
            fail(table_.cell_place(row, *column),
                 fmt::format("the weight {} is no number from 0 on",
                             quoted(table_.cell(row, *column))),
                 "give every respondent a weight, or leave out --weight");
        }
    }
    if (wrong > most_errors)
        fail({table_.source(), {}, {}},
             fmt::format("{} more weights are no numbers from 0 on", wrong - most_errors), "");
    if (wrong == 0 && !(largest > 0))
        fail(table_.header_place(*column), "no respondent has a weight above 0",
             "choose another column, or leave out --weight");
    if (!errors.empty()) return {std::nullopt, std::move(errors)};
    for (double& weight : weights) weight /= largest;
    return {std::move(weights), {}};
}

std::vector<Responses::Group> Responses::groups(std::size_t column) const {
    std::vector<Group> groups;
    std::map<std::string, std::size_t, std::less<>> known;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        const std::string_view cell = table_.cell(row, column);
        const std::string value = is_missing(cell) ? std::string() : compose(without_spaces(cell));
        const auto [found, is_new] = known.emplace(value, groups.size());
        if (is_new) groups.push_back({value, {}});
        groups[found->second].rows.push_back(row);
    }
    const bool numbers = std::all_of(groups.begin(), groups.end(), [&](const Group& group) {
        return group.value.empty() || number(group.value);
    });
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
        if (a.value.empty() || b.value.empty()) return !a.value.empty() && b.value.empty();
        return numbers && *number(a.value) < *number(b.value);
    });
    return groups;
}

}  // namespace cjm::calibrate
