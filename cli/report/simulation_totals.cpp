// The sections of a simulation's report about the whole journey: ends, causes, personas, time,
// money.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

/// One way in which journeys end.
struct EndRow {
    std::string title;
    std::optional<Message> counts_as;  ///< success or lost
    MaybeEstimate share;
    Tone tone = Tone::plain;
    bool total = false;  ///< a sum of rows above
};

/// Customers still on the way at the horizon, where they count as success: what is neither lost nor
/// a successful end.
MaybeEstimate successes_on_the_way(const SimulationResult& result) {
    double share = result.success.estimate;
    for (const auto& outcome : result.outcomes)
        if (outcome.is_success) share -= outcome.share.estimate;
    if (!(share > 0)) return std::nullopt;
    return Estimate{share, result.success.standard_error, share, share, {}, {}};
}

void add_on_the_way(const SimulationWords& words, std::vector<EndRow>& ends) {
    const auto& result = words.result;
    if (!result.horizon_days) return;
    const auto title =
        words.say(Message::row_in_progress_at, words.number().duration(*result.horizon_days));
    if (!in_progress_is_success(words.journey))
        return ends.push_back({title, std::nullopt, result.in_progress});
    ends.push_back({title, Message::success, successes_on_the_way(result), Tone::good});
}

std::vector<EndRow> ends_of(const SimulationWords& words) {
    const auto& result = words.result;
    std::vector<EndRow> ends;
    for (const auto& outcome : result.outcomes)
        ends.push_back({words.outcome(outcome.id),
                        outcome.is_success ? Message::success : Message::lost, outcome.share,
                        outcome.is_success ? Tone::good : Tone::bad});
    ends.push_back({words.say(Message::row_ghosted), Message::lost, result.ghosted, Tone::bad});
    ends.push_back(
        {words.say(Message::row_left_openly), Message::lost, result.left_openly, Tone::bad});
    add_on_the_way(words, ends);
    const auto several = [&](Message kind) {
        return std::count_if(ends.begin(), ends.end(), [&](const EndRow& end) {
                   return end.counts_as == kind && end.share && end.share->estimate > 0;
               }) > 1;
    };
    const bool successes = several(Message::success), losses = several(Message::lost);
    if (successes)
        ends.push_back({words.say(Message::row_success_total), Message::success, result.success,
                        Tone::good, true});
    if (losses)
        ends.push_back(
            {words.say(Message::row_lost_total), Message::lost, result.lost, Tone::bad, true});
    return ends;
}

/// Whether an interval says more than the estimate itself.
std::string interval_text(const SimulationWords& words, const MaybeEstimate& share) {
    return share && share->low < share->high ? words.share_interval(share) : no_value;
}

std::string a_year(const SimulationWords& words, const MaybeEstimate& share) {
    return share ? words.number().count(share->estimate * words.customers_per_year()) : no_value;
}

enum class Unit { money, share, quantity };

/// One line of the money table.
struct MoneyRow {
    Message title;
    MaybeEstimate value;
    Unit unit = Unit::money;
    bool adds_up = true;  ///< whether a year's figure makes sense
};

/// What buyers do, over buyers rather than all customers.
void add_buyers(const MoneyResult& money, std::vector<MoneyRow>& rows) {
    const auto add = [&](Message title, const MaybeEstimate& value, Unit unit) {
        if (value) rows.push_back({title, value, unit, false});
    };
    add(Message::row_repeat_customers, money.repeat_customer_rate, Unit::share);
    add(Message::row_purchase_frequency, money.purchase_frequency, Unit::quantity);
    add(Message::row_churn, money.churn, Unit::share);
    add(money.too_short_to_annualise() ? Message::row_churn_too_short : Message::row_churn_yearly,
        money.churn_yearly, Unit::share);
    add(Message::row_lifetime_value, money.lifetime_value, Unit::money);
    if (money.acquisition_cost_per_buyer && money.acquisition_cost_per_buyer->high > 0)
        add(Message::row_acquisition_cost, money.acquisition_cost_per_buyer, Unit::money);
    add(Message::row_value_to_cost, money.lifetime_value_to_acquisition_cost, Unit::quantity);
}

