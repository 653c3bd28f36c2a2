#include "journey/parse/detail/behaviour.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/duration.hpp"
#include "journey/parse/detail/stray_key.hpp"

namespace cjm::detail {
namespace {

constexpr std::int64_t largest_weight = 100;

std::optional<ExperienceShares> read_experience(Fields& fields) {
    const auto* member = fields.take_member("experience");
    if (member == nullptr) return std::nullopt;
    auto& findings = fields.findings();
    const auto subject = fields.subject().key("experience");
    if (read_table(findings, member->value, subject, "write { good = 0.5, bad = 0.1 }") == nullptr)
        return std::nullopt;
    Fields shares(findings, member->value, subject);
    ExperienceShares experience{shares.number_or("good", probability, 0),
                                shares.number_or("bad", probability, 0), member->where};
    shares.finish("experience; the rest of good and bad is neutral");
    const double sum = experience.good.likely + experience.bad.likely;
    if (sum > 1 + 1e-9)
        findings.error(
            "sum-over-one", member->where,
            fmt::format(
                "good and bad in {} sum to {:.10g}; they sum to at most 1, the rest is neutral",
                subject.words(), sum));
    return experience;
}

void read_after(Fields& fields, Behaviour& behaviour) {
    const auto* member = fields.take_member("after");
    if (member == nullptr) return;
    auto& findings = fields.findings();
    const auto subject = fields.subject().key("after");
    if (read_table(findings, member->value, subject, "write [touchpoint.after.bad] with a next") ==
        nullptr)
        return;
    behaviour.after_given = true;
    Fields experiences(findings, member->value, subject);
    constexpr std::array<std::string_view, 3> names{"good", "neutral", "bad"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto* value = experiences.take(names.at(i));
        if (value == nullptr) continue;
        const auto experience_subject = subject.entry(names.at(i));
        if (read_table(findings, *value, experience_subject, "write { next = { … } }") == nullptr)
            continue;
        Fields keys(findings, *value, experience_subject);
        behaviour.after.at(i) = read_next(keys);
        if (value->table()->empty()) keys.missing("next");
        keys.finish("after: it holds next or counts");
    }
    experiences.finish("after");
}

bool may_be_duration(const Value& value) {
    const auto* text = value.text();
    return value.list() != nullptr || (text != nullptr && duration_days(*text));
}

bool may_be_wait(const Value& value) {
    const auto* members = value.table();
    if (members == nullptr) return may_be_duration(value);
    return std::any_of(members->begin(), members->end(),
                       [](const Member& member) { return member.name == "distribution"; });
}

std::optional<Table<NamedWait>> read_waits(Fields& fields) {
    const auto* member = fields.take_member("wait");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("wait");
    const auto* targets = read_table(fields.findings(), member->value, subject,
                                     "name the target: wait = { target = \"2 d\" }");
    if (targets == nullptr) return std::nullopt;
    Table<NamedWait> waits{{}, member->where};
    NamesSeen seen;
    for (const auto& target : *targets) {
        if (is_stray_key(fields.findings(), target, may_be_wait(target.value))) continue;
        auto name = name_of(target);
        auto wait = read_wait(fields.findings(), target.value, subject.entry(name.value));
        if (!seen.repeats(fields.findings(), name, subject) && wait)
            waits.entries.push_back({std::move(name), std::move(*wait)});
    }
    return waits;
}

std::optional<Table<NamedNumber>> read_patience(Fields& fields) {
    const auto* member = fields.take_member("patience");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("patience");
    const auto* targets = read_table(fields.findings(), member->value, subject,
                                     "name the target: patience = { target = \"3 d\" }");
    if (targets == nullptr) return std::nullopt;
    Table<NamedNumber> patience{{}, member->where};
    NamesSeen seen;
    for (const auto& target : *targets) {
        if (is_stray_key(fields.findings(), target, may_be_duration(target.value))) continue;
        auto name = name_of(target);
        auto mean =
            read_duration(fields.findings(), target.value, subject.entry(name.value), positive);
        if (!seen.repeats(fields.findings(), name, subject) && mean)
            patience.entries.push_back({std::move(name), std::move(*mean)});
    }
    return patience;
}

}  // namespace

Behaviour read_behaviour(Fields& fields) {
    Behaviour behaviour;
    behaviour.where = fields.table().where;
    behaviour.experience = read_experience(fields);
    behaviour.next = read_next(fields);
    read_after(fields, behaviour);
    behaviour.causes = read_causes(fields);
    behaviour.silent = fields.number("silent", probability);
    behaviour.effort = fields.number("effort", not_negative);
    behaviour.cost = fields.number("cost", not_negative);
    behaviour.revenue = fields.number("revenue", not_negative);
    behaviour.refers = fields.number("refers", not_negative);
    behaviour.weight = fields.integer("weight", 1, largest_weight);
    behaviour.wait = read_waits(fields);
    behaviour.patience = read_patience(fields);
    return behaviour;
}

}  // namespace cjm::detail
