// The sections of a simulation's report on what its author does not know.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/figure_titles.hpp"
#include "cli/report/input_name.hpp"
#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t most_named = 3;    // paths of scaled shares in the sentence
constexpr std::size_t most_ranked = 12;  // rows of the ranking

/// Writes what is known of a figure, in its unit, everywhere with the same digits.
class FigureText {
  public:
    FigureText(const SimulationWords& words, const UncertainFigure& figure)
        : number_(words.number()), figure_(figure), unit_(unit_of(*figure_named(figure.quantity))) {
        const Estimate &likely = figure.at_likely, &averaged = figure.averaged;
        const std::array amounts{likely.estimate, averaged.estimate, figure.input_low,
                                 figure.input_high};
        switch (unit_) {
            case FigureUnit::share:
                digits_ = std::max(words.share_decimals(likely), words.share_decimals(averaged));
                break;
            case FigureUnit::money:
                digits_ = number_.money_decimals(amounts);
                break;
            case FigureUnit::quantity:
                digits_ =
                    std::max(words.quantity_decimals(likely), words.quantity_decimals(averaged));
        }
    }

    [[nodiscard]] std::string at_likely() const { return value(figure_.at_likely.estimate); }
    [[nodiscard]] std::string averaged() const { return value(figure_.averaged.estimate); }
    [[nodiscard]] std::string input_interval() const {
        const double low = figure_.input_low, high = figure_.input_high;
        if (unit_ == FigureUnit::share) return number_.percent_interval(low, high, digits_);
        return unit_ == FigureUnit::money ? number_.money_interval(low, high, digits_)
                                          : number_.interval(low, high, digits_);
    }

  private:
    [[nodiscard]] std::string value(double value) const {
        if (unit_ == FigureUnit::share) return number_.percent(value, digits_);
        return unit_ == FigureUnit::money ? number_.money(value, digits_)
                                          : number_.number(value, digits_);
    }

    const NumberFormat& number_;
    const UncertainFigure& figure_;
    FigureUnit unit_;
    int digits_ = 0;
};

/// Whether the figure is ever anything but 0.
bool matters(const UncertainFigure& figure) {
    return figure.at_likely.estimate != 0 || figure.averaged.estimate != 0;
}

std::string scaled_paths(const SimulationWords& words, const UncertaintyResult& uncertainty) {
    std::vector<ScaledShares> shares = uncertainty.scaled_shares;
    std::stable_sort(shares.begin(), shares.end(),
                     [](const auto& a, const auto& b) { return a.draws > b.draws; });
    const auto count = [&](std::size_t n) { return words.number().count(static_cast<double>(n)); };
    std::string list;
    for (std::size_t i = 0; i < std::min(shares.size(), most_named); ++i)
        list += (i > 0 ? ", " : "") + words.say(Message::uncertainty_scaled_of,
                                                input_name(words, shares[i].path),
                                                count(shares[i].draws));
    if (shares.size() > most_named)
        list += ", " + words.say(Message::uncertainty_more, count(shares.size() - most_named));
    return list;
}

std::vector<std::string> draw_sentences(const SimulationWords& words,
                                        const UncertaintyResult& uncertainty) {
    const auto count = [&](std::uint64_t n) {
        return words.number().count(static_cast<double>(n));
    };
    std::vector<std::string> sentences;
    if (uncertainty.customers_per_draw == 0)
        sentences.push_back(words.say(Message::uncertainty_exact, count(uncertainty.draws)));
    else
        sentences.push_back(words.say(Message::uncertainty_sampled, count(uncertainty.draws),
                                      count(uncertainty.customers_per_draw)));
    if (uncertainty.impossible > 0)
        sentences.push_back(
            words.say(Message::uncertainty_impossible, count(uncertainty.impossible)));
    if (uncertainty.scaled > 0)
        sentences.push_back(words.say(Message::uncertainty_scaled, count(uncertainty.scaled),
                                      scaled_paths(words, uncertainty)));
    // an order statistic beyond the least and the largest is none
    const double tail = (1 - words.result.settings.confidence) / 2;
    const double least = std::ceil(1 / tail - 1 - 1e-6);
    if (static_cast<double>(uncertainty.draws - uncertainty.impossible) < least)
        sentences.push_back(
            words.say(Message::uncertainty_few, words.confidence(), words.number().count(least)));
    return sentences;
}

std::vector<std::string> interval_sentences(const SimulationWords& words,
                                            const UncertainFigure& success) {
    const FigureText text(words, success);
    const std::string likely = text.at_likely(), averaged = text.averaged();
    const std::string input = text.input_interval();
    std::vector<std::string> sentences{
        words.result.settings.method == Method::exact
            ? words.say(Message::uncertainty_intervals_exact, words.confidence(), likely, averaged,
                        input)
            : words.say(Message::uncertainty_intervals, words.confidence(), likely,
                        words.share_interval(words.result.success), averaged, input)};
    const auto& cohort = words.result.cohort;
    if (cohort && cohort->averaged) {
        const auto customers =
            words.say(plural(cohort->customers, Message::customers_one, Message::customers_many),
                      words.number().count(cohort->customers));
        sentences.push_back(
            words.say(Message::uncertainty_cohort, customers,
                      words.number().interval(cohort->averaged->low, cohort->averaged->high, 0)));
    }
    return sentences;
}