/// How far a year's churn may be trusted; empty where there is none.
std::string churn_note(const SimulationWords& words) {
    const auto& money = words.result.money;
    if (!money.churn_yearly || !money.days_at_risk_per_buyer) return {};
    return words.say(
        money.too_short_to_annualise() ? Message::note_churn_too_short : Message::note_churn_yearly,
        words.number().duration(*money.days_at_risk_per_buyer));
}

void add_word_of_mouth(const SimulationResult& result, std::vector<MoneyRow>& rows) {
    if (!result.word_of_mouth) return;
    rows.push_back({Message::row_newcomers, result.word_of_mouth->newcomers, Unit::quantity});
    if (result.word_of_mouth->customers_per_starter)
        rows.push_back({Message::row_customers_per_starter,
                        result.word_of_mouth->customers_per_starter, Unit::quantity, false});
}

std::vector<MoneyRow> money_rows(const SimulationWords& words) {
    const auto& money = words.result.money;
    const bool earns = money.revenue.high > 0 || money.purchases.high > 0;
    const bool costs = money.cost.high > 0;
    std::vector<MoneyRow> rows;
    if (earns) rows.push_back({Message::row_revenue, money.revenue});
    if (costs) rows.push_back({Message::row_cost, money.cost});
    if (money.scenario_cost > 0) {
        const double cost = money.scenario_cost;
        rows.push_back({Message::row_scenario_cost, Estimate{cost, 0, cost, cost, {}, {}}});
    }
    if (earns) rows.push_back({Message::row_margin, money.margin});
    if (earns) rows.push_back({Message::row_purchases, money.purchases, Unit::quantity});
    if (earns)
        rows.push_back(
            {Message::row_average_order_value, money.average_order_value, Unit::money, false});
    if (earns) add_buyers(money, rows);
    add_word_of_mouth(words.result, rows);
    if (words.result.effort.high > 0)
        rows.push_back({Message::row_effort, words.result.effort, Unit::quantity, false});
    return rows;
}

/// Digits of the amounts of a customer.
int amount_decimals(const SimulationWords& words, const std::vector<MoneyRow>& rows) {
    std::vector<double> amounts;
    for (const MoneyRow& row : rows)
        if (row.value && row.unit == Unit::money) amounts.push_back(row.value->estimate);
    return words.number().money_decimals(amounts);
}

/// Those of a year.
void add_money_a_year(TableBuilder& table, const SimulationWords& words,
                      const std::vector<MoneyRow>& rows) {
    std::vector<std::optional<double>> column;
    std::vector<double> amounts;
    for (const MoneyRow& row : rows) {
        column.emplace_back();
        if (!row.value || !row.adds_up) continue;
        column.back() = row.value->estimate * words.customers_per_year();
        if (row.unit == Unit::money) amounts.push_back(*column.back());
    }
    const int decimals = words.number().money_decimals(amounts);
    table.add_number(
        words.say(Message::column_a_year), 60, [&words, &rows, column, decimals](std::size_t i) {
            if (!column[i]) return Cell(no_value);
            return Cell(rows[i].unit == Unit::money ? words.number().money(*column[i], decimals)
                                                    : words.number().count(*column[i]));
        });
}

std::string money_text(const SimulationWords& words, const MoneyRow& row, int decimals) {
    if (!row.value) return no_value;
    if (row.unit == Unit::share) return words.share(*row.value);
    return row.unit == Unit::money ? words.number().money(row.value->estimate, decimals)
                                   : words.quantity(*row.value);
}

std::string money_interval_text(const SimulationWords& words, const MoneyRow& row, int decimals) {
    if (!row.value) return no_value;
    if (row.unit == Unit::share) return words.share_interval(*row.value);
    return row.unit == Unit::money
               ? words.number().money_interval(row.value->low, row.value->high, decimals)
               : words.quantity_interval(*row.value);
}

