// The section of a simulation's report on money, buyers and effort.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"
#include "simulate/churn_alarm.hpp"

namespace cjm::cli {
namespace {

constexpr std::string_view alarm_sign = "▲";

enum class Unit { money, share, quantity };

/// One line of the money table.
struct MoneyRow {
    Message title;
    MaybeEstimate value;
    Unit unit = Unit::money;
    bool adds_up = true;  ///< whether a year's figure makes sense
    std::optional<ChurnAlarm> alarm{};

    /// Digits would say more than is known.
    [[nodiscard]] bool vague() const { return title == Message::row_churn_too_short; }
    [[nodiscard]] bool alarming() const { return alarm && *alarm != ChurnAlarm::below; }
};

/// What buyers do, over buyers rather than all customers.
void add_buyers(const MoneyResult& money, std::vector<MoneyRow>& rows) {
    const auto add = [&](Message title, const MaybeEstimate& value, Unit unit) {
        if (value) rows.push_back({title, value, unit, false});
    };
    add(Message::row_repeat_customers, money.repeat_customer_rate, Unit::share);
    add(Message::row_purchase_frequency, money.purchase_frequency, Unit::quantity);
    add(Message::row_churn, money.churn, Unit::share);
    add(Message::row_net_churn, money.net_churn, Unit::share);
    add(money.too_short_to_annualise() ? Message::row_churn_too_short : Message::row_churn_yearly,
        money.churn_yearly, Unit::share);
    if (money.churn_yearly) rows.back().alarm = churn_alarm(money, &MoneyResult::churn_yearly);
    if (money.net_churn_yearly && !money.too_short_to_annualise()) {
        add(Message::row_net_churn_yearly, money.net_churn_yearly, Unit::share);
        rows.back().alarm = churn_alarm(money, &MoneyResult::net_churn_yearly);
    }
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

/// Why a row is marked; empty where none is.
std::string alarm_note(const SimulationWords& words, const std::vector<MoneyRow>& rows) {
    std::optional<ChurnAlarm> highest;
    for (const MoneyRow& row : rows)
        if (row.alarming()) highest = std::max(row.alarm, highest);
    if (!highest) return {};
    const bool above = *highest == ChurnAlarm::above;
    return words.say(above ? Message::note_churn_above_alarm : Message::note_churn_within_alarm,
                     words.number().percent_interval(alarm_from, alarm_to, 0));
}

std::string row_title(const SimulationWords& words, const MoneyRow& row) {
    std::string title = words.say(row.title);
    if (row.alarming()) title += " " + std::string(alarm_sign);
    return title;
}

void add_word_of_mouth(const SimulationResult& result, std::vector<MoneyRow>& rows) {
    if (!result.word_of_mouth) return;
    rows.push_back({Message::row_newcomers, result.word_of_mouth->newcomers, Unit::quantity});
    if (result.word_of_mouth->customers_per_starter)
        rows.push_back({Message::row_customers_per_starter,
                        result.word_of_mouth->customers_per_starter, Unit::quantity, false});
}

Estimate less(Estimate amount, double by) {
    amount.estimate -= by;
    amount.low -= by;
    amount.high -= by;
    return amount;
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
    const double acquisition = words.journey.acquisition_cost.likely;
    if (earns && acquisition > 0)
        rows.push_back({Message::row_margin_after_acquisition, less(money.margin, acquisition)});
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
    if (row.vague()) return words.number().percent(row.value->estimate, 0);
    if (row.unit == Unit::share) return words.share(*row.value);
    return row.unit == Unit::money ? words.number().money(row.value->estimate, decimals)
                                   : words.quantity(*row.value);
}

std::string money_interval_text(const SimulationWords& words, const MoneyRow& row, int decimals) {
    if (!row.value || row.vague()) return no_value;
    if (row.unit == Unit::share) return words.share_interval(*row.value);
    return row.unit == Unit::money
               ? words.number().money_interval(row.value->low, row.value->high, decimals)
               : words.quantity_interval(*row.value);
}

}  // namespace

std::optional<Section> money_section(const SimulationWords& words) {
    const auto rows = money_rows(words);
    if (rows.empty()) return std::nullopt;
    const int decimals = amount_decimals(words, rows);
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 16,
                    [&](std::size_t i) { return Cell(row_title(words, rows[i])); });
    table.add_number(words.say(Message::column_per_customer), TableBuilder::always,
                     [&](std::size_t i) { return Cell(money_text(words, rows[i], decimals)); });
    add_interval(table, words, 40, [&](std::size_t i) {
        return Cell(money_interval_text(words, rows[i], decimals), Tone::faint);
    });
    if (words.customers_per_year() > 0) add_money_a_year(table, words, rows);
    table.add_rows(rows.size());
    std::vector<std::string> notes{words.say(Message::note_money)};
    if (words.result.money.net_churn) notes.push_back(words.say(Message::note_net_churn));
    for (auto note : {churn_note(words), alarm_note(words, rows)})
        if (!note.empty()) notes.push_back(std::move(note));
    return Section{words.say(Message::section_money), {}, table.take(), std::move(notes)};
}

}  // namespace cjm::cli
