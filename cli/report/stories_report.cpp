#include "cli/report/stories_report.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/contract.hpp"
#include "base/text_width.hpp"
#include "cli/report/journey_words.hpp"
#include "cli/report/table_builder.hpp"
#include "cli/report/text_report.hpp"

namespace cjm::cli {
namespace {

using simulate::End;
using simulate::Path;
using simulate::Step;
using simulate::Ticks;

// of a very long walk
constexpr std::size_t first_visits = 30, last_visits = 20;

double days(Ticks ticks) {
    return static_cast<double>(ticks) / simulate::ticks_per_day;
}

/// Tells one customer's path.
class StoryTeller {
  public:
    StoryTeller(const JourneyWords& words, std::span<const simulate::Transition> transitions,
                const Path& path)
        : words_(words), transitions_(transitions), path_(path) {}

    [[nodiscard]] std::string ending() const {
        const auto& number = words_.number();
        const auto last = words_.touchpoint(path_.steps.back().touchpoint);
        const auto when =
            path_.ended == 0 ? words_.say(Message::story_at_once)
                             : words_.say(Message::story_after, number.duration(days(path_.ended)));
        const auto how = [&]() -> std::string {
            switch (path_.end) {
                case End::outcome: {
                    const bool success = counts_as_success(words_.journey, path_.outcome);
                    const auto& outcome = words_.journey.outcomes[path_.outcome.index()].id.value;
                    return words_.say(
                        success ? Message::story_ends_success : Message::story_ends_lost,
                        words_.outcome(outcome), when);
                }
                case End::left:
                case End::impatient:
                    return words_.say(
                        path_.silent ? Message::story_ends_ghosted : Message::story_ends_openly,
                        last, when);
                case End::in_progress:
                    break;
            }
            return words_.say(Message::story_ends_in_progress, last, when);
        }();
        return how + " " +
               words_.say(Message::story_ends_goodwill, goodwill(path_.goodwill),
                          number.count(static_cast<double>(path_.steps.size())));
    }

    [[nodiscard]] Table visits() const {
        TableBuilder table;
        table.add_number(words_.say(Message::story_column_time), 100, [&](std::size_t i) {
            return Cell(elapsed(path_.steps[i].arrived), Tone::faint);
        });
        table.add_words(words_.say(Message::column_touchpoint), 16, [&](std::size_t i) {
            return Cell(words_.touchpoint(path_.steps[i].touchpoint), Tone::strong);
        });
        table.add(
            {words_.say(Message::story_column_experience), ColumnKind::fixed, Align::left, 80},
            [&](std::size_t i) { return felt(path_.steps[i].experience); });
        table.add_number(words_.say(Message::column_goodwill), 70,
                         [&](std::size_t i) { return Cell(goodwill(path_.steps[i].goodwill)); });
        Column then_column{words_.say(Message::story_column_then), ColumnKind::flowing, Align::left,
                           TableBuilder::always, 20};
        then_column.most_lines = 12;  // nothing of what happened is left out
        table.add(then_column, [&](std::size_t i) { return Cell(then(i)); });
        add_rows(table);
        return table.take();
    }

  private:
    void add_rows(TableBuilder& table) const {
        const auto count = path_.steps.size();
        const bool all = count <= first_visits + last_visits + 1;
        const auto head = all ? count : first_visits;
        for (std::size_t i = 0; i < head; ++i) table.add_row(i);
        if (all) return;
        const auto skipped = static_cast<double>(count - first_visits - last_visits);
        table.add_group(
            words_.say(plural(skipped, Message::story_skipped_one, Message::story_skipped_many),
                       words_.number().count(skipped)));
        for (std::size_t i = count - last_visits; i < count; ++i) table.add_row(i);
    }