std::string success_time_sentence(const SimulationWords& words) {
    const auto& time = *words.result.time_to_success_days;
    const auto& number = words.number();
    auto mean = number.duration(time.mean.estimate);
    if (time.mean.low < time.mean.high)
        mean = number.duration_with_interval(time.mean.estimate, time.mean.low, time.mean.high);
    if (!time.p10 || !time.p50 || !time.p90) return words.say(Message::time_to_success_mean, mean);
    return words.say(Message::time_to_success, mean, number.duration(*time.p10),
                     number.duration(*time.p50), number.duration(*time.p90));
}

/// How many of the customers who leave say nothing. left  their share of all, > 0
std::string leavers_sentence(const SimulationWords& words, double left) {
    const double silent = words.result.ghosted.estimate / left;
    if (words.result.left_openly.estimate == 0) return words.say(Message::leavers_all_silent);
    if (words.result.ghosted.estimate == 0) return words.say(Message::leavers_all_open);
    return words.say(Message::leavers_split, words.number().percent(silent, 0),
                     words.number().percent(1 - silent, 0));
}

/// Positions in the survival curve of a few days that people think in, the last included, while
/// somebody is left.
std::vector<std::size_t> telling_days(const Survival& survival) {
    std::vector<std::size_t> chosen;
    const auto& days = survival.days;
    for (const double wanted : {1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0, 180.0, 365.0}) {
        const auto found = std::lower_bound(days.begin(), days.end(), wanted);
        if (found == days.end() || *found > 1.1 * wanted) continue;
        const auto index = static_cast<std::size_t>(found - days.begin());
        if (!chosen.empty() && chosen.back() == index) continue;
        chosen.push_back(index);
        if (!(survival.still_on_the_way[index] > 0)) break;
    }
    return chosen;
}

}  // namespace

void add_interval(TableBuilder& table, const SimulationWords& words, int importance,
                  TableBuilder::MakeCell make_cell) {
    if (!words.sampled()) return;
    table.add_number(words.say(Message::column_interval, words.confidence()), importance,
                     std::move(make_cell));
}

std::optional<Section> ends_section(const SimulationWords& words) {
    const auto ends = ends_of(words);
    TableBuilder table;
    const auto tone = [&](std::size_t i) { return ends[i].total ? Tone::strong : Tone::plain; };
    table.add_words(words.say(Message::column_end), 22,
                    [&](std::size_t i) { return Cell(ends[i].title, tone(i)); });
    table.add_number(words.say(Message::column_share), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(ends[i].share), tone(i)); });
    add_interval(table, words, 60, [&](std::size_t i) {
        return Cell(interval_text(words, ends[i].share), Tone::faint);
    });
    table.add_bar(30, 8, 32, [&](std::size_t i) {
        const auto& end = ends[i];
        return Cell::bar(end.share && !end.total ? end.share->estimate : 0, end.tone);
    });
    table.add({words.say(Message::column_counts_as), ColumnKind::fixed, Align::left, 50},
              [&](std::size_t i) {
                  return Cell(ends[i].counts_as ? words.say(*ends[i].counts_as) : no_value);
              });
    if (words.customers_per_year() > 0)
        table.add_number(words.say(Message::column_a_year), 55, [&](std::size_t i) {
            return Cell(a_year(words, ends[i].share), tone(i));
        });
    table.add_rows(ends.size());
    return Section{words.say(Message::section_ends), {}, table.take(), {}};
}

