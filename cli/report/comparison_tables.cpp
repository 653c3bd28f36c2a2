// The sections of a comparison's report.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_words.hpp"
#include "cli/report/settings_rows.hpp"
#include "cli/report/table_builder.hpp"
#include "simulate/uncertainty/draw.hpp"

namespace cjm::cli {
namespace {

/// Of a row: 0 is the journey as it is, then the scenarios.
const ScenarioComparison* scenario_of(const ComparisonWords& words, std::size_t row) {
    return row == 0 ? nullptr : &words.comparison().scenarios[row - 1];
}

std::string title_of(const ComparisonWords& words, std::size_t row) {
    return row == 0 ? words.say(Message::compare_as_is) : words.scenario_title(row - 1);
}

MaybeEstimate difference_of(const ComparisonWords& words, std::size_t row) {
    const auto* scenario = scenario_of(words, row);
    return scenario != nullptr ? scenario->difference.of(words.metric_figure()) : std::nullopt;
}

std::string drawn_interval(const ComparisonWords& words, const ScenarioComparison* scenario) {
    if (scenario == nullptr || !scenario->over_draws) return no_value;
    const auto& drawn = *scenario->over_draws;
    const double spread = (drawn.high - drawn.low) / 40;  // two digits of the range
    return words.difference_interval(words.metric_figure(),
                                     Estimate{drawn.mean, spread, drawn.low, drawn.high, {}, {}});
}

void add_gained(TableBuilder& table, const ComparisonWords& words) {
    const auto count = [&words](const ScenarioComparison* scenario,
                                std::optional<std::uint64_t> ScenarioComparison::*customers) {
        return scenario != nullptr && scenario->*customers
                   ? words.number().count(static_cast<double>(*(scenario->*customers)))
                   : std::string(no_value);
    };
    table.add_number(words.say(Message::column_gained), 45, [&words, count](std::size_t i) {
        return Cell(count(scenario_of(words, i), &ScenarioComparison::customers_gained));
    });
    table.note(words.say(Message::note_gained));
    table.add_number(words.say(Message::column_given_up), 45, [&words, count](std::size_t i) {
        return Cell(count(scenario_of(words, i), &ScenarioComparison::customers_lost));
    });
}

/// What the differences are without sampling error, where that is known of any.
void add_exact(TableBuilder& table, const ComparisonWords& words, int importance, std::size_t rows,
               const std::function<std::string(std::size_t)>& text) {
    bool any = false;
    for (std::size_t i = 0; i < rows; ++i) any = any || text(i) != no_value;
    if (!any) return;
    table.add_number(words.say(Message::column_exact), importance,
                     [text](std::size_t i) { return Cell(text(i)); });
    table.note(words.say(Message::note_exact_difference));
}

std::string best_note(const ComparisonWords& words) {
    const auto draws = words.comparison().draws;
    if (draws > 0)
        return words.say(Message::note_best_draws,
                         words.number().count(static_cast<double>(draws)));
    return words.say(words.sampled() ? Message::note_best_sampling : Message::note_best_exact);
}

/// What the probabilities leave out, where the file says that it is not known.
std::vector<std::string> uncertain_notes(const ComparisonWords& words) {
    if (words.comparison().draws > 0 || words.compared.written == nullptr) return {};
    const auto inputs = simulate::draw_parameters(*words.compared.written, 1, 0).inputs.size();
    if (inputs == 0) return {};
    const auto count = static_cast<double>(inputs);
    return {words.say(
        plural(count, Message::note_compare_uncertain_one, Message::note_compare_uncertain),
        words.number().count(count))};
}

std::string difference_note(const ComparisonWords& words) {
    if (!words.sampled()) return words.say(Message::note_difference_exact);
    return words.say(unit_of(words.metric_figure()) == FigureUnit::share
                         ? Message::note_difference
                         : Message::note_difference_plain);
}

/// Figures that are anything but nothing before or after, and may be trusted.
std::vector<ComparedFigure> telling_figures(const ComparisonWords& words,
                                            const ScenarioComparison& scenario) {
    std::vector<ComparedFigure> figures;
    for (std::size_t i = 0; i < compared_count; ++i) {
        const auto figure = static_cast<ComparedFigure>(i);
        const auto before = figure_of(words.comparison().baseline, figure);
        const auto after = figure_of(scenario.result, figure);
        const bool any = (before && before->estimate != 0) || (after && after->estimate != 0);
        const bool vague = figure == ComparedFigure::churn_yearly && words.too_short_to_annualise();
        if (any && !vague) figures.push_back(figure);
    }
    return figures;
}

/// How many times as many customers independent runs would need for the same error.
std::string pairing_text(const ComparisonWords& words) {
    double least = 0;
    for (const auto& scenario : words.comparison().scenarios) {
        const double own = scenario.difference.of(ComparedFigure::success)->standard_error;
        if (!(own > 0)) continue;
        const double ratio = scenario.independent_standard_error / own;
        least = least == 0 ? ratio * ratio : std::min(least, ratio * ratio);
    }
    if (least < 1.5) return words.say(Message::pairing_same);
    return words.say(Message::pairing_meaning, words.number().number(least, least < 10 ? 1 : 0));
}

/// `Reminders by SMS (reminders)`: options ask for the id.
std::string titled_id(const ComparisonWords& words, std::size_t index) {
    const auto title = words.scenario_title(index);
    const auto id = printable(words.comparison().scenarios[index].id);
    return title == id ? title : title + " (" + id + ")";
}

/// How many of a cohort succeed without and with the scenario; none where none is asked for.
std::vector<std::string> cohort_sentences(const ComparisonWords& words,
                                          const ScenarioComparison& scenario) {
    const auto& as_is = words.comparison().baseline.cohort;
    if (!as_is || !scenario.result.cohort ||
        as_is->customers == words.comparison().customers_per_year)
        return {};
    const auto& number = words.number();
    const auto customers =
        words.say(plural(as_is->customers, Message::customers_one, Message::customers_many),
                  number.count(as_is->customers));
    const auto expected = [&](const SimulationResult::Cohort& cohort) {
        const Estimate& successes = cohort.successes;
        return words.say(Message::headline_cohort, customers, number.count(successes.estimate),
                         number.interval(successes.low, successes.high, 0), words.confidence());
    };
    return {words.say(Message::compare_as_is) + ": " + expected(*as_is),
            words.say(Message::column_scenario) + ": " + expected(*scenario.result.cohort)};
}

/// What the scenario costs per customer, before the margin that it is taken off.
void add_running_cost(Table& table, const ComparisonWords& words,
                      const std::vector<ComparedFigure>& figures, double cost) {
    const auto margin = std::find(figures.begin(), figures.end(), ComparedFigure::margin);
    if (margin == figures.end()) return;
    const auto amount = words.number().money(cost);
    TableRow row;
    row.cells = {Cell(words.say(Message::row_scenario_cost)), Cell(no_value), Cell(amount),
                 Cell("+" + amount)};
    row.cells.resize(table.columns.size(), Cell(no_value, Tone::faint));
    table.rows.insert(table.rows.begin() + (margin - figures.begin()), row);
}

}  // namespace

Column scenario_column(const ComparisonWords& words) {
    Column column{words.say(Message::column_scenario), ColumnKind::flowing, Align::left};
    column.narrowest = 16;
    column.most_lines = 6;
    return column;
}

Section comparison_section(const ComparisonWords& words) {
    const ComparedFigure figure = words.metric_figure();
    const auto& result = words.comparison();
    TableBuilder table;
    table.add(scenario_column(words), [&](std::size_t i) {
        return Cell(title_of(words, i), i == 0 ? Tone::faint : Tone::plain);
    });
    table.add_number(words.figure_title(figure), 70, [&](std::size_t i) {
        const auto* scenario = scenario_of(words, i);
        return Cell(words.value(
            figure, figure_of(scenario != nullptr ? scenario->result : result.baseline, figure)));
    });
    table.add_number(
        words.say(Message::column_difference), TableBuilder::always, [&](std::size_t i) {
            const auto difference = difference_of(words, i);
            return Cell(words.difference(figure, difference), words.tone(figure, difference));
        });
    table.note(difference_note(words));
    if (words.sampled())
        table.add_number(words.say(Message::column_interval, words.confidence()), 90,
                         [&](std::size_t i) {
                             return Cell(words.difference_interval(figure, difference_of(words, i)),
                                         Tone::faint);
                         });
    if (result.draws == 0)
        add_exact(table, words, 62, result.scenarios.size() + 1, [&](std::size_t i) {
            return words.exact_difference(figure, difference_of(words, i));
        });
    if (words.sampled() && figure == ComparedFigure::success) add_gained(table, words);
    if (result.draws > 0) {
        table.add_number(words.say(Message::column_over_draws), 55, [&](std::size_t i) {
            return Cell(drawn_interval(words, scenario_of(words, i)), Tone::faint);
        });
        table.note(words.say(Message::note_over_draws, words.confidence()));
    }
    table.add_number(words.say(Message::column_best), 85, [&](std::size_t i) {
        const auto* scenario = scenario_of(words, i);
        return Cell(words.probability(scenario != nullptr ? scenario->probability_best
                                                          : result.baseline_probability_best));
    });
    if (result.baseline_probability_best) table.note(best_note(words));
    table.add_rows(result.scenarios.size() + 1);
    return Section{words.say(Message::section_compare), {}, table.take(), uncertain_notes(words)};
}

Section scenario_section(const ComparisonWords& words, std::size_t index) {
    const auto& scenario = words.comparison().scenarios[index];
    const auto figures = telling_figures(words, scenario);
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 18,
                    [&](std::size_t i) { return Cell(words.figure_title(figures[i])); });
    table.add_number(words.say(Message::compare_as_is), 60, [&](std::size_t i) {
        return Cell(words.value(figures[i], figure_of(words.comparison().baseline, figures[i])));
    });
    table.add_number(words.say(Message::column_scenario), 70, [&](std::size_t i) {
        return Cell(words.value(figures[i], figure_of(scenario.result, figures[i])));
    });
    table.add_number(words.say(Message::column_difference), TableBuilder::always,
                     [&](std::size_t i) {
                         const auto& difference = scenario.difference.of(figures[i]);
                         return Cell(words.difference(figures[i], difference),
                                     words.tone(figures[i], difference));
                     });
    if (words.sampled())
        table.add_number(
            words.say(Message::column_interval, words.confidence()), 80, [&](std::size_t i) {
                return Cell(
                    words.difference_interval(figures[i], scenario.difference.of(figures[i])),
                    Tone::faint);
            });
    add_exact(table, words, 40, figures.size(), [&](std::size_t i) {
        return words.exact_difference(figures[i], scenario.difference.of(figures[i]));
    });
    table.add_rows(figures.size());
    Section section{words.say(Message::section_compare_scenario, titled_id(words, index)),
                    {},
                    table.take(),
                    {}};
    if (scenario.cost_per_customer > 0)
        add_running_cost(*section.table, words, figures, scenario.cost_per_customer);
    section.sentences = cohort_sentences(words, scenario);
    const auto& all = scenario.difference.figures;
    if (std::all_of(all.begin(), all.end(), surely_equal) &&
        scenario.difference.of(ComparedFigure::success))
        section.sentences.push_back(words.say(Message::compare_changes_nothing));
    return section;
}

Section comparison_settings_section(const ComparisonWords& words) {
    const auto& result = words.comparison().baseline;
    const auto& number = words.number();
    SettingsRows rows(words);
    const auto add = [&](Message title, std::string value) { rows.add(title, std::move(value)); };
    if (words.sampled()) {
        add(Message::row_customers, number.count(static_cast<double>(result.settings.customers)));
        add(Message::row_seed, std::to_string(result.settings.seed));
        add(Message::row_pairing, pairing_text(words));
        add(Message::row_intervals, words.say(Message::intervals_meaning, words.confidence()));
    } else {
        add(Message::row_method, words.say(Message::method_exact));
    }
    add(Message::row_horizon, result.horizon_days ? number.duration(*result.horizon_days)
                                                  : words.say(Message::horizon_none));
    if (words.sampled()) add(Message::row_generator, printable(result.generator));
    return rows.section(words.compared.provenance);
}

}  // namespace cjm::cli
