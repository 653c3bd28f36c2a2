#include "cli/report/sensitivity_document.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/sensitivity_words.hpp"
#include "cli/report/settings_rows.hpp"
#include "cli/report/table_builder.hpp"
#include "cli/report/tornado_bar.hpp"
#include "simulate/random/words.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t most_rows = 20;          // of the tornado
constexpr std::size_t most_disagreements = 3;  // in sentences
constexpr double rounding = 1e-9;              // of a result; less is no move
constexpr int bar_width = 13;

double swing(const SensitivityInput& input) {
    return input.swing ? std::abs(input.swing->estimate) : 0;
}

/// Inputs that move the metric, the largest swing first.
std::vector<const SensitivityInput*> by_swing(const SensitivityResult& result) {
    std::vector<const SensitivityInput*> rows;
    for (const SensitivityInput& input : result.inputs)
        if (swing(input) > rounding * std::abs(input.result_low.value_or(0)))
            rows.push_back(&input);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return swing(*a) > swing(*b); });
    return rows;
}

/// From results to places on the common axis of all bars.
class Axis {
  public:
    Axis(double likely, const std::vector<const SensitivityInput*>& rows)
        : likely_(likely), low_(likely), high_(likely) {
        for (const SensitivityInput* row : rows) {
            low_ = std::min({low_, *row->result_low, *row->result_high});
            high_ = std::max({high_, *row->result_low, *row->result_high});
        }
    }
    [[nodiscard]] std::string bar(const SensitivityInput& row) const {
        return tornado_bar({place(likely_), place(*row.result_low), place(*row.result_high)},
                           bar_width);
    }

  private:
    [[nodiscard]] double place(double value) const {
        return high_ > low_ ? (value - low_) / (high_ - low_) : 0.5;
    }
    double likely_, low_, high_;
};

std::vector<std::string> lead(const SensitivityWords& words,
                              const std::vector<const SensitivityInput*>& rows) {
    const SensitivityResult& result = words.result;
    if (!result.at_likely) return {words.say(Message::sensitivity_no_figure, words.metric())};
    const std::string first = words.say(Message::sensitivity_lead, words.metric(),
                                        words.figure(result.at_likely->estimate));
    if (rows.empty()) return {first + " " + words.say(Message::sensitivity_nothing)};
    const SensitivityInput& most = *rows.front();
    return {first + " " +
            words.say(Message::sensitivity_most, words.name(most), words.low_value(most),
                      words.high_value(most), words.figure(*most.result_low),
                      words.figure(*most.result_high))};
}

std::string correlation_text(const SensitivityWords& words, const MaybeEstimate& correlation) {
    return correlation ? words.correlation(*correlation) : no_value;
}

/// The largest half width of the correlations' intervals.
std::string correlation_error(const SensitivityWords& words) {
    double largest = 0;
    for (const SensitivityInput& input : words.result.inputs)
        if (const auto& found = input.rank_correlation)
            largest = std::max(largest, (found->high - found->low) / 2);
    return words.number().number(largest, 2);
}

/// The largest half width of the swings' intervals.
std::string swing_error(const SensitivityWords& words) {
    double largest = 0;
    for (const SensitivityInput& input : words.result.inputs)
        if (input.swing) largest = std::max(largest, (input.swing->high - input.swing->low) / 2);
    return words.distance(largest);
}

std::string confidence(const SensitivityWords& words) {
    return words.number().number(100 * words.result.settings.confidence) + "\u00a0%";
}

std::string count(const SensitivityWords& words, std::uint64_t n) {
    return words.number().count(static_cast<double>(n));
}

Table tornado(const SensitivityWords& words, const std::vector<const SensitivityInput*>& rows) {
    TableBuilder table;
    table.add({.header = words.say(Message::column_varied),
               .kind = ColumnKind::flowing,
               .align = Align::left,
               .narrowest = 20,
               .most_lines = 6},  // the key stands at the end
              [&](std::size_t i) { return Cell(words.name(*rows[i])); });
    table.add_number(words.say(Message::column_ends), 80,
                     [&](std::size_t i) { return Cell(words.values(*rows[i])); });
    table.add_number(words.say(Message::column_low_end), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.figure(*rows[i]->result_low)); });
    table.add_number(words.say(Message::column_high_end), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.figure(*rows[i]->result_high)); });
    // beside both numbers, not between: the bar's left is the lower result, whichever end that is
    const Axis axis(words.result.at_likely->estimate, rows);
    table.add_bar(90, bar_width, bar_width,
                  [&](std::size_t i) { return Cell(axis.bar(*rows[i])); });
    table.note(words.say(Message::note_tornado));
    if (words.result.draws > 0) {
        table.add_number(words.say(Message::column_rank_correlation), 70, [&](std::size_t i) {
            return Cell(correlation_text(words, rows[i]->rank_correlation));
        });
        table.note(words.say(Message::note_rank_correlation, count(words, words.result.draws),
                             correlation_error(words), confidence(words)));
    }
    table.add_rows(std::min(rows.size(), most_rows));
    return table.take();
}

