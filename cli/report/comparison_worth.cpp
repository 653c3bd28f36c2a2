// The section of a comparison's report on what scenarios cost and bring.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_words.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

/// What costs nothing once has nothing to pay back.
std::optional<double> payback_days(const ScenarioComparison& scenario) {
    if (!scenario.payback_days || scenario.cost == 0) return std::nullopt;
    return scenario.payback_days->estimate;
}

void add_payback(TableBuilder& table, const ComparisonWords& words) {
    const auto& scenarios = words.comparison().scenarios;
    double least = NumberFormat::alone;
    for (const ScenarioComparison& scenario : scenarios)
        least = std::min(least, payback_days(scenario).value_or(least));
    table.add_number(words.say(Message::column_payback), 66,
                     [&words, &scenarios, least](std::size_t i) {
                         const auto days = payback_days(scenarios[i]);
                         return Cell(days ? words.number().duration(*days, least) : no_value);
                     });
    table.note(words.say(Message::note_payback));
    const auto interval = [&words, &scenarios, least](std::size_t i) {
        const MaybeEstimate& days = scenarios[i].payback_days;
        const bool known = payback_days(scenarios[i]) && days->low < days->high;
        if (!known || !std::isfinite(days->high)) return std::string(no_value);
        return words.number().duration_interval(days->low, days->high, least);
    };
    if (words.sampled())
        table.add_number(words.say(Message::column_interval, words.confidence()), 40,
                         [interval](std::size_t i) { return Cell(interval(i), Tone::faint); });
}

/// A column of amounts, by scenario.
void add_amounts(TableBuilder& table, const ComparisonWords& words, Message title, int importance,
                 const std::function<std::optional<double>(const ScenarioComparison&)>& amount) {
    std::vector<std::optional<double>> column;
    std::vector<double> known;
    for (const ScenarioComparison& scenario : words.comparison().scenarios) {
        column.push_back(amount(scenario));
        if (column.back()) known.push_back(*column.back());
    }
    const int decimals = words.number().money_decimals(known);
    table.add_number(words.say(title), importance, [&words, column, decimals](std::size_t i) {
        return Cell(column[i] ? words.number().money(*column[i], decimals) : no_value);
    });
}

std::string successes_text(const ComparisonWords& words, const MaybeEstimate& successes) {
    if (!successes) return no_value;
    const auto& number = words.number();
    constexpr int most = 3;
    const int digits = number.decimals_apart(successes->low, successes->high,
                                             std::fabs(successes->estimate) < 10 ? 1 : 0, most);
    auto text = successes->estimate == 0 ? number.number(0, 0)
                                         : number.signed_number(successes->estimate, digits);
    if (successes->low < successes->high)
        text += " (" + number.interval(successes->low, successes->high, digits) + ")";
    return text;
}

void add_yearly(TableBuilder& table, const ComparisonWords& words) {
    const auto& scenarios = words.comparison().scenarios;
    add_amounts(table, words, Message::column_first_year, 72,
                [](const auto& scenario) { return scenario.first_year_cost; });
    table.note(words.say(Message::note_first_year));
    table.add_number(words.say(Message::column_extra_successes), TableBuilder::always,
                     [&words, &scenarios](std::size_t i) {
                         return Cell(successes_text(words, scenarios[i].extra_successes));
                     });
    add_amounts(table, words, Message::column_cost_per_success, 70, [](const auto& scenario) {
        const auto& cost = scenario.cost_per_extra_success;
        return cost ? std::optional(cost->estimate) : std::nullopt;
    });
    table.note(words.say(Message::note_cost_per_success));
    add_payback(table, words);
}

}  // namespace

std::optional<Section> worth_section(const ComparisonWords& words) {
    const auto& scenarios = words.comparison().scenarios;
    const bool yearly = words.comparison().customers_per_year > 0;
    const bool costs = std::any_of(scenarios.begin(), scenarios.end(), [](const auto& scenario) {
        return scenario.cost > 0 || scenario.cost_per_customer > 0;
    });
    if (!yearly && !costs) return std::nullopt;
    TableBuilder table;
    table.add(scenario_column(words), [&](std::size_t i) { return Cell(words.scenario_title(i)); });
    add_amounts(table, words, Message::column_cost_once, 65,
                [](const auto& scenario) { return std::optional(scenario.cost); });
    add_amounts(table, words, Message::column_cost_per_customer, 50,
                [](const auto& scenario) { return std::optional(scenario.cost_per_customer); });
    if (yearly) add_yearly(table, words);
    table.add_rows(scenarios.size());
    const std::string note =
        yearly ? words.say(Message::note_worth,
                           words.number().count(words.comparison().customers_per_year))
               : words.say(Message::note_worth_no_year);
    return Section{words.say(Message::section_compare_worth), {}, table.take(), {note}};
}

}  // namespace cjm::cli