std::optional<Section> causes_section(const SimulationWords& words) {
    const auto& result = words.result;
    const double left = result.ghosted.estimate + result.left_openly.estimate;
    if (!(left > 0)) return std::nullopt;
    std::vector<CauseResult> causes;
    for (const auto& cause : result.causes)
        if (cause.share.estimate > 0) causes.push_back(cause);
    TableBuilder table;
    table.add_words(words.say(Message::column_cause), 16,
                    [&](std::size_t i) { return Cell(words.cause(causes[i].id)); });
    table.add_number(words.say(Message::column_of_all), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(causes[i].share)); });
    add_interval(table, words, 40, [&](std::size_t i) {
        return Cell(words.share_interval(causes[i].share), Tone::faint);
    });
    table.add_number(words.say(Message::column_of_leavers), 50, [&](std::size_t i) {
        return Cell(words.number().percent(causes[i].share.estimate / left, 0));
    });
    table.add_bar(30, 8, 32, [&](std::size_t i) {
        return Cell::bar(causes[i].share.estimate / left, Tone::bad);
    });
    if (words.customers_per_year() > 0)
        table.add_number(words.say(Message::column_a_year), 45,
                         [&](std::size_t i) { return Cell(a_year(words, causes[i].share)); });
    table.add_rows(causes.size());
    return Section{
        words.say(Message::section_causes), {leavers_sentence(words, left)}, table.take(), {}};
}

std::optional<Section> personas_section(const SimulationWords& words) {
    const auto& personas = words.result.personas;
    if (personas.size() < 2) return std::nullopt;
    TableBuilder table;
    table.add_words(words.say(Message::column_persona), 20,
                    [&](std::size_t i) { return Cell(words.persona(personas[i].id)); });
    table.add_number(words.say(Message::column_of_all), 60,
                     [&](std::size_t i) { return Cell(words.share(personas[i].share)); });
    table.add_number(words.say(Message::column_success), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(personas[i].success)); });
    add_interval(table, words, 40, [&](std::size_t i) {
        return Cell(words.share_interval(personas[i].success), Tone::faint);
    });
    table.add_bar(30, 8, 24, [&](std::size_t i) {
        return Cell::bar(personas[i].success ? personas[i].success->estimate : 0, Tone::good);
    });
    table.add_number(words.say(Message::column_ghosted), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(personas[i].ghosted)); });
    add_interval(table, words, 20, [&](std::size_t i) {
        return Cell(words.share_interval(personas[i].ghosted), Tone::faint);
    });
    table.add_rows(personas.size());
    return Section{words.say(Message::section_personas), {}, table.take(), {}};
}

std::optional<Section> time_section(const SimulationWords& words) {
    Section section{words.say(Message::section_time), {}, {}, {}};
    if (words.result.time_to_success_days)
        section.sentences.push_back(success_time_sentence(words));
    if (const auto& survival = words.result.survival) {
        const auto days = telling_days(*survival);
        TableBuilder table;
        table.add_words(words.say(Message::column_time), 8, [&](std::size_t i) {
            return Cell(words.number().duration(survival->days[i]));
        });
        table.add_number(words.say(Message::column_still_on_the_way), TableBuilder::always,
                         [&](std::size_t i) {
                             return Cell(words.number().percent(survival->still_on_the_way[i]));
                         });
        table.add_bar(30, 10, 40,
                      [&](std::size_t i) { return Cell::bar(survival->still_on_the_way[i]); });
        for (const auto index : days) table.add_row(index);
        if (!days.empty()) section.table = table.take();
    }
    if (section.sentences.empty() && !section.table) return std::nullopt;
    return section;
}

std::optional<Section> money_section(const SimulationWords& words) {
    const auto rows = money_rows(words);
    if (rows.empty()) return std::nullopt;
    const int decimals = amount_decimals(words, rows);
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 16,
                    [&](std::size_t i) { return Cell(words.say(rows[i].title)); });
    table.add_number(words.say(Message::column_per_customer), TableBuilder::always,
                     [&](std::size_t i) { return Cell(money_text(words, rows[i], decimals)); });
    add_interval(table, words, 40, [&](std::size_t i) {
        return Cell(money_interval_text(words, rows[i], decimals), Tone::faint);
    });
    if (words.customers_per_year() > 0) add_money_a_year(table, words, rows);
    table.add_rows(rows.size());
    std::vector<std::string> notes{words.say(Message::note_money)};
    if (auto note = churn_note(words); !note.empty()) notes.push_back(std::move(note));
    return Section{words.say(Message::section_money), {}, table.take(), std::move(notes)};
}

}  // namespace cjm::cli
