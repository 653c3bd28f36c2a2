// The sections of a simulation's report that go stage by stage and touchpoint by touchpoint.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"
#include "journey/notes.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t most_leaks = 5;

/// The cause that most customers leave out of at a touchpoint; none where nobody leaves.
const CauseResult* main_cause(const TouchpointResult& touchpoint) {
    const CauseResult* most = nullptr;
    for (const auto& cause : touchpoint.causes)
        if (cause.share.estimate > (most ? most->share.estimate : 0)) most = &cause;
    return most;
}

/// The main cause, and its share of those who leave there.
std::pair<std::string, std::string> main_cause_texts(const SimulationWords& words,
                                                     const TouchpointResult& touchpoint) {
    const auto* cause = main_cause(touchpoint);
    if (!cause || !(touchpoint.left.estimate > 0)) return {no_value, no_value};
    const double part = std::min(1.0, cause->share.estimate / touchpoint.left.estimate);
    return {words.cause(cause->id), words.number().percent(part, 0)};
}

/// "50/40/10": good, neutral and bad visits in percent.
std::string experience_text(const SimulationWords& words, const TouchpointResult& touchpoint) {
    if (!touchpoint.good || !touchpoint.neutral || !touchpoint.bad) return no_value;
    const auto digits = [&](const MaybeEstimate& share) {
        return words.number().percent_digits(share->estimate, 0);
    };
    return digits(touchpoint.good) + "/" + digits(touchpoint.neutral) + "/" +
           digits(touchpoint.bad);
}

/// The part of those who leave here that says nothing.
std::string silent_text(const SimulationWords& words, const TouchpointResult& touchpoint) {
    if (!(touchpoint.left.estimate > 0)) return no_value;
    const double silent = touchpoint.ghosted.estimate / touchpoint.left.estimate;
    return words.number().percent(std::min(silent, 1.0), 0);
}

std::string goodwill_range_text(const SimulationWords& words, const TouchpointResult& touchpoint) {
    if (!touchpoint.goodwill_p10 || !touchpoint.goodwill_p90) return no_value;
    return words.say(Message::range_signed,
                     words.number().signed_number(*touchpoint.goodwill_p10, 0),
                     words.number().signed_number(*touchpoint.goodwill_p90, 0));
}

/// What the touchpoint table can leave out because it is the same everywhere, and the scale of its
/// bars.
struct TouchpointFacts {
    bool experiences = false, goodwill = false, times = false, returns = false;
    bool moments_of_truth = false, not_ours = false;
    double largest_drop_off = 0;
};

TouchpointFacts facts_of(const SimulationWords& words) {
    TouchpointFacts facts;
    for (const auto& t : words.result.touchpoints) {
        facts.experiences |= t.neutral && t.neutral->estimate < 1;
        facts.goodwill |=
            t.goodwill && (t.goodwill->estimate != 0 || t.goodwill_p10 != t.goodwill_p90);
        facts.times |= t.first_arrival_days && t.first_arrival_days->mean.high > 0;
        facts.returns |= t.visits.estimate > t.reach.estimate;
        if (t.drop_off)
            facts.largest_drop_off = std::max(facts.largest_drop_off, t.drop_off->estimate);
    }
    for (const auto& t : words.journey.touchpoints) {
        facts.moments_of_truth |= is_declared(t);
        facts.not_ours |= t.owner_or_us() != Owner::us;
    }
    return facts;
}

/// The touchpoint's title behind its marks: a declared moment of truth, out of our control.
std::string marked_title(const SimulationWords& words, std::size_t index) {
    std::string marks;
    if (index < words.journey.touchpoints.size()) {
        const auto& touchpoint = words.journey.touchpoints[index];
        if (is_declared(touchpoint)) marks += "★ ";
        if (touchpoint.owner_or_us() != Owner::us) marks += "◇ ";
    }
    return marks + words.touchpoint(index);
}

