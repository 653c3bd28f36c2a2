// Scenarios: relative changes, replacements and additions.
#include <fmt/format.h>

#include "base/text_width.hpp"
#include "journey/parse/detail/sections.hpp"
#include "journey/parse/detail/shares.hpp"
#include "journey/parse/detail/touchpoint.hpp"

namespace cjm::detail {
namespace {

// The text of a key whose values are a few words, kept as text because `where` compares texts.
std::optional<Text> word_as_text(Fields& fields, std::string_view key,
                                 std::span<const std::string_view> words) {
    const auto word = fields.word(key, words);
    if (!word) return std::nullopt;
    return Text{std::string(words[word->value]), word->where};
}

Where read_where(Findings& findings, const Value& value, const Subject& scenario) {
    Where where;
    where.where = value.where;
    const auto subject = scenario.key("where");
    if (read_table(findings, value, subject, "write { channel = \"web\" }") == nullptr)
        return where;
    Fields fields(findings, value, subject);
    where.id = fields.name("id");
    where.stage = fields.name("stage");
    where.channel = fields.label("channel");
    where.owner = word_as_text(fields, "owner", owner_names);
    where.moment = word_as_text(fields, "moment", moment_names);
    where.tag = fields.label("tag");
    fields.finish("where");
    return where;
}

Each read_each(Findings& findings, const Value& table, std::string_view scenario) {
    Each each;
    each.span = table.where;
    const auto redesign = Subject::thing("scenario", scenario);
    const auto subject = redesign.key("each");
    if (read_table(findings, table, subject) == nullptr) return each;
    Fields fields(findings, table, subject);
    if (const auto* where = fields.take("where"))
        each.where = read_where(findings, *where, redesign);
    each.bad = fields.number("bad", not_negative);
    each.good = fields.number("good", not_negative);
    each.leave = fields.number("leave", not_negative);
    each.wait = fields.number("wait", not_negative);
    each.effort = fields.number("effort", not_negative);
    each.cost = fields.number("cost", not_negative);
    each.revenue = fields.number("revenue", not_negative);
    each.patience = fields.number("patience", positive);
    each.refers = fields.number("refers", not_negative);
    each.cost_add = fields.number("cost_add", not_negative);
    fields.finish("[[scenario.each]]");
    return each;
}

void read_all_each(Fields& fields, Scenario& scenario) {
    const auto* value = fields.take("each");
    if (value == nullptr) return;
    const auto* list = value->list();
    if (list == nullptr) {
        wrong_type(fields.findings(), *value, fields.subject().key("each"), "a list of tables",
                   "write it as [[scenario.each]]");
        return;
    }
    for (const auto& table : *list)
        scenario.each.push_back(read_each(fields.findings(), table, scenario.id.value));
}

void read_replacements(Fields& fields, Scenario& scenario) {
    const auto* value = fields.take("touchpoint");
    if (value == nullptr) return;
    const auto subject = fields.subject().key("touchpoint");
    const auto* members =
        read_table(fields.findings(), *value, subject, "write [scenario.touchpoint.ID]");
    if (members == nullptr) return;
    NamesSeen seen;
    for (const auto& member : *members) {
        if (read_table(fields.findings(), member.value, subject.entry(member.name),
                       "write [scenario.touchpoint.ID]") == nullptr)
            continue;
        auto touchpoint = read_replacement(fields.findings(), member, scenario.id.value);
        if (!seen.repeats(fields.findings(), touchpoint.id, subject))
            scenario.touchpoints.push_back(std::move(touchpoint));
    }
}

}  // namespace

Scenario read_scenario(Findings& findings, const Value& table) {
    Scenario scenario;
    const auto nameless = Subject::thing("scenario", "");
    scenario.id = Fields(findings, table, nameless).id("scenario");
    const auto subject = Subject::thing("scenario", scenario.id.value);
    Fields fields(findings, table, subject);
    fields.take("id");
    scenario.title = fields.title();
    scenario.cost = fields.number_or("cost", not_negative, 0);
    scenario.cost_per_customer = fields.number_or("cost_per_customer", not_negative, 0);
    scenario.hazard = read_hazard(fields);
    read_all_each(fields, scenario);
    read_replacements(fields, scenario);
    fields.finish("a scenario");
    return scenario;
}

}  // namespace cjm::detail
