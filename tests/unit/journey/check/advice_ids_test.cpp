#include "journey/check/advice_ids.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace {

/// What the first group of `pattern` matches in the sources of the rules.
std::set<std::string> named_in_rules(const std::string& pattern) {
    std::set<std::string> names;
    const std::regex expression(pattern);
    for (const auto& entry : std::filesystem::directory_iterator(CJM_SOURCE_DIR "/journey/check")) {
        if (!entry.path().string().ends_with("_rules.cpp")) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const std::string source = text.str();
        for (std::sregex_iterator match(source.begin(), source.end(), expression), end;
             match != end; ++match) {
            names.insert((*match)[1]);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("advice ids: exactly those that the rules tell", "[journey][check]") {
    std::set<std::string> told =
        named_in_rules(R"rx(Severity::(?:warning|advice),\s*"([a-z-]+)")rx");
    told.merge(named_in_rules(R"rx(\.id = "([a-z-]+)")rx"));
    for (const char* error : {"endless-loop", "too-many-visits"}) CHECK(told.erase(error) == 1);
    const auto ids = cjm::advice_ids();
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == told);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}
