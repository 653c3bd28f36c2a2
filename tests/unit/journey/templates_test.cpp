#include "journey/templates/templates.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text_width.hpp"
#include "journey/check/check.hpp"
#include "journey/schema.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/template_shape.hpp"

namespace {

using cjm::Journey;
using cjm::JourneyTemplate;
using cjm::Language;

constexpr Language languages[] = {Language::english, Language::vietnamese};

Journey journey_of(const JourneyTemplate& entry, Language language) {
    return cjm::testing::journey_from(std::string(entry.text(language)));
}

/// The first word in which two shapes differ, amounts being `factor` times those of the first;
/// empty where none.
std::string first_difference(const std::vector<cjm::testing::ShapeWord>& english,
                             const std::vector<cjm::testing::ShapeWord>& vietnamese,
                             double factor) {
    for (std::size_t i = 0; i < std::min(english.size(), vietnamese.size()); ++i) {
        const auto& one = english[i];
        const auto& other = vietnamese[i];
        const bool amounts_agree =
            std::abs(one.amount * factor - other.amount) <= 1e-9 * other.amount;
        if (one.text != other.text || one.is_amount != other.is_amount || !amounts_agree)
            return "line " + std::to_string(one.line) + ": " + one.text + " / line " +
                   std::to_string(other.line) + ": " + other.text;
    }
    return english.size() == vietnamese.size() ? "" : "one is longer";
}

}  // namespace

TEST_CASE("templates: a list of names and lines that a terminal holds", "[journey][templates]") {
    std::set<std::string_view> names;
    for (const JourneyTemplate& entry : cjm::journey_templates()) {
        INFO(entry.name);
        CHECK(names.insert(entry.name).second);
        for (const Language language : languages) {
            CHECK(cjm::display_width(entry.summary(language)) <=
                  58);  // of 80, behind the longest name
            CHECK(entry.text(language).back() == '\n');
        }
        CHECK(entry.summary(Language::english) != entry.summary(Language::vietnamese));
    }
    CHECK(cjm::journey_templates().front().name == "blank");
    CHECK(names.size() == 15);
}

// What `check` advises is meant: waits that are the customers' own rhythm or the calendar, and
// channels without hand-over, which is what many scenarios mend.
TEST_CASE("templates: nothing to mend in any of them", "[journey][templates]") {
    static const std::set<std::string_view> meant{
        "long-wait-without-patience", "channel-switches",
        // a rhythm of meetings, and firms of phone calls
        "silent-stretch", "moment-without-mobile"};
    for (const JourneyTemplate& entry : cjm::journey_templates()) {
        for (const Language language : languages) {
            const Journey journey = journey_of(entry, language);
            CHECK(journey.language == language);
            for (const auto& found : cjm::check_journey(journey)) {
                INFO(entry.name << "\n" << cjm::format_diagnostic(found));
                CHECK(found.severity == cjm::Severity::advice);
                CHECK(meant.count(found.id) == 1);
            }
        }
    }
}

TEST_CASE("templates: both languages are the same journey", "[journey][templates]") {
    constexpr double dong_to_the_euro = 10'000;  // what one buys, roughly, not what a bank gives
    for (const JourneyTemplate& entry : cjm::journey_templates()) {
        INFO(entry.name);
        const auto english = cjm::testing::template_shape(entry.text(Language::english));
        const auto vietnamese = cjm::testing::template_shape(entry.text(Language::vietnamese));
        REQUIRE(english.size() > 500);
        CHECK(first_difference(english, vietnamese, dong_to_the_euro) == "");
    }
}

TEST_CASE("templates: the comparison of languages sees a changed number, target or amount",
          "[journey][templates]") {
    const std::string text =
        "[[touchpoint]]\nid = \"a\"\ntitle = \"A\"\nnext = { b = 0.5, c = 0.25 }\ncost = 2  # "
        "note\n"
        "[[outcome]]\nid = \"b\"\n[[outcome]]\nid = \"c\"\n";
    const auto shape = cjm::testing::template_shape(text);
    const auto difference = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        changed.replace(changed.find(from), from.size(), to);
        return first_difference(shape, cjm::testing::template_shape(changed), 1);
    };
    CHECK(difference("title = \"A\"", "title = \"X y\"") == "");
    CHECK(difference("# note", "# 12 b") == "");
    CHECK(difference("0.5", "0.6") != "");
    CHECK(difference("{ b", "{ c") != "");
    CHECK(difference("cost = 2", "cost = 3") != "");
    CHECK(difference("cost = 2", "effort = 2") != "");
}

// A map is worth hanging where every touchpoint says what happens there, for whom, by whom, and
// what to do about it.
TEST_CASE("templates: every touchpoint fills the rows of the map", "[journey][templates]") {
    for (const JourneyTemplate& entry : cjm::journey_templates()) {
        for (const Language language : languages) {
            const Journey journey = journey_of(entry, language);
            CHECK(journey.stages.size() >= 3);
            CHECK(journey.scenarios.size() >= 3);
            for (const auto& persona : journey.personas) {
                INFO(entry.name << ": " << persona.id.value);
                CHECK(persona.title);
                CHECK(persona.quote);
                CHECK_FALSE(persona.goals.empty());
            }
            for (const auto& touchpoint : journey.touchpoints) {
                INFO(entry.name << ": " << touchpoint.id.value);
                for (std::size_t row = 0; row <= static_cast<std::size_t>(cjm::BuiltInRow::ideas);
                     ++row)
                    CHECK_FALSE(touchpoint.rows.built_in[row].empty());
                CHECK(touchpoint.evidence);
                CHECK(touchpoint.emotion);
            }
        }
    }
}

TEST_CASE("templates: blank shows every key that a journey file may have", "[journey][templates]") {
    std::set<std::string> keys;
    const std::function<void(const nlohmann::json&)> collect = [&](const nlohmann::json& schema) {
        if (schema.is_object() && schema.contains("properties"))
            for (const auto& [key, value] : schema.at("properties").items()) keys.insert(key);
        if (schema.is_structured())
            for (const auto& part : schema) collect(part);
    };
    collect(nlohmann::json::parse(cjm::journey_schema()));
    REQUIRE(keys.size() > 80);
    const auto is_part_of_word = [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_' || byte == '-';
    };
    const std::string text(cjm::journey_templates().front().text(Language::english));
    for (const std::string& key : keys) {
        bool found = false;
        for (auto at = text.find(key); at != std::string::npos && !found;
             at = text.find(key, at + 1))
            found = !is_part_of_word(text[at - 1]) && !is_part_of_word(text[at + key.size()]);
        INFO(key);
        CHECK(found);
    }
}
