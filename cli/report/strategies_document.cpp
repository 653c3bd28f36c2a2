#include "cli/report/strategies_document.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text_width.hpp"
#include "cli/report/journey_words.hpp"
#include "cli/report/table_builder.hpp"
#include "journey/strategies/effect.hpp"
#include "render/change/field_words.hpp"

namespace cjm::cli {
namespace {

/// A line of the report on one scenario.
struct Line {
    std::string where, what, range;
};

/// Tells effects in words.
class EffectWords {
  public:
    explicit EffectWords(const Journey& journey) : words_(journey), fields_(journey) {}

    [[nodiscard]] const JourneyWords& words() const { return words_; }

    [[nodiscard]] std::string hazard(const HazardEffect& effect) const {
        return words_.say(Message::strategies_hazard, words_.cause(effect.cause),
                          words_.number().number(effect.multiplier.likely));
    }

    [[nodiscard]] std::vector<Line> lines(const ScenarioEffect& effect) const {
        std::vector<Line> all;
        for (const HazardEffect& one : effect.hazards)
            all.push_back({words_.say(Message::strategies_everywhere), hazard(one),
                           range(words_.number().number(one.multiplier.low),
                                 words_.number().number(one.multiplier.high))});
        for (const PlaceEffect& place : effect.places) add_place(place, all);
        return all;
    }

    /// What keeps parts of the scenario from acting.
    [[nodiscard]] std::vector<std::string> idle(const ScenarioEffect& effect,
                                                const std::string& strategy) const {
        std::vector<std::string> all;
        const std::vector<std::string> tags = tags_of(words_.journey);
        for (const std::string& tag : effect.idle_tags)
            all.push_back(words_.say(Message::strategies_idle_tag, printable(tag), strategy,
                                     tags.empty() ? no_value : quoted(tags)));
        for (const std::string& cause : effect.idle_causes)
            all.push_back(words_.say(Message::strategies_idle_cause, words_.cause(cause)));
        return all;
    }

    /// All of it on one line.
    [[nodiscard]] std::string brief(const ScenarioEffect& effect) const {
        std::vector<std::string> parts;
        for (const HazardEffect& one : effect.hazards) parts.push_back(hazard(one));
        for (const std::string& id : effect.touchpoints()) parts.push_back(words_.touchpoint(id));
        if (parts.empty())
            for (const std::string& tag : effect.idle_tags)
                parts.push_back(words_.say(Message::strategies_nothing, printable(tag), near(tag)));
        return parts.empty() ? words_.say(Message::strategies_nothing_lead)
                             : fmt::format("{}", fmt::join(parts, " · "));
    }

  private:
    static std::string quoted(const std::vector<std::string>& tags) {
        std::vector<std::string> shown;
        for (const std::string& tag : tags) shown.push_back(printable(tag));
        return fmt::format("\"{}\"", fmt::join(shown, "\", \""));
    }
    /// ` (≈ "service-desk")`: tags of the journey that may be meant by one; maybe nothing.
    [[nodiscard]] std::string near(const std::string& tag) const {
        const std::vector<std::string> tags = tags_near(words_.journey, tag);
        return tags.empty() ? std::string() : fmt::format(" (≈ {})", quoted(tags));
    }

    [[nodiscard]] std::string range(const std::string& low, const std::string& high) const {
        return low == high ? low : words_.say(Message::strategies_range, low, high);
    }

    void add_place(const PlaceEffect& place, std::vector<Line>& all) const {
        std::string where = words_.touchpoint(place.touchpoint);
        if (!place.to.empty()) where = words_.say(Message::strategies_way, where, target(place.to));
        const bool mean = std::ranges::any_of(place.fields, [](const FieldEffect& field) {
            return field.likely.field == ChangedField::wait;
        });
        for (const FieldEffect& field : place.fields) {
            constexpr int decimals = 1;
            const ChangedField kind = field.likely.field;
            if (mean && kind == ChangedField::wait_spread) continue;
            all.push_back({where, fields_.field(field.likely),
                           range(fields_.value(kind, field.low, decimals),
                                 fields_.value(kind, field.high, decimals))});
        }
    }

    [[nodiscard]] std::string target(const std::string& id) const {
        return find_outcome(words_.journey, id) ? words_.outcome(id) : words_.touchpoint(id);
    }

    JourneyWords words_;
    render::FieldWords fields_;
};

}  // namespace

Document strategies_document(const Journey& journey, const std::vector<Scenario>& scenarios) {
    const EffectWords effects(journey);
    const JourneyWords& words = effects.words();
    Document document;
    document.title = words.say(Message::strategies_title);
    document.subtitle = printable(journey.title.value);
    document.lead = {words.say(Message::strategies_lead)};
    TableBuilder table;
    std::vector<ScenarioEffect> all;
    for (const Scenario& scenario : scenarios) all.push_back(effect_of(journey, scenario));
    table.add({words.say(Message::strategies_column_name), ColumnKind::fixed, Align::left},
              [&](std::size_t i) { return Cell(scenarios[i].id.value, Tone::strong); });
    table.add_words(words.say(Message::strategies_column_what), 24, [&](std::size_t i) {
        return Cell(effects.brief(all[i]), all[i].nothing() ? Tone::faint : Tone::plain);
    });
    table.add_rows(scenarios.size());
    document.sections.push_back({words.say(Message::strategies_column_what), {}, table.take(), {}});
    return document;
}

Document strategy_document(const Journey& journey, const Scenario& scenario) {
    const EffectWords effects(journey);
    const JourneyWords& words = effects.words();
    const ScenarioEffect effect = effect_with_range(journey, scenario);
    Document document;
    document.title = printable(scenario.shown());
    document.subtitle = printable(journey.title.value);
    if (effect.nothing()) document.lead = {words.say(Message::strategies_nothing_lead)};
    for (std::string& sentence : effects.idle(effect, scenario.id.value))
        document.lead.push_back(std::move(sentence));
    if (effect.nothing()) return document;
    const std::vector<Line> lines = effects.lines(effect);
    TableBuilder table;
    table.add_words(words.say(Message::strategies_column_where), 16, [&](std::size_t i) {
        return Cell(i > 0 && lines[i].where == lines[i - 1].where ? "" : lines[i].where,
                    Tone::strong);
    });
    table.add_words(words.say(Message::strategies_column_what), 24,
                    [&](std::size_t i) { return Cell(lines[i].what); });
    table.add({words.say(Message::strategies_column_range), ColumnKind::flowing, Align::left,
               always_shown, 12},
              [&](std::size_t i) { return Cell(lines[i].range, Tone::faint); });
    table.add_rows(lines.size());
    document.sections.push_back({words.say(Message::strategies_column_what), {}, table.take(), {}});
    return document;
}

}  // namespace cjm::cli
