#include "render/change/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace cjm::render {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

/// What a field is called; those that are not "name before → after" are written apart.
Message name_message(ChangedField field) {
    switch (field) {
        case ChangedField::stage:
            return Message::field_stage;
        case ChangedField::channel:
            return Message::field_channel;
        case ChangedField::owner:
            return Message::field_owner;
        case ChangedField::responsible:
            return Message::field_responsible;
        case ChangedField::moment:
            return Message::field_moment;
        case ChangedField::moment_of_truth:
            return Message::field_moment_of_truth;
        case ChangedField::good:
            return Message::field_good;
        case ChangedField::bad:
            return Message::field_bad;
        case ChangedField::weight:
            return Message::field_weight;
        case ChangedField::leave:
            return Message::field_leave;
        case ChangedField::cause:
            return Message::field_cause;
        case ChangedField::silent:
            return Message::field_silent;
        case ChangedField::effort:
            return Message::field_effort;
        case ChangedField::cost:
            return Message::field_cost;
        case ChangedField::revenue:
            return Message::field_revenue;
        case ChangedField::refers:
            return Message::field_refers;
        case ChangedField::emotion:
            return Message::field_emotion;
        case ChangedField::evidence:
            return Message::field_evidence;
        case ChangedField::wait:
            return Message::field_wait;
        case ChangedField::wait_spread:
            return Message::field_wait_spread;
        case ChangedField::wait_law:
            return Message::field_wait_law;
        case ChangedField::patience:
            return Message::field_patience;
        case ChangedField::seamless:
            return Message::field_seamless;
        case ChangedField::start:
            return Message::field_start;
        case ChangedField::persona_share:
            return Message::field_persona_share;
        case ChangedField::start_goodwill:
            return Message::field_start_goodwill;
        case ChangedField::persona_hazard:
            return Message::field_persona_hazard;
        default:
            return Message::field_share;
    }
}

bool is_share(ChangedField field) {
    constexpr std::array shares{ChangedField::good,   ChangedField::bad,
                                ChangedField::leave,  ChangedField::cause,
                                ChangedField::silent, ChangedField::share,
                                ChangedField::start,  ChangedField::persona_share};
    return std::ranges::find(shares, field) != shares.end();
}

bool is_duration(ChangedField field) {
    return field == ChangedField::wait || field == ChangedField::wait_spread ||
           field == ChangedField::patience;
}

bool is_money(ChangedField field) {
    return field == ChangedField::cost || field == ChangedField::revenue;
}

Message name_of(Owner owner) {
    constexpr std::array names{Message::owner_us, Message::owner_partner,
                               Message::owner_third_party};
    return names.at(static_cast<std::size_t>(owner));
}

Message name_of(Moment moment) {
    constexpr std::array names{Message::flow_moment_know, Message::flow_moment_go,
                               Message::flow_moment_do, Message::flow_moment_buy};
    return names.at(static_cast<std::size_t>(moment));
}

Message name_of(WaitKind kind) {
    constexpr std::array names{Message::wait_fixed,   Message::wait_exponential,
                               Message::wait_uniform, Message::wait_lognormal,
                               Message::wait_gamma,   Message::wait_weibull,
                               Message::wait_pert};
    return names.at(static_cast<std::size_t>(kind));
}

template <class Changes>
double count(const Changes& changes, ChangeKind kind) {
    return static_cast<double>(
        std::ranges::count_if(changes, [&](const auto& change) { return change.kind == kind; }));
}

}  // namespace

bool told_from_nothing(const MaybeEstimate& difference) {
    return difference && (difference->low > 0 || difference->high < 0);
}

std::string ChangeWords::kind(ChangeKind kind) const {
    switch (kind) {
        case ChangeKind::added:
            return say(Message::change_added);
        case ChangeKind::gone:
            return say(Message::change_gone);
        case ChangeKind::changed:
            break;
    }
    return say(Message::change_changed);
}

std::string ChangeWords::name_of_cause(const std::string& id) const {
    constexpr std::array built_in{Message::cause_dissatisfaction, Message::cause_price,
                                  Message::cause_neglect, Message::cause_priorities,
                                  Message::cause_delay};
    const CauseId cause = find_cause(*journey_, id);
    if (!cause) return id;
    if (cause.index() < built_in.size()) return say(built_in.at(cause.index()));
    return journey_->causes[cause.index()].shown();
}

