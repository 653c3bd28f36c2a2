#include "journey/schema.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "journey/parse/parse.hpp"

namespace {

using Json = nlohmann::json;

const Json& schema() {
    static const Json parsed = Json::parse(cjm::journey_schema());
    return parsed;
}

/// The keys that an object of the schema allows.
std::set<std::string> keys_at(const std::string& pointer) {
    std::set<std::string> keys;
    const Json& object = schema().at(Json::json_pointer(pointer));
    REQUIRE(object.at("additionalProperties") == false);
    for (const auto& [key, value] : object.at("properties").items()) keys.insert(key);
    return keys;
}

/// Whether the parser knows `key` in a file that ends in `header`, a table's header or its opening.
bool parser_knows(const std::string& header, const std::string& key, const std::string& closing) {
    const std::string text = header + key + " = false" + closing + "\n";
    const auto found =
        cjm::parse_journey(std::make_shared<const cjm::SourceText>(cjm::SourceText{"t", text}))
            .diagnostics;
    INFO(text);
    REQUIRE_FALSE(found.empty());
    return std::none_of(found.begin(), found.end(), [&](const cjm::Diagnostic& diagnostic) {
        return diagnostic.id == "unknown-key" &&
               diagnostic.message.find('"' + key + '"') != std::string::npos;
    });
}

struct Place {
    const char* pointer;
    const char* header;
    const char* closing;
};

// Every table of a journey file, where the schema describes it, and how a file opens it.
const Place places[] = {
    {"", "", ""},
    {"/properties/journey", "[journey]\n", ""},
    {"/properties/goodwill", "[goodwill]\n", ""},
    {"/properties/friction", "[friction]\n", ""},
    {"/properties/survey", "[survey]\n", ""},
    {"/properties/survey/properties/csat", "[survey.csat]\n", ""},
    {"/properties/survey/properties/nps", "[survey.nps]\n", ""},
    {"/properties/survey/properties/ces", "[survey.ces]\n", ""},
    {"/properties/cause/items", "[[cause]]\n", ""},
    {"/properties/stage/items", "[[stage]]\n", ""},
    {"/properties/row/items", "[[row]]\n", ""},
    {"/properties/persona/items", "[[persona]]\n", ""},
    {"/properties/touchpoint/items", "[[touchpoint]]\n", ""},
    {"/properties/touchpoint/items/properties/evidence", "[[touchpoint]]\n[touchpoint.evidence]\n",
     ""},
    {"/definitions/behaviour", "[[touchpoint]]\n[touchpoint.for.p]\n", ""},
    {"/definitions/behaviour/properties/experience", "[[touchpoint]]\n[touchpoint.experience]\n",
     ""},
    {"/definitions/behaviour/properties/after", "[[touchpoint]]\n[touchpoint.after]\n", ""},
    {"/definitions/behaviour/properties/after/properties/good",
     "[[touchpoint]]\n[touchpoint.after.good]\n", ""},
    {"/properties/outcome/items", "[[outcome]]\n", ""},
    {"/properties/scenario/items", "[[scenario]]\n", ""},
    {"/properties/scenario/items/properties/each/items", "[[scenario]]\n[[scenario.each]]\n", ""},
    {"/properties/scenario/items/properties/each/items/properties/where",
     "[[scenario]]\n[[scenario.each]]\nwhere = { ", " }"},
    {"/properties/scenario/items/properties/touchpoint/additionalProperties",
     "[[scenario]]\n[scenario.touchpoint.t]\n", ""},
};

/// Every key of every table, and some that are none.
std::set<std::string> all_keys() {
    std::set<std::string> keys{"nonsense", "goodwil", "titles"};
    for (const Place& place : places) keys.merge(keys_at(place.pointer));
    return keys;
}

}  // namespace

TEST_CASE("schema: it allows exactly the keys that the parser reads", "[journey][schema]") {
    for (const Place& place : places) {
        const std::set<std::string> allowed = keys_at(place.pointer);
        for (const std::string& key : all_keys()) {
            INFO(place.pointer << " " << key);
            CHECK(parser_knows(place.header, key, place.closing) == allowed.contains(key));
        }
    }
}

TEST_CASE("schema: references lead somewhere", "[journey][schema]") {
    const std::function<void(const Json&)> visit = [&](const Json& node) {
        if (node.is_object() && node.contains("$ref")) {
            const std::string target = node["$ref"].get<std::string>().substr(1);
            INFO(target);
            CHECK(schema().contains(Json::json_pointer(target)));
        }
        if (node.is_structured()) std::for_each(node.begin(), node.end(), visit);
    };
    visit(schema());
}

TEST_CASE("schema: every key says what it means", "[journey][schema]") {
    for (const Place& place : places) {
        const Json& properties = schema().at(Json::json_pointer(place.pointer)).at("properties");
        for (const auto& [key, value] : properties.items()) {
            INFO(place.pointer << " " << key);
            const bool told =
                value.contains("description") || value.contains("$ref") || value.contains("const");
            CHECK(told);
        }
    }
}
