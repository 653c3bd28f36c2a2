#include "journey/parse/detail/sections.hpp"

#include <fmt/format.h>

#include "base/language_meant.hpp"
#include "base/text_width.hpp"
#include "journey/parse/detail/shares.hpp"

namespace cjm::detail {
namespace {

constexpr Range fade_range{0, 1, false, true, "at least 0 and less than 1"};

std::optional<Language> read_language(Fields& fields) {
    constexpr std::array<std::string_view, 2> languages{"en", "vi"};
    const auto* value = fields.take("language");
    const auto* typed = value == nullptr ? nullptr : value->text();
    if (typed != nullptr && !language_from(*typed))
        if (const auto meant = language_meant(*typed)) {
            fields.findings().error(
                "unknown-word", value->where,
                fmt::format("{} is {}; it must be one of \"en\", \"vi\"",
                            fields.subject().key("language").words(), quoted(*typed)),
                fmt::format("did you mean \"{}\"?", to_string(*meant)));
            return std::nullopt;
        }
    const auto language = fields.word("language", languages);
    return language ? language_from(languages.at(language->value)) : std::nullopt;
}

std::optional<Table<Name>> read_success(Fields& fields) {
    const auto* member = fields.take_member("success");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("success");
    auto& findings = fields.findings();
    if (member->value.list() != nullptr && member->value.list()->empty())
        findings.error(
            "empty-list", member->value.where,
            "success names no outcome, so that nobody could succeed",
            "name outcomes, or leave it out: then every outcome of kind \"success\" counts");
    Table<Name> success{{}, member->where};
    NamesSeen seen;
    for (const auto& text : read_texts(findings, member->value, subject)) {
        Name name{compose(text.value), text.where};
        if (!seen.repeats(findings, name, subject)) success.entries.push_back(std::move(name));
    }
    return success;
}

void read_times(Fields& fields, Journey& journey) {
    const auto duration = [&](std::string_view key) -> std::optional<Sourced<double>> {
        const auto* value = fields.take(key);
        if (value == nullptr) return std::nullopt;
        return read_certain_duration(fields.findings(), *value, fields.subject().key(key),
                                     positive);
    };
    journey.horizon_days = duration("horizon");
    journey.ghost_after_days = duration("ghost_after");
}

void check_goodwill(Findings& findings, const Goodwill& goodwill) {
    const auto given = [](const Integer& one, const Integer& other) {
        return one.where.somewhere() ? one.where : other.where;
    };
    const auto span = goodwill.ceiling.value - goodwill.floor.value;
    const auto where = given(goodwill.ceiling, goodwill.floor);
    if (span < 0) {
        findings.error("goodwill-bounds", where,
                       fmt::format("the floor of goodwill, {}, lies above its ceiling, {}",
                                   goodwill.floor.value, goodwill.ceiling.value));
        return;
    }
    if (span > widest_goodwill_span)
        findings.error(
            "goodwill-bounds", where,
            fmt::format("goodwill spans {} points from {} to {}; it may span at most {}", span,
                        goodwill.floor.value, goodwill.ceiling.value, widest_goodwill_span));
    const auto subject = Subject::section("goodwill");
    auto start = goodwill.start;
    if (!start.where.somewhere())
        start.where =
            start.value < goodwill.floor.value ? goodwill.floor.where : goodwill.ceiling.where;
    check_start_goodwill(findings, goodwill, start, subject.key("start"));
}

Number required_number(Fields& fields, std::string_view key, const Range& range) {
    const auto* value = fields.take(key);
    if (value == nullptr) {
        fields.missing(key);
        return {};
    }
    return fields.number_or(key, range, 0);
}

std::optional<SurveyQuestion> read_question(Fields& fields, std::string_view key) {
    const auto* value = fields.take(key);
    if (value == nullptr) return std::nullopt;
    const auto subject = fields.subject().key(key);
    if (read_table(fields.findings(), *value, subject,
                   "write { centre = 3.6, slope = 1.0, spread = 0.9 }") == nullptr)
        return std::nullopt;
    Fields keys(fields.findings(), *value, subject);
    SurveyQuestion question{required_number(keys, "centre", any_number),
                            required_number(keys, "slope", any_number),
                            required_number(keys, "spread", not_negative)};
    keys.finish("a survey question");
    return question;
}

/// Sums over all pairs of attributes are kept.
constexpr std::size_t most_attributes = 100;

void check_attributes(Findings& findings, const Survey& survey) {
    if (survey.csi.size() <= most_attributes) return;
    findings.error("too-many-attributes", survey.csi[most_attributes].first.where,
                   fmt::format("csi of [survey] has {} attributes; it may have at most {}",
                               survey.csi.size(), most_attributes),
                   "judge one attribute by several touchpoints");
}

void read_csi(Fields& fields, Survey& survey) {
    const auto* value = fields.take("csi");
    if (value == nullptr) return;
    const auto subject = fields.subject().key("csi");
    auto& findings = fields.findings();
    const auto* attributes =
        read_table(findings, *value, subject, "write { attribute = [\"touchpoint\"] }");
    if (attributes == nullptr) return;
    NamesSeen seen;
    for (const auto& attribute : *attributes) {
        const auto entry = subject.entry(attribute.name);
        std::vector<Name> touchpoints;
        for (auto& text : read_texts(findings, attribute.value, entry))
            touchpoints.push_back({compose(text.value), text.where});
        if (attribute.value.list() != nullptr && attribute.value.list()->empty())
            findings.error("empty-list", attribute.value.where,
                           fmt::format("{} names no touchpoint to be judged by", entry.words()));
        if (!seen.repeats(findings, name_of(attribute), subject))
            survey.csi.emplace_back(name_of(attribute), std::move(touchpoints));
    }
    check_attributes(findings, survey);
}

}  // namespace

void check_start_goodwill(Findings& findings, const Goodwill& goodwill, const Integer& start,
                          const Subject& subject) {
    if (goodwill.floor.value <= start.value && start.value <= goodwill.ceiling.value) return;
    findings.error(
        "goodwill-bounds", start.where,
        fmt::format("{} is {}; it must lie between the floor {} and the ceiling {}",
                    subject.words(), start.value, goodwill.floor.value, goodwill.ceiling.value));
}

void read_journey_section(Findings& findings, const Value& table, Journey& journey) {
    const auto subject = Subject::section("journey");
    Fields fields(findings, table, subject);
    const auto* title = fields.take("title");
    if (title == nullptr)
        fields.missing("title", "give it one: title = \"…\"");
    else if (const auto text = fields.text("title")) {
        journey.title = *text;
        if (text->value.empty())
            findings.error("empty-text", text->where, "the title of [journey] is empty");
    }
    if (const auto language = read_language(fields)) journey.language = *language;
    if (const auto currency = fields.text("currency")) journey.currency = currency->value;
    if (auto start = read_start(fields))
        journey.start = std::move(*start);
    else if (fields.take("start") == nullptr)
        fields.missing("start", "name the touchpoint where customers start: start = \"…\"");
    journey.success = read_success(fields);
    read_times(fields, journey);
    journey.discount_rate = fields.number_or("discount_rate", not_negative, 0);
    journey.customers_per_year = fields.number_or("customers_per_year", not_negative, 0);
    journey.acquisition_cost = fields.number_or("acquisition_cost", not_negative, 0);
    fields.finish("[journey]");
}

Goodwill read_goodwill(Findings& findings, const Value& table) {
    Goodwill goodwill;
    goodwill.where = table.where;
    const auto subject = Subject::section("goodwill");
    Fields fields(findings, table, subject);
    bool bounds_known = true;
    const auto read = [&](std::string_view key, Integer& into, std::int64_t low,
                          std::int64_t high) {
        if (const auto value = fields.integer(key, low, high))
            into = *value;
        else if (fields.take(key) != nullptr)
            bounds_known = false;
    };
    read("good", goodwill.good, 0, largest_goodwill);
    read("bad", goodwill.bad, -largest_goodwill, 0);
    bounds_known = true;
    read("floor", goodwill.floor, -largest_goodwill, largest_goodwill);
    read("ceiling", goodwill.ceiling, -largest_goodwill, largest_goodwill);
    read("start", goodwill.start, -largest_goodwill, largest_goodwill);
    goodwill.hazard_ratio = fields.number_or("hazard_ratio", positive, 2);
    goodwill.fade = fields.number_or("fade", fade_range, 0);
    fields.finish("[goodwill]");
    if (bounds_known) check_goodwill(findings, goodwill);
    return goodwill;
}

Friction read_friction(Findings& findings, const Value& table) {
    Friction friction;
    const auto subject = Subject::section("friction");
    Fields fields(findings, table, subject);
    if (const auto goodwill = fields.integer("goodwill", -largest_goodwill, 0))
        friction.goodwill = *goodwill;
    friction.effort = fields.number_or("effort", not_negative, 0);
    fields.finish("[friction]");
    return friction;
}

Survey read_survey(Findings& findings, const Value& table) {
    Survey survey;
    survey.where = table.where;
    const auto subject = Subject::section("survey");
    Fields fields(findings, table, subject);
    survey.response = fields.number_or("response", probability, 1);
    survey.csat = read_question(fields, "csat");
    survey.nps = read_question(fields, "nps");
    survey.ces = read_question(fields, "ces");
    read_csi(fields, survey);
    fields.finish("[survey]");
    return survey;
}

}  // namespace cjm::detail