std::string ChangeWords::name(const FieldChange& change) const {
    switch (change.field) {
        case ChangedField::cause:
        case ChangedField::persona_hazard:
            return say(name_message(change.field), name_of_cause(change.of));
        case ChangedField::start: {
            const TouchpointId at = find_touchpoint(*journey_, change.of);
            return say(name_message(change.field),
                       at ? journey_->touchpoints[at.index()].shown() : change.of);
        }
        default:
            return say(name_message(change.field));
    }
}

/// decimals  of a share in percent
std::string ChangeWords::number_of(ChangedField field, double value, int decimals) const {
    if (is_share(field)) return numbers_.percent(value, decimals);
    if (is_duration(field)) return numbers_.duration(value);
    if (is_money(field)) return numbers_.money(value);
    return numbers_.number(value);
}

std::string ChangeWords::value(ChangedField field, const FieldValue& value, int decimals) const {
    if (const auto* flag = std::get_if<bool>(&value))
        return say(*flag ? Message::change_yes : Message::change_no);
    if (const auto* number = std::get_if<double>(&value))
        return number_of(field, *number, decimals);
    if (const auto* owner = std::get_if<Owner>(&value)) return say(name_of(*owner));
    if (const auto* moment = std::get_if<Moment>(&value)) return say(name_of(*moment));
    if (const auto* kind = std::get_if<WaitKind>(&value)) return say(name_of(*kind));
    const auto* words = std::get_if<std::string>(&value);
    if (words == nullptr) return say(Message::change_none);
    if (field != ChangedField::stage) return *words;
    const StageId stage = find_stage(*journey_, *words);
    return stage ? journey_->stages[stage.index()].shown() : *words;
}

/// Both values, with the fewest digits that tell them apart.
std::string ChangeWords::from_to(const FieldChange& change) const {
    constexpr int most = 3;
    for (int decimals = 0;; ++decimals) {
        const std::string before = value(change.field, change.before, decimals);
        const std::string after = value(change.field, change.after, decimals);
        if (before != after || decimals == most)
            return say(Message::change_value, name(change), before, after);
    }
}

/// Without the persona and the experience that it concerns.
std::string ChangeWords::plain_field(const FieldChange& change) const {
    switch (change.field) {
        case ChangedField::title:
            return say(Message::change_title, value(change.field, change.before, 0));
        case ChangedField::texts:
            return say(Message::change_texts);
        case ChangedField::hazard: {
            const auto *before = std::get_if<double>(&change.before),
                       *after = std::get_if<double>(&change.after);
            if (before == nullptr || after == nullptr || *before <= 0) break;
            return say(Message::change_hazard, name_of_cause(change.of),
                       numbers_.number(*after / *before));
        }
        case ChangedField::cost_once:
        case ChangedField::cost_per_customer: {
            const auto* after = std::get_if<double>(&change.after);
            return say(change.field == ChangedField::cost_once ? Message::field_cost_once
                                                               : Message::field_cost_per_customer,
                       numbers_.money(after == nullptr ? 0 : *after));
        }
        default:
            break;
    }
    return from_to(change);
}

std::string ChangeWords::field(const FieldChange& change) const {
    std::string words = plain_field(change);
    if (change.experience) {
        constexpr std::array after{Message::change_after_good, Message::change_after_neutral,
                                   Message::change_after_bad};
        words = say(after.at(static_cast<std::size_t>(*change.experience)), words);
    }
    if (change.personas.empty()) return words;
    std::vector<std::string> names;
    for (const std::string& id : change.personas) {
        const PersonaId persona = find_persona(*journey_, id);
        names.push_back(persona ? journey_->personas[persona.index()].shown() : id);
    }
    return say(Message::change_of_persona, words, joined(names, ", "));
}

std::vector<std::string> ChangeWords::fields(const std::vector<FieldChange>& changes,
                                             std::size_t most) const {
    std::vector<std::string> lines;
    const bool mean = std::ranges::any_of(
        changes, [](const FieldChange& change) { return change.field == ChangedField::wait; });
    for (const FieldChange& change : changes)
        if (!mean || change.field != ChangedField::wait_spread) lines.push_back(field(change));
    return shortened(std::move(lines), most);
}