Section tornado_section(const SensitivityWords& words,
                        const std::vector<const SensitivityInput*>& rows) {
    const SensitivityResult& result = words.result;
    Section section{words.say(Message::section_sensitivity), {}, {}, {}};
    const bool certain = std::all_of(result.inputs.begin(), result.inputs.end(),
                                     [](const auto& input) { return input.assumption; });
    const std::string& scenario = result.uncertain_scenario;
    if (!scenario.empty())
        section.sentences.push_back(words.say(
            certain ? Message::sensitivity_scenarios_only : Message::sensitivity_scenarios_too,
            printable(scenario)));
    else if (certain)
        section.sentences.push_back(words.say(Message::sensitivity_certain));
    if (rows.empty()) return section;
    section.table = tornado(words, rows);
    section.notes.push_back(words.say(Message::note_ends));
    if (result.sampled)
        section.notes.push_back(
            words.say(Message::note_swing, swing_error(words), confidence(words)));
    if (rows.size() > most_rows)
        section.notes.push_back(
            words.say(Message::sensitivity_more, count(words, rows.size() - most_rows)));
    const std::size_t still = result.inputs.size() - rows.size();
    if (still > 0)
        section.notes.push_back(
            words.say(plural(static_cast<double>(still), Message::sensitivity_still_one,
                             Message::sensitivity_still),
                      count(words, still)));
    return section;
}

std::optional<Section> disagreement_section(const SensitivityWords& words) {
    const SensitivityResult& result = words.result;
    const auto correlated = std::count_if(
        result.inputs.begin(), result.inputs.end(),
        [](const SensitivityInput& input) { return input.rank_correlation.has_value(); });
    if (correlated < 2) return std::nullopt;
    Section section{words.say(Message::section_disagreement), {}, {}, {}};
    const auto& pairs = result.disagreements;
    if (pairs.empty()) {
        section.sentences.push_back(words.say(Message::disagreement_none));
        return section;
    }
    for (std::size_t i = 0; i < std::min(pairs.size(), most_disagreements); ++i) {
        const SensitivityInput& more = result.inputs[pairs[i].by_swing];
        const SensitivityInput& less = result.inputs[pairs[i].by_correlation];
        section.sentences.push_back(words.say(
            Message::disagreement_pair, words.name(more), words.name(less),
            words.correlation(*more.rank_correlation), words.correlation(*less.rank_correlation)));
    }
    if (pairs.size() > most_disagreements)
        section.sentences.push_back(
            words.say(Message::disagreement_more, count(words, pairs.size() - most_disagreements)));
    section.sentences.push_back(words.say(Message::disagreement_why));
    return section;
}

std::string customers(const SensitivityWords& words, std::uint64_t n) {
    const auto number = static_cast<double>(n);
    return words.say(plural(number, Message::customers_one, Message::customers_many),
                     words.number().count(number));
}

std::string draws_text(const SensitivityWords& words) {
    const SensitivityResult& result = words.result;
    std::string text = result.sampled
                           ? words.say(Message::draws_sampled, count(words, result.draws),
                                       customers(words, result.customers_per_draw))
                           : words.say(Message::draws_solved, count(words, result.draws));
    if (result.impossible == 0) return text;
    return words.say(Message::draws_left_out, text, count(words, result.impossible));
}

Section settings(const SensitivityWords& words, const Provenance& provenance) {
    const SensitivityResult& result = words.result;
    SettingsRows rows(words);
    const auto add = [&](Message title, std::string value) { rows.add(title, std::move(value)); };
    if (result.sampled)
        add(Message::row_customers,
            words.say(Message::sensitivity_pairs, customers(words, result.settings.customers)));
    else
        add(Message::row_method, words.say(Message::method_exact));
    if (result.draws > 0) add(Message::row_draws, draws_text(words));
    if (result.sampled || result.draws > 0) {
        add(Message::row_seed, std::to_string(result.settings.seed));
        add(Message::row_generator, simulate::generator_name);
    }
    add(Message::row_horizon, result.horizon_days ? words.number().duration(*result.horizon_days)
                                                  : words.say(Message::horizon_none));
    const auto scenario = words.scenario();
    add(Message::row_scenario, scenario.empty() ? words.say(Message::scenario_none) : scenario);
    return rows.section(provenance);
}

}  // namespace

Document sensitivity_document(const Journey& journey, const SensitivityResult& result,
                              const Provenance& provenance) {
    const SensitivityWords words(journey, result);
    const auto rows = by_swing(result);
    Document document;
    document.title = printable(journey.title.value);
    const auto scenario = words.scenario();
    if (!scenario.empty()) document.subtitle = words.say(Message::scenario_line, scenario);
    document.lead = lead(words, rows);
    if (result.at_likely) {
        document.sections.push_back(tornado_section(words, rows));
        if (auto section = disagreement_section(words))
            document.sections.push_back(std::move(*section));
    }
    document.sections.push_back(settings(words, provenance));
    return document;
}

}  // namespace cjm::cli
