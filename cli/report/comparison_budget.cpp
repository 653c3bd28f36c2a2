// The section of a comparison's report on the best use of a budget.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_words.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t most_ties = 5;

/// Titles joined by " + ".
std::string set_text(const ComparisonWords& words, const std::vector<std::string>& scenarios) {
    std::string list;
    for (const std::string& name : scenarios) {
        const ScenarioId id = find_scenario(*words.compared.written, name);
        list += (list.empty() ? "" : " + ") +
                printable(id ? words.compared.written->scenarios[id.index()].shown() : name);
    }
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

}  // namespace

std::optional<Section> budget_section(const ComparisonWords& words) {
    if (!words.comparison().budget) return std::nullopt;
    const BudgetResult& budget = *words.comparison().budget;
    Section section;
    section.heading = words.say(Message::section_budget, words.number().money(budget.limit));
    section.sentences.push_back(chosen_text(words, budget));
    if (!budget.ties.empty()) section.sentences.push_back(ties_text(words, budget));
    if (!budget.exact && !words.sampled())
        section.notes.push_back(words.say(Message::budget_not_solved));
    section.notes.push_back(
        words.say(budget.complete_search ? Message::budget_complete : Message::budget_search,
                  words.number().count(static_cast<double>(budget.sets))));
    return section;
}

}  // namespace cjm::cli
