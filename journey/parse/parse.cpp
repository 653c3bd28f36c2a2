#include "journey/parse/parse.hpp"

#include <fmt/format.h>

#include "journey/parse/detail/document.hpp"
#include "journey/parse/detail/resolve.hpp"
#include "journey/parse/detail/sections.hpp"
#include "journey/parse/detail/shares.hpp"
#include "journey/parse/detail/touchpoint.hpp"

namespace cjm {
namespace {

using namespace detail;

class JourneyReader {
  public:
    JourneyReader(std::shared_ptr<const SourceText> source, const Value& root)
        : source_(std::move(source)), root_(root) {}

    Parsed<Journey> read() {
        journey_.source = source_;
        if (root_.table()->empty()) {
            findings_.error(
                "missing-key", start_of_file(), "the file is empty",
                "a journey has [journey] with a title and a start, and a [[touchpoint]]");
            return {std::nullopt, findings_.take()};
        }
        Fields fields(findings_, root_, whole_);
        read_sections(fields);
        read_entries(fields);
        fields.finish("a journey file");
        resolve_names(findings_, journey_, read_);
        if (findings_.any()) return {std::nullopt, findings_.take()};
        return {std::move(journey_), {}};
    }

  private:
    void read_sections(Fields& fields) {
        if (const auto* table = section(fields, "journey"))
            read_journey_section(findings_, *table, journey_);
        else if (fields.take("journey") == nullptr)
            findings_.error("missing-key", start_of_file(), "the file has no [journey]",
                            "begin with [journey], a title and a start");
        if (const auto* table = section(fields, "goodwill"))
            journey_.goodwill = read_goodwill(findings_, *table);
        if (const auto* table = section(fields, "friction"))
            journey_.friction = read_friction(findings_, *table);
    }

    void read_entries(Fields& fields) {
        add_built_in_causes();
        for (const auto* table : entries(fields, "cause", read_.causes))
            journey_.causes.push_back(read_cause(findings_, *table));
        for (const auto* table : entries(fields, "stage", read_.stages))
            journey_.stages.push_back(read_stage(findings_, *table));
        for (const auto* table : entries(fields, "row", read_.rows))
            journey_.rows.push_back(read_row(findings_, *table));
        read_personas(fields);
        for (const auto* table : entries(fields, "touchpoint", read_.targets))
            journey_.touchpoints.push_back(read_touchpoint(findings_, *table));
        if (journey_.touchpoints.empty() && read_.targets)
            findings_.error("missing-key", start_of_file(), "the file has no [[touchpoint]]",
                            "a journey has at least one, with an id and a next");
        for (const auto* table : entries(fields, "outcome", read_.targets))
            journey_.outcomes.push_back(read_outcome(findings_, *table));
        bool scenarios_read = true;
        for (const auto* table : entries(fields, "scenario", scenarios_read))
            journey_.scenarios.push_back(read_scenario(findings_, *table));
        if (const auto* table = section(fields, "survey"))
            journey_.survey = read_survey(findings_, *table);
    }

    void read_personas(Fields& fields) {
        const auto tables = entries(fields, "persona", read_.personas);
        for (const auto* table : tables)
            journey_.personas.push_back(read_persona(findings_, *table, tables.size() == 1));
        if (tables.empty()) {
            Persona everyone;
            everyone.id.value = "everyone";
            journey_.personas.push_back(std::move(everyone));
        }
        check_personas();
    }

    void check_personas() {
        double sum = 0;
        for (const auto& persona : journey_.personas) {
            sum += persona.share.likely;
            if (!persona.goodwill) continue;
            const auto subject = Subject::thing("persona", persona.id.value);
            check_start_goodwill(findings_, journey_.goodwill, *persona.goodwill,
                                 subject.key("goodwill"));
        }
        for (const auto& persona : journey_.personas)
            if (!persona.share.where.somewhere()) return;  // said already, or one persona alone
        check_sum_is_one(findings_, journey_.personas.back().share.where, sum,
                         "the shares of the personas");
    }

    void add_built_in_causes() {
        for (std::size_t i = 0; i < built_in_cause_count; ++i) {
            CauseKind cause;
            cause.id.value = to_string(static_cast<BuiltInCause>(i));
            journey_.causes.push_back(std::move(cause));
        }
    }

    // The table `[key]`; null where there is none, or after saying that it is written otherwise.
    const Value* section(Fields& fields, std::string_view key) {
        const auto* member = fields.take_member(key);
        if (member == nullptr || member->value.table() != nullptr)
            return member ? &member->value : nullptr;
        findings_.error("wrong-section", member->where, fmt::format("{0} is one table: [{0}]", key),
                        fmt::format("write [{}]", key));
        return nullptr;
    }

    // The tables `[[key]]`, in the file's order. `complete` becomes false where one is none.
    std::vector<const Value*> entries(Fields& fields, std::string_view key, bool& complete) {
        std::vector<const Value*> tables;
        const auto* member = fields.take_member(key);
        if (member == nullptr) return tables;
        const auto wrong = [&] {
            findings_.error("wrong-section", member->where,
                            fmt::format("{} is a list of tables, each headed [[{}]]", key, key),
                            fmt::format("write [[{}]]", key));
            complete = false;
        };
        if (member->value.list() == nullptr) {
            wrong();
            return tables;
        }
        for (const auto& table : *member->value.list()) {
            if (table.table() != nullptr)
                tables.push_back(&table);
            else if (complete)
                wrong();
        }
        return tables;
    }

    [[nodiscard]] SourceSpan start_of_file() const { return {source_, {1, 1}, {1, 1}}; }

    std::shared_ptr<const SourceText> source_;
    const Value& root_;
    Subject whole_ = Subject::thing("file", "");
    Findings findings_;
    Journey journey_;
    ListsRead read_;
};

}  // namespace

Parsed<Journey> parse_journey(std::shared_ptr<const SourceText> source) {
    auto document = read_document(source);
    if (!document.value) return {std::nullopt, std::move(document.diagnostics)};
    return JourneyReader(std::move(source), *document.value).read();
}

}  // namespace cjm
