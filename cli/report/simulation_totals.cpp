// The sections of a simulation's report about the whole journey: ends, causes, personas, time.
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

std::string success_time_sentence(const SimulationWords& words) {
    const auto& time = *words.result.time_to_success_days;
    const auto& number = words.number();
    const double least = std::min(time.mean.low, time.p10.value_or(time.mean.low));
    auto mean = number.duration(time.mean.estimate, least);
    if (time.mean.low < time.mean.high)
        mean =
            number.duration_with_interval(time.mean.estimate, time.mean.low, time.mean.high, least);
    if (!time.p10 || !time.p50 || !time.p90) return words.say(Message::time_to_success_mean, mean);
    return words.say(Message::time_to_success, mean, number.duration(*time.p10, least),
                     number.duration(*time.p50, least), number.duration(*time.p90, least));
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
            return Cell(words.number().duration(survival->days[i], survival->days[days.front()]));
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

}  // namespace cjm::cli