void add_passage_columns(TableBuilder& table, const SimulationWords& words,
                         const TouchpointFacts& facts) {
    const auto& touchpoints = words.result.touchpoints;
    const auto& number = words.number();
    table.add_words(words.say(Message::column_touchpoint), 16,
                    [&](std::size_t i) { return Cell(marked_title(words, i)); });
    table.add_number(words.say(Message::column_reached), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(touchpoints[i].reach)); });
    if (facts.returns) {
        table.add_number(words.say(Message::column_visits), 25, [&](std::size_t i) {
            const double visits = touchpoints[i].visits.estimate;
            return Cell(number.number(visits, visits > 0 ? 2 : 0));
        });
        table.note(words.say(Message::note_visits));
    }
    if (facts.times) {
        const auto arrival = [&](std::size_t i) -> std::optional<double> {
            const auto& days = touchpoints[i].first_arrival_days;
            if (!days) return std::nullopt;
            return days->p50.value_or(days->mean.estimate);
        };
        double least = NumberFormat::alone;
        for (std::size_t i = 0; i < touchpoints.size(); ++i)
            if (const auto days = arrival(i); days && *days > 0) least = std::min(least, *days);
        table.add_number(words.say(Message::column_first_arrival), 30,
                         [&, arrival, least](std::size_t i) {
                             const auto days = arrival(i);
                             return Cell(days ? number.duration(*days, least) : no_value);
                         });
        table.note(words.say(words.sampled() ? Message::note_first_arrival
                                             : Message::note_first_arrival_mean));
    }
}

void add_leaving_columns(TableBuilder& table, const SimulationWords& words,
                         double largest_drop_off) {
    const auto& touchpoints = words.result.touchpoints;
    table.add_number(words.say(Message::column_drop_off), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(touchpoints[i].drop_off)); });
    table.note(words.say(Message::note_drop_off));
    if (!(largest_drop_off > 0)) return;
    add_interval(table, words, 15, [&](std::size_t i) {
        return Cell(words.share_interval(touchpoints[i].drop_off), Tone::faint);
    });
    table.add_bar(50, 5, 16, [&touchpoints, largest_drop_off](std::size_t i) {
        const auto& drop_off = touchpoints[i].drop_off;
        return Cell::bar(drop_off ? drop_off->estimate / largest_drop_off : 0, Tone::bad);
    });
    table.add_number(words.say(Message::column_silent), 20,
                     [&](std::size_t i) { return Cell(silent_text(words, touchpoints[i])); });
    table.note(words.say(Message::note_silent));
    table.add({words.say(Message::column_main_cause), ColumnKind::flowing, Align::left, 80, 14},
              [&](std::size_t i) { return Cell(main_cause_texts(words, touchpoints[i]).first); });
    table.add_number(words.say(Message::column_share), 35, [&](std::size_t i) {
        return Cell(main_cause_texts(words, touchpoints[i]).second);
    });
    table.note(words.say(Message::note_main_cause));
}

void add_feeling_columns(TableBuilder& table, const SimulationWords& words,
                         const TouchpointFacts& facts) {
    const auto& touchpoints = words.result.touchpoints;
    if (facts.experiences) {
        table.add_number(words.say(Message::column_experience), 70, [&](std::size_t i) {
            return Cell(experience_text(words, touchpoints[i]));
        });
        table.note(words.say(Message::note_experience));
    }
    if (!facts.goodwill) return;
    table.add_number(words.say(Message::column_goodwill), 60, [&](std::size_t i) {
        const auto& goodwill = touchpoints[i].goodwill;
        if (!goodwill) return Cell(no_value);
        const auto tone = goodwill->estimate < 0 ? Tone::bad : Tone::plain;
        return Cell(words.number().signed_number(goodwill->estimate, 1), tone);
    });
    table.note(words.say(Message::note_goodwill));
    table.add_number(words.say(Message::column_goodwill_range), 10, [&](std::size_t i) {
        return Cell(goodwill_range_text(words, touchpoints[i]), Tone::faint);
    });
    table.note(words.say(Message::note_goodwill_range));
}

