#include "render/change/field_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cjm::render {

namespace {

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

}  // namespace

std::string FieldWords::name_of_cause(const std::string& id) const {
    constexpr std::array built_in{Message::cause_dissatisfaction, Message::cause_price,
                                  Message::cause_neglect, Message::cause_priorities,
                                  Message::cause_delay};
    const CauseId cause = find_cause(*journey_, id);
    if (!cause) return id;
    if (cause.index() < built_in.size()) return say(built_in.at(cause.index()));
    return journey_->causes[cause.index()].shown();
}

std::string FieldWords::name(const FieldChange& change) const {
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

std::string FieldWords::number_of(ChangedField field, double value, int decimals) const {
    if (is_share(field)) return numbers_.percent(value, decimals);
    if (is_duration(field)) return numbers_.duration(value);
    if (is_money(field)) return numbers_.money(value);
    return numbers_.number(value);
}

std::string FieldWords::value(ChangedField field, const FieldValue& value, int decimals) const {
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
std::string FieldWords::from_to(const FieldChange& change) const {
    constexpr int most = 3;
    for (int decimals = 0;; ++decimals) {
        const std::string before = value(change.field, change.before, decimals);
        const std::string after = value(change.field, change.after, decimals);
        if (before != after || decimals == most)
            return say(Message::change_value, name(change), before, after);
    }
}

/// Without the persona and the experience that it concerns.
std::string FieldWords::plain_field(const FieldChange& change) const {
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

std::string FieldWords::field(const FieldChange& change) const {
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
    return say(Message::change_of_persona, words, fmt::format("{}", fmt::join(names, ", ")));
}

std::vector<std::string> FieldWords::fields(const std::vector<FieldChange>& changes,
                                            std::size_t most) const {
    std::vector<std::string> lines;
    const bool mean = std::ranges::any_of(
        changes, [](const FieldChange& change) { return change.field == ChangedField::wait; });
    for (const FieldChange& change : changes)
        if (!mean || change.field != ChangedField::wait_spread) lines.push_back(field(change));
    return shortened(std::move(lines), most);
}

std::vector<std::string> FieldWords::brief_fields(const std::vector<FieldChange>& changes,
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

std::vector<std::string> FieldWords::shortened(std::vector<std::string> lines,
                                               std::size_t most) const {
    if (lines.size() <= most) return lines;
    const auto left_out = static_cast<double>(lines.size() - most + 1);
    lines.resize(most - 1);
    lines.push_back(say(Message::change_more, numbers_.count(left_out)));
    return lines;
}

}  // namespace cjm::render
