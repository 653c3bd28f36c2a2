// The entries that are little more than an id and a title; and personas.
#include <array>

#include "journey/parse/detail/sections.hpp"
#include "journey/parse/detail/shares.hpp"
#include "journey/parse/detail/touchpoint.hpp"

namespace cjm::detail {
namespace {

// The id alone, before the other keys are read: messages about these name it.
Name read_own_id(Findings& findings, const Value& table, std::string_view kind) {
    const auto nameless = Subject::thing(kind, "");
    return Fields(findings, table, nameless).id(kind);
}

// An entry of only id and title.
template <class Entry>
Entry read_titled(Findings& findings, const Value& table, std::string_view kind) {
    Entry entry;
    entry.id = read_own_id(findings, table, kind);
    const auto subject = Subject::thing(kind, entry.id.value);
    Fields fields(findings, table, subject);
    fields.take("id");
    entry.title = fields.title();
    fields.finish(std::string("a ") + std::string(kind));
    return entry;
}

}  // namespace

CauseKind read_cause(Findings& findings, const Value& table) {
    return read_titled<CauseKind>(findings, table, "cause");
}

Row read_row(Findings& findings, const Value& table) {
    return read_titled<Row>(findings, table, "row");
}

Stage read_stage(Findings& findings, const Value& table) {
    Stage stage;
    stage.id = read_own_id(findings, table, "stage");
    const auto subject = Subject::thing("stage", stage.id.value);
    Fields fields(findings, table, subject);
    fields.take("id");
    stage.title = fields.title();
    stage.rows = read_rows(fields);
    fields.finish("a stage");
    return stage;
}

Outcome read_outcome(Findings& findings, const Value& table) {
    Outcome outcome;
    outcome.id = read_own_id(findings, table, "outcome");
    const auto subject = Subject::thing("outcome", outcome.id.value);
    Fields fields(findings, table, subject);
    fields.take("id");
    outcome.title = fields.title();
    constexpr std::array<std::string_view, 2> kinds{"success", "lost"};
    if (const auto kind = fields.word("kind", kinds))
        outcome.kind = {static_cast<OutcomeKind>(kind->value), kind->where};
    else if (fields.take("kind") == nullptr)
        fields.missing("kind", "say kind = \"success\" or kind = \"lost\"");
    fields.finish("an outcome");
    return outcome;
}

Persona read_persona(Findings& findings, const Value& table, bool only) {
    Persona persona;
    persona.id = read_own_id(findings, table, "persona");
    const auto subject = Subject::thing("persona", persona.id.value);
    Fields fields(findings, table, subject);
    fields.take("id");
    persona.title = fields.title();
    persona.share = fields.number_or("share", probability, 1);
    if (!only && fields.take("share") == nullptr)
        fields.missing("share", "say which share of the customers it is, such as share = 0.4");
    persona.goodwill = fields.integer("goodwill", -largest_goodwill, largest_goodwill);
    persona.hazard = read_hazard(fields);
    persona.start = read_start(fields);
    persona.goals = fields.texts("goals");
    persona.needs = fields.texts("needs");
    persona.frustrations = fields.texts("frustrations");
    persona.quote = fields.text("quote");
    persona.about = fields.text("about");
    fields.finish("a persona");
    return persona;
}

}  // namespace cjm::detail