/// The rows in the file's order, under the titles of the stages.
void add_touchpoint_rows(TableBuilder& table, const SimulationWords& words) {
    const auto& journey = words.journey;
    std::string_view stage;
    for (std::size_t i = 0; i < words.result.touchpoints.size(); ++i) {
        const bool staged = i < journey.touchpoints.size() && journey.touchpoints[i].stage;
        if (staged && journey.touchpoints[i].stage->value != stage) {
            stage = journey.touchpoints[i].stage->value;
            table.add_group(words.stage(stage));
        }
        table.add_row(i);
    }
}

/// Customers lost at one touchpoint out of one cause.
struct Leak {
    std::size_t touchpoint = 0;
    const CauseResult* cause = nullptr;
};

std::vector<Leak> leaks_by_size(const SimulationResult& result) {
    std::vector<Leak> leaks;
    for (std::size_t i = 0; i < result.touchpoints.size(); ++i)
        for (const auto& cause : result.touchpoints[i].causes)
            if (cause.share.estimate > 0) leaks.push_back({i, &cause});
    std::stable_sort(leaks.begin(), leaks.end(), [](const Leak& a, const Leak& b) {
        return a.cause->share.estimate > b.cause->share.estimate;
    });
    return leaks;
}

}  // namespace

std::optional<Section> leaks_section(const SimulationWords& words) {
    auto leaks = leaks_by_size(words.result);
    if (leaks.size() <= most_leaks) return std::nullopt;
    leaks.resize(most_leaks);
    const double largest = leaks.front().cause->share.estimate;
    TableBuilder table;
    table.add_words(words.say(Message::column_touchpoint), 20,
                    [&](std::size_t i) { return Cell(words.touchpoint(leaks[i].touchpoint)); });
    table.add_words(words.say(Message::column_cause), 14,
                    [&](std::size_t i) { return Cell(words.cause(leaks[i].cause->id)); });
    table.add_number(words.say(Message::column_of_all), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(leaks[i].cause->share)); });
    add_interval(table, words, 20, [&](std::size_t i) {
        return Cell(words.share_interval(leaks[i].cause->share), Tone::faint);
    });
    table.add_bar(30, 8, 24, [&](std::size_t i) {
        return Cell::bar(leaks[i].cause->share.estimate / largest, Tone::bad);
    });
    if (words.customers_per_year() > 0)
        table.add_number(words.say(Message::column_a_year), 60, [&](std::size_t i) {
            return Cell(
                words.number().count(leaks[i].cause->share.estimate * words.customers_per_year()));
        });
    table.add_rows(leaks.size());
    return Section{words.say(Message::section_leaks), {}, table.take(), {}};
}

std::optional<Section> stages_section(const SimulationWords& words) {
    const auto& stages = words.result.stages;
    if (stages.empty()) return std::nullopt;
    TableBuilder table;
    table.add_words(words.say(Message::column_stage), 16,
                    [&](std::size_t i) { return Cell(words.stage(stages[i].id)); });
    table.add_number(words.say(Message::column_reached), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(stages[i].reach)); });
    table.add_bar(50, 10, 40,
                  [&](std::size_t i) { return Cell::bar(stages[i].reach.estimate, Tone::good); });
    table.add_number(words.say(Message::column_drop_off), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(stages[i].drop_off)); });
    add_interval(table, words, 20, [&](std::size_t i) {
        return Cell(words.share_interval(stages[i].drop_off), Tone::faint);
    });
    table.add_rows(stages.size());
    return Section{words.say(Message::section_stages), {}, table.take(), {}};
}

std::optional<Section> touchpoints_section(const SimulationWords& words) {
    if (words.result.touchpoints.empty()) return std::nullopt;
    const auto facts = facts_of(words);
    TableBuilder table;
    add_passage_columns(table, words, facts);
    add_leaving_columns(table, words, facts.largest_drop_off);
    add_feeling_columns(table, words, facts);
    add_touchpoint_rows(table, words);
    Section section{words.say(Message::section_touchpoints), {}, table.take(), {}};
    const auto note = [&](bool wanted, Message message) {
        if (wanted) section.notes.push_back(words.say(message));
    };
    note(facts.moments_of_truth, Message::note_moment_of_truth);
    note(facts.not_ours, Message::note_not_ours);
    return section;
}

}  // namespace cjm::cli