std::vector<std::string> ChangeWords::brief_fields(const std::vector<FieldChange>& changes,
                                                   std::size_t most) const {
    std::vector<FieldChange> everybody;
    std::vector<std::string> by_persona;
    for (const FieldChange& change : changes) {
        if (change.personas.empty()) {
            everybody.push_back(change);
            continue;
        }
        std::string line = say(Message::change_by_persona, name(change));
        if (std::ranges::find(by_persona, line) == by_persona.end())
            by_persona.push_back(std::move(line));
    }
    std::vector<std::string> lines = fields(everybody, most);
    lines.insert(lines.end(), by_persona.begin(), by_persona.end());
    return shortened(std::move(lines), most);
}

/// The last line then says how many are left out.
std::vector<std::string> ChangeWords::shortened(std::vector<std::string> lines,
                                                std::size_t most) const {
    if (lines.size() <= most) return lines;
    const auto left_out = static_cast<double>(lines.size() - most + 1);
    lines.resize(most - 1);
    lines.push_back(say(Message::change_more, numbers_.count(left_out)));
    return lines;
}

std::string ChangeWords::points(const Estimate& difference) const {
    const std::string value = say(Message::points, numbers_.points(difference));
    const std::string interval = numbers_.points_interval(difference);
    return interval.empty() ? value : say(Message::change_with_interval, value, interval);
}

std::string ChangeWords::short_points(const Estimate& difference) const {
    const std::string value = numbers_.points(difference);
    const std::string interval = numbers_.points_interval(difference);
    return interval.empty() ? value : say(Message::change_with_interval, value, interval);
}

std::string ChangeWords::figure(Message name, const Estimate& difference) const {
    if (difference.estimate == 0 && difference.low == 0 && difference.high == 0)
        return say(Message::change_figure_same, say(name));
    return say(Message::change_figure, say(name), points(difference));
}

/// How the ends differ; those that are 0 in both journeys are left out.
std::string ChangeWords::figures() const {
    const DifferenceResult& difference = change_->figures->difference;
    const SimulationResult& as_is = change_->figures->as_is;
    std::vector<std::string> parts;
    const auto add = [&](Message name, ComparedFigure compared, const Estimate& before) {
        const MaybeEstimate& change = difference.of(compared);
        if (!change) return;
        const bool none = change->estimate == 0 && before.estimate == 0;
        if (compared == ComparedFigure::success || !none) parts.push_back(figure(name, *change));
    };
    add(Message::success, ComparedFigure::success, as_is.success);
    add(Message::ghosted, ComparedFigure::ghosted, as_is.ghosted);
    add(Message::left_openly, ComparedFigure::left_openly, as_is.left_openly);
    add(Message::in_progress, ComparedFigure::in_progress, as_is.in_progress);
    return joined(parts, "  ·  ");
}

/// How many things are marked, and what the scenario costs.
std::string ChangeWords::marked() const {
    const JourneyChange& journey = change_->journey;
    std::vector<std::string> parts;
    const auto add = [&](Message message, double number) {
        if (number > 0) parts.push_back(say(message, numbers_.count(number)));
    };
    add(Message::change_touchpoints_changed, count(journey.touchpoints, ChangeKind::changed));
    add(Message::change_touchpoints_added, count(journey.touchpoints, ChangeKind::added));
    add(Message::change_touchpoints_gone, count(journey.touchpoints, ChangeKind::gone));
    add(Message::change_ways_changed, count(journey.ways, ChangeKind::changed));
    add(Message::change_ways_added, count(journey.ways, ChangeKind::added));
    add(Message::change_ways_gone, count(journey.ways, ChangeKind::gone));
    for (const FieldChange& change : journey.whole) parts.push_back(field(change));
    return joined(parts, "  ·  ");
}

std::vector<std::string> ChangeWords::heading() const {
    if (change_->journey.nothing()) return {say(Message::change_nothing)};
    std::vector<std::string> lines;
    if (change_->figures) lines.push_back(say(Message::change_against) + " " + figures());
    lines.push_back(marked());
    return lines;
}

}  // namespace cjm::render