/// Rows of the ranking: inputs that move success or margin, the largest share first.
std::vector<const UncertainInput*> ranked(const UncertaintyResult& uncertainty) {
    const auto share = [](const std::optional<InputShare>& input) {
        return input && input->moves ? input->share.estimate : 0.0;
    };
    const auto moves = [](const std::optional<InputShare>& input) { return input && input->moves; };
    std::vector<const UncertainInput*> rows;
    for (const UncertainInput& input : uncertainty.inputs)
        if (moves(input.success) || moves(input.margin)) rows.push_back(&input);
    std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
        if (share(a->success) != share(b->success)) return share(a->success) > share(b->success);
        return share(a->margin) > share(b->margin);
    });
    if (rows.size() > most_ranked) rows.resize(most_ranked);
    return rows;
}

std::string share_text(const SimulationWords& words, const std::optional<InputShare>& input) {
    if (!input) return no_value;
    if (!input->moves) return words.say(Message::measure_nothing);
    const auto& number = words.number();
    return number.percent(input->share.estimate, 0) + " (" +
           number.percent_interval(input->share.low, input->share.high, 0) + ")";
}

Table ranking_table(const SimulationWords& words, const std::vector<const UncertainInput*>& rows) {
    TableBuilder table;
    table.add_words(words.say(Message::column_input), 24,
                    [&](std::size_t i) { return Cell(input_name(words, rows[i]->path)); });
    table.add_number(words.say(Message::column_of_success), TableBuilder::always,
                     [&](std::size_t i) { return Cell(share_text(words, rows[i]->success)); });
    if (std::any_of(rows.begin(), rows.end(), [](const auto* row) { return row->margin; }))
        table.add_number(words.say(Message::column_of_margin), 80,
                         [&](std::size_t i) { return Cell(share_text(words, rows[i]->margin)); });
    table.add_rows(rows.size());
    return table.take();
}

}  // namespace

std::optional<Section> uncertainty_section(const SimulationWords& words) {
    if (!words.result.uncertainty) return std::nullopt;
    const UncertaintyResult& uncertainty = *words.result.uncertainty;
    Section section{words.say(Message::section_uncertainty), {}, {}, {}};
    if (uncertainty.figures.empty()) {
        section.sentences.push_back(words.say(Message::uncertainty_none));
        return section;
    }
    section.sentences = interval_sentences(words, uncertainty.figures.front());
    const auto more = draw_sentences(words, uncertainty);
    section.sentences.insert(section.sentences.end(), more.begin(), more.end());
    std::vector<const UncertainFigure*> rows;
    for (const UncertainFigure& figure : uncertainty.figures)
        if (matters(figure)) rows.push_back(&figure);
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 12, [&](std::size_t i) {
        return Cell(words.say(figure_title(*figure_named(rows[i]->quantity))));
    });
    const auto text = [&](std::size_t i) { return FigureText(words, *rows[i]); };
    table.add_number(words.say(Message::column_at_likely), TableBuilder::always,
                     [&](std::size_t i) { return Cell(text(i).at_likely()); });
    table.add_number(words.say(Message::column_averaged), TableBuilder::always,
                     [&](std::size_t i) { return Cell(text(i).averaged()); });
    table.note(words.say(Message::note_averaged));
    table.add_number(words.say(Message::column_input_interval), TableBuilder::always,
                     [&](std::size_t i) { return Cell(text(i).input_interval()); });
    table.note(words.say(Message::note_input_interval, words.confidence()));
    table.add_rows(rows.size());
    section.table = table.take();
    return section;
}

std::optional<Section> measure_section(const SimulationWords& words) {
    if (!words.result.uncertainty || words.result.uncertainty->inputs.empty()) return std::nullopt;
    const UncertaintyResult& uncertainty = *words.result.uncertainty;
    Section section{words.say(Message::section_measure), {}, {}, {}};
    const auto count = [&](std::uint64_t n) {
        return words.number().count(static_cast<double>(n));
    };
    const std::uint64_t run = uncertainty.draws - uncertainty.impossible;
    if (run < uncertainty.draws_to_rank) {
        section.sentences.push_back(
            words.say(Message::measure_few, count(run), count(uncertainty.draws_to_rank)));
        return section;
    }
    const auto rows = ranked(uncertainty);
    if (rows.empty()) {
        section.sentences.push_back(words.say(Message::measure_none));
        return section;
    }
    if (uncertainty.success_together)
        section.sentences.push_back(words.say(
            Message::measure_together, words.number().percent(*uncertainty.success_together, 0)));
    section.table = ranking_table(words, rows);
    section.notes.push_back(words.say(Message::note_ranking, words.confidence()));
    if (rows.size() < uncertainty.inputs.size() && rows.size() < most_ranked)
        section.notes.push_back(
            words.say(Message::measure_others, count(uncertainty.inputs.size() - rows.size())));
    return section;
}

}  // namespace cjm::cli
