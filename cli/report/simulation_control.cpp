// The section of a simulation's report on figures sharpened by a control variate.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/report/figure_titles.hpp"
#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

std::string interval(const SimulationWords& words, const ControlledFigure& figure) {
    const Estimate& found = figure.controlled;
    return figure.is_share ? words.share_interval(found) : words.quantity_interval(found);
}

/// The interval of the same figure without correction.
std::string as_sampled(const SimulationWords& words, const ControlledFigure& figure) {
    const auto sampled = figure_of(words.result, *figure_named(figure.quantity));
    return sampled ? interval(words, {figure.quantity, figure.is_share, *sampled, 1}) : no_value;
}

}  // namespace

std::optional<Section> control_section(const SimulationWords& words) {
    if (!words.result.settings.control_variate) return std::nullopt;
    Section section{words.say(Message::section_control), {}, {}, {}};
    const auto& control = words.result.control_variate;
    if (!control) {
        section.sentences.push_back(words.say(Message::control_unsolved));
        return section;
    }
    section.sentences.push_back(
        words.say(Message::control_meaning, words.number().number(control->cost)));
    const auto& rows = control->figures;
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 12, [&](std::size_t i) {
        return Cell(words.say(figure_title(*figure_named(rows[i].quantity))));
    });
    table.add_number(words.say(Message::column_as_sampled), 80,
                     [&](std::size_t i) { return Cell(as_sampled(words, rows[i])); });
    table.add_number(words.say(Message::column_controlled), TableBuilder::always,
                     [&](std::size_t i) { return Cell(interval(words, rows[i])); });
    table.add_number(words.say(Message::column_gain), TableBuilder::always, [&](std::size_t i) {
        return Cell(words.number().number(rows[i].gain) + "×");
    });
    table.note(words.say(Message::note_gain));
    table.add_rows(rows.size());
    if (!rows.empty()) section.table = table.take();
    return section;
}

}  // namespace cjm::cli
