#include "journey/parse/detail/names.hpp"

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

class Definer {
  public:
    Definer(Findings& findings, const Journey& journey) : findings_(findings), journey_(journey) {}

    Names define() {
        define_built_in();
        for (const auto& cause : journey_.causes)
            if (cause.id.where.somewhere()) define(names_.causes, cause.id, "cause");
        for (const auto& stage : journey_.stages) define(names_.stages, stage.id, "stage");
        for (const auto& row : journey_.rows) define_row(row.id);
        for (const auto& persona : journey_.personas)
            define(names_.personas, persona.id, "persona");
        for (const auto& touchpoint : journey_.touchpoints) {
            define_target(touchpoint.id, "touchpoint");
            names_.touchpoints.add(touchpoint.id);
        }
        for (const auto& outcome : journey_.outcomes) {
            define_target(outcome.id, "outcome");
            names_.outcomes.add(outcome.id);
        }
        for (const auto& scenario : journey_.scenarios)
            define(names_.scenarios, scenario.id, "scenario");
        names_.success = *names_.outcomes.known();
        names_.success.names.emplace_back("in_progress");
        names_.success.places.emplace_back();
        return std::move(names_);
    }

  private:
    void define_built_in() {
        for (const auto& cause : journey_.causes)
            if (!cause.id.where.somewhere()) {
                names_.causes.add(cause.id);
                if (cause.id.value != "delay") names_.choosable_causes.add(cause.id);
            }
        for (const auto& cause : journey_.causes)
            if (cause.id.where.somewhere()) names_.choosable_causes.add(cause.id);
    }

    void define(Directory& directory, const Name& id, std::string_view kind) {
        const auto* first = directory.add(id);
        if (first == nullptr) return;
        if (!first->somewhere())
            findings_.error(
                "taken-id", id.where,
                fmt::format("{} {} is built in; it needs no [[{}]]", kind, quoted(id.value), kind),
                "remove it, or choose another id");
        else
            said_twice(id, *first, fmt::format("{} {} is defined twice", kind, quoted(id.value)));
    }

    void define_target(const Name& id, std::string_view kind) {
        check_not_reserved(findings_, id);
        const auto* first = names_.targets.add(id);
        if (first == nullptr) return;
        const bool other_kind = names_.touchpoints.has(id.value) && kind == "outcome";
        said_twice(
            id, *first,
            other_kind
                ? fmt::format("{} is both a touchpoint and an outcome; they share their names",
                              quoted(id.value))
                : fmt::format("{} {} is defined twice", kind, quoted(id.value)));
    }

    void define_row(const Name& id) {
        for (std::size_t i = 0; i < built_in_row_count; ++i)
            if (id.value == to_string(static_cast<BuiltInRow>(i))) {
                findings_.error(
                    "taken-id", id.where,
                    fmt::format("row {} is built in; it needs no [[row]]", quoted(id.value)),
                    "remove it, or choose another id");
            }
        define(names_.rows, id, "row");
    }

    void said_twice(const Name& id, const SourceSpan& first, std::string message) {
        findings_.error("duplicate-id", id.where, std::move(message), "give one of them another id",
                        {{first, "first defined here"}});
    }

    Findings& findings_;
    const Journey& journey_;
    Names names_;
};

}  // namespace

void check_not_reserved(Findings& findings, const Name& id) {
    if (id.value != "leave" && id.value != "in_progress") return;
    findings.error(
        "reserved-id", id.where,
        fmt::format("{} is a word of the program's own and names no touchpoint or outcome",
                    quoted(id.value)),
        "choose another id");
}

Names define_names(Findings& findings, const Journey& journey) {
    return Definer(findings, journey).define();
}

}  // namespace cjm::detail
