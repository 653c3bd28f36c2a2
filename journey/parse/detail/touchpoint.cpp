#include "journey/parse/detail/touchpoint.hpp"

#include <limits>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "journey/parse/detail/stray_key.hpp"

namespace cjm::detail {
namespace {

constexpr Range emotion_range{-2, 2, false, false, "between -2 and 2"};
constexpr std::array<std::string_view, 5> evidence_names{"assumed", "expert", "survey", "log",
                                                         "cited"};

std::vector<Text> read_links(Fields& fields) {
    auto links = fields.texts("links");
    std::erase_if(links, [&](const Text& link) {
        for (const auto* scheme : {"http://", "https://", "mailto:"})
            if (link.value.starts_with(scheme) &&
                link.value.size() > std::string_view(scheme).size())
                return false;
        const bool schemeless = link.value.starts_with("www.");
        fields.findings().error(
            "bad-link", link.where,
            fmt::format("link {} starts with none of http://, https:// and mailto:",
                        quoted(link.value)),
            schemeless ? fmt::format("write {}", quoted("https://" + link.value)) : "");
        return true;
    });
    return links;
}

std::optional<Evidence> read_evidence(Fields& fields) {
    const auto* value = fields.take("evidence");
    if (value == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("evidence");
    if (read_table(fields.findings(), *value, subject, "write { kind = \"survey\", n = 120 }") ==
        nullptr)
        return std::nullopt;
    Fields keys(fields.findings(), *value, subject);
    Evidence evidence;
    evidence.where = value->where;
    if (const auto kind = keys.word("kind", evidence_names))
        evidence.kind = static_cast<EvidenceKind>(kind->value);
    if (const auto n = keys.integer("n", 0, std::numeric_limits<std::int64_t>::max()))
        evidence.n = n->value;
    if (const auto source = keys.text("source")) evidence.source = source->value;
    keys.finish("evidence");
    return evidence;
}

std::optional<Table<NamedFlag>> read_seamless(Fields& fields) {
    const auto* member = fields.take_member("seamless");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("seamless");
    const auto* targets = read_table(fields.findings(), member->value, subject,
                                     "name the target: seamless = { target = true }");
    if (targets == nullptr) return std::nullopt;
    Table<NamedFlag> seamless{{}, member->where};
    NamesSeen seen;
    for (const auto& target : *targets) {
        if (is_stray_key(fields.findings(), target, target.value.flag() != nullptr)) continue;
        auto name = name_of(target);
        const auto flag = read_flag(fields.findings(), target.value, subject.entry(name.value));
        if (!seen.repeats(fields.findings(), name, subject) && flag)
            seamless.entries.push_back({std::move(name), *flag});
    }
    return seamless;
}

void read_for(Fields& fields, Touchpoint& touchpoint) {
    const auto* value = fields.take("for");
    if (value == nullptr) return;
    const auto* personas = read_table(fields.findings(), *value, fields.subject().key("for"),
                                      "write [touchpoint.for.PERSONA]");
    if (personas == nullptr) return;
    NamesSeen seen;
    for (const auto& member : *personas) {
        auto name = name_of(member);
        const auto subject = fields.subject().for_persona(name.value);
        if (read_table(fields.findings(), member.value, subject) == nullptr) continue;
        Fields keys(fields.findings(), member.value, subject);
        auto behaviour = read_behaviour(keys);
        keys.finish("[touchpoint.for]");
        if (!seen.repeats(fields.findings(), name, fields.subject().key("for")))
            touchpoint.for_persona.emplace_back(std::move(name), std::move(behaviour));
    }
}

// Everything but the id. `channel = ""` stays in a replacement: there it takes the channel away.
void read_keys(Fields& fields, Touchpoint& touchpoint) {
    touchpoint.where = fields.table().where;
    touchpoint.title = fields.title();
    touchpoint.stage = fields.name("stage");
    if (!touchpoint.stage && fields.take("stage") != nullptr)
        touchpoint.stage = Name{};  // wrong, not missing
    touchpoint.channel = fields.label("channel");
    if (const auto owner = fields.word("owner", owner_names))
        touchpoint.owner = {static_cast<Owner>(owner->value), owner->where};
    touchpoint.responsible = fields.text("responsible");
    touchpoint.links = read_links(fields);
    if (const auto moment = fields.word("moment", moment_names))
        touchpoint.moment = {static_cast<Moment>(moment->value), moment->where};
    touchpoint.tags = fields.labels("tags");
    touchpoint.moment_of_truth = fields.flag("moment_of_truth");
    touchpoint.behaviour = read_behaviour(fields);
    touchpoint.seamless = read_seamless(fields);
    touchpoint.evidence = read_evidence(fields);
    touchpoint.emotion = fields.number("emotion", emotion_range);
    touchpoint.rows = read_rows(fields);
    read_for(fields, touchpoint);
}

}  // namespace

RowTexts read_rows(Fields& fields) {
    RowTexts rows;
    for (std::size_t i = 0; i < built_in_row_count; ++i)
        rows.built_in.at(i) = fields.texts(to_string(static_cast<BuiltInRow>(i)));
    const auto* value = fields.take("rows");
    if (value == nullptr) return rows;
    const auto subject = fields.subject().key("rows");
    const auto* members =
        read_table(fields.findings(), *value, subject, "write { row = [\"text\"] }");
    if (members == nullptr) return rows;
    NamesSeen seen;
    for (const auto& member : *members) {
        auto name = name_of(member);
        auto texts = read_texts(fields.findings(), member.value, subject.entry(name.value));
        if (!seen.repeats(fields.findings(), name, subject))
            rows.own.emplace_back(std::move(name), std::move(texts));
    }
    return rows;
}

Touchpoint read_touchpoint(Findings& findings, const Value& table) {
    Touchpoint touchpoint;
    const auto nameless = Subject::thing("touchpoint", "");
    touchpoint.id = Fields(findings, table, nameless).id("touchpoint");
    const auto name = touchpoint.id.value;
    const auto subject = Subject::thing("touchpoint", name);
    Fields fields(findings, table, subject);
    fields.take("id");
    read_keys(fields, touchpoint);
    fields.misplaced("new", "a touchpoint", "new = true belongs into [scenario.touchpoint.ID]");
    fields.finish("a touchpoint");
    if (touchpoint.channel && touchpoint.channel->value.empty()) touchpoint.channel.reset();
    return touchpoint;
}

Touchpoint read_replacement(Findings& findings, const Member& member, std::string_view scenario) {
    Touchpoint touchpoint;
    touchpoint.id = name_of(member);
    const auto redesign = Subject::thing("scenario", scenario);
    const auto name = touchpoint.id.value;
    const auto subject = Subject::thing("touchpoint", name, &redesign);
    Fields fields(findings, member.value, subject);
    touchpoint.is_new = fields.flag("new");
    if (touchpoint.is_new && touchpoint.is_new->value)
        touchpoint.id = read_id(findings, member.name, member.where, "touchpoint");
    read_keys(fields, touchpoint);
    fields.misplaced("id", "a touchpoint in a scenario",
                     "remove it: the header names the touchpoint");
    fields.finish("a touchpoint in a scenario");
    return touchpoint;
}

}  // namespace cjm::detail