    /// "1 d 23 h": the two largest units that say something.
    [[nodiscard]] std::string elapsed(Ticks ticks) const {
        struct Unit {
            Message name;
            Ticks length, per_larger;
        };
        static constexpr std::array<Unit, 4> units{{{Message::days, 86'400'000, 0},
                                                    {Message::hours, 3'600'000, 24},
                                                    {Message::minutes, 60'000, 60},
                                                    {Message::seconds, 1'000, 60}}};
        if (ticks < units.back().length) return words_.say(Message::story_at_start);
        const auto in = [&](const Unit& unit, Ticks amount) {
            return words_.say(unit.name, words_.number().count(static_cast<double>(amount)));
        };
        std::size_t first = 0;
        while (ticks < units[first].length) ++first;
        auto words = in(units[first], ticks / units[first].length);
        if (first + 1 == units.size()) return words;
        const auto& smaller = units[first + 1];
        const auto rest = ticks / smaller.length % smaller.per_larger;
        return rest > 0 ? words + "\u00a0" + in(smaller, rest) : words;
    }

    [[nodiscard]] std::string goodwill(std::int32_t points) const {
        return words_.number().signed_number(points, 0);
    }

    [[nodiscard]] Cell felt(Experience experience) const {
        if (experience == Experience::good)
            return {words_.say(Message::experience_good), Tone::good};
        if (experience == Experience::bad) return {words_.say(Message::experience_bad), Tone::bad};
        return {words_.say(Message::experience_neutral)};
    }

    [[nodiscard]] std::string target(const Step& step) const {
        const auto& transition = transitions_[step.chosen.index()];
        if (transition.to_touchpoint) return words_.touchpoint(transition.to_touchpoint);
        return words_.outcome(words_.journey.outcomes[transition.to_outcome.index()].id.value);
    }

    [[nodiscard]] std::string then(std::size_t i) const {
        const auto& step = path_.steps[i];
        const bool last = i + 1 == path_.steps.size();
        if (!step.chosen) {
            const auto& cause = words_.journey.causes[path_.cause.index()].id.value;
            return words_.say(
                path_.silent ? Message::story_leaves_silently : Message::story_leaves_openly,
                words_.cause(cause));
        }
        const auto next = last ? path_.ended : path_.steps[i + 1].arrived;
        return towards(step, next - step.arrived, last) + friction(step);
    }

    [[nodiscard]] std::string towards(const Step& step, Ticks wait, bool last) const {
        const auto lasting = words_.number().duration(days(wait));
        if (last && path_.end == End::impatient)
            return words_.say(
                path_.silent ? Message::story_impatient_silently : Message::story_impatient_openly,
                target(step), lasting);
        if (last && path_.end == End::in_progress)
            return words_.say(Message::story_under_way, target(step));
        if (wait == 0) return words_.say(Message::story_goes_on, target(step));
        return words_.say(Message::story_goes_on_after, target(step), lasting);
    }

    [[nodiscard]] std::string friction(const Step& step) const {
        if (!step.friction) return "";
        const auto& journey = words_.journey;
        std::string costs;
        if (const auto points = journey.friction.goodwill.value; points != 0)
            costs = words_.say(Message::story_friction_goodwill,
                               words_.number().signed_number(static_cast<double>(points), 0));
        if (const auto effort = journey.friction.effort.likely; effort > 0)
            costs += (costs.empty() ? "" : ", ") + words_.say(Message::story_friction_effort,
                                                              "+" + words_.number().number(effort));
        return costs.empty() ? "" : "; " + words_.say(Message::story_friction, costs);
    }

    const JourneyWords& words_;
    std::span<const simulate::Transition> transitions_;
    const Path& path_;
};

std::string heading(const JourneyWords& words, std::uint64_t customer, const Path& path) {
    auto title =
        words.say(Message::story_customer, words.number().count(static_cast<double>(customer)));
    if (words.journey.personas.size() < 2) return title;
    const auto& persona = words.journey.personas[path.persona.index()].id.value;
    return title + ", " + words.persona(persona);
}

}  // namespace

Document stories_document(const Journey& journey, const StoryTellers& customers) {
    const JourneyWords words(journey);
    Document document;
    document.title = printable(journey.title.value);
    const auto scenario = words.scenario();
    if (!scenario.empty()) document.subtitle = words.say(Message::scenario_line, scenario);
    const auto count = static_cast<double>(customers.paths.size());
    document.lead.push_back(words.say(plural(count, Message::stories_one, Message::stories_many),
                                      words.number().count(count), std::to_string(customers.seed)));
    auto number = customers.first_customer;
    for (const auto& path : customers.paths) {
        CJM_EXPECTS(!path.steps.empty());
        const StoryTeller teller(words, customers.transitions, path);
        document.sections.push_back(
            {heading(words, number++, path), {teller.ending()}, teller.visits(), {}});
    }
    return document;
}

std::string stories_report(const Journey& journey, const StoryTellers& customers,
                           const TextStyle& style) {
    return document_text(stories_document(journey, customers), style);
}

}  // namespace cjm::cli
