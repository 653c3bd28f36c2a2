// The section of a comparison's report on the best use of a budget.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_words.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t most_ties = 5;

std::string title_of(const ComparisonWords& words, const std::string& scenario) {
    const ScenarioId id = find_scenario(*words.compared.written, scenario);
    return printable(id ? words.compared.written->scenarios[id.index()].shown() : scenario);
}

/// Titles joined by " + ".
std::string set_text(const ComparisonWords& words, const std::vector<std::string>& scenarios) {
    std::string list;
    for (const std::string& name : scenarios)
        list += (list.empty() ? "" : " + ") + title_of(words, name);
    return list.empty() ? words.say(Message::budget_empty_set) : "“" + list + "”";
}

std::string chosen_text(const ComparisonWords& words, const BudgetResult& budget) {
    if (budget.chosen.empty()) return words.say(Message::budget_nothing, words.metric());
    const ComparedFigure figure = words.metric_figure();
    const auto& difference = budget.difference.of(figure);
    const auto set = set_text(words, budget.chosen);
    const auto cost = words.number().money(budget.cost);
    const auto changed = words.difference(figure, difference);
    if (budget.exact)
        return words.say(Message::budget_chosen_exact, set, cost, words.figure_title(figure),
                         changed);
    return words.say(Message::budget_chosen, set, cost, words.figure_title(figure), changed,
                     words.difference_interval(figure, difference));
}

std::string ties_text(const ComparisonWords& words, const BudgetResult& budget) {
    std::string list;
    for (std::size_t i = 0; i < std::min(budget.ties.size(), most_ties); ++i)
        list += (i > 0 ? ", " : "") + set_text(words, budget.ties[i]);
    if (budget.ties.size() <= most_ties)
        return words.say(budget.exact ? Message::budget_equals : Message::budget_ties, list);
    return words.say(budget.exact ? Message::budget_equals_more : Message::budget_ties_more, list,
                     words.number().count(static_cast<double>(budget.ties.size() - most_ties)));
}

/// What each scenario of the set brings to the others: a dear one may bring next to nothing.
Table parts_table(const ComparisonWords& words, const BudgetResult& budget) {
    const ComparedFigure figure = words.metric_figure();
    const auto& parts = budget.parts;
    std::vector<double> costs;
    for (const BudgetPart& part : parts) costs.push_back(part.cost);
    const int decimals = words.number().money_decimals(costs);
    TableBuilder table;
    table.add(scenario_column(words),
              [&](std::size_t i) { return Cell(title_of(words, parts[i].id)); });
    table.add_number(words.say(Message::column_cost_once), TableBuilder::always,
                     [&, decimals](std::size_t i) {
                         return Cell(words.number().money(parts[i].cost, decimals));
                     });
    table.add_number(words.say(Message::column_adds), TableBuilder::always, [&](std::size_t i) {
        return Cell(words.difference(figure, parts[i].adds), words.tone(figure, parts[i].adds));
    });
    table.note(words.say(Message::note_adds, words.figure_title(figure)));
    if (!budget.exact)
        table.add_number(
            words.say(Message::column_interval, words.confidence()), 60, [&](std::size_t i) {
                return Cell(words.difference_interval(figure, parts[i].adds), Tone::faint);
            });
    table.add_rows(parts.size());
    return table.take();
}

}  // namespace

std::optional<Section> budget_section(const ComparisonWords& words) {
    if (!words.comparison().budget) return std::nullopt;
    const BudgetResult& budget = *words.comparison().budget;
    Section section;
    section.heading = words.say(Message::section_budget, words.number().money(budget.limit));
    section.sentences.push_back(chosen_text(words, budget));
    if (!budget.parts.empty()) section.table = parts_table(words, budget);
    if (!budget.ties.empty()) section.sentences.push_back(ties_text(words, budget));
    if (!budget.exact && !words.sampled())
        section.notes.push_back(words.say(Message::budget_not_solved));
    section.notes.push_back(
        words.say(budget.complete_search ? Message::budget_complete : Message::budget_search,
                  words.number().count(static_cast<double>(budget.sets))));
    return section;
}

}  // namespace cjm::cli
