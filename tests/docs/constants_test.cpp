// What docs/explanation states in numbers is what the code does: constants by name against their
// declaration, the random words against the functions themselves.
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "simulate/random/luck.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"

namespace fs = std::filesystem;
using namespace cjm::simulate;

namespace {

const fs::path source = CJM_SOURCE_DIR;

std::string read(const fs::path& path) {
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string page(const std::string& name) {
    return read(source / "docs/explanation" / name);
}

/// Every match of a pattern, its groups.
std::vector<std::vector<std::string>> all(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    std::vector<std::vector<std::string>> found;
    for (std::sregex_iterator i(text.begin(), text.end(), regex), end; i != end; ++i)
        found.emplace_back(i->begin(), i->end());
    return found;
}

/// The number that a page (2^60, 1e-3) or a declaration (std::size_t{1} << 24U, 86'400'000.0) says;
/// NaN for anything else.
double value_of(std::string text) {
    text = std::regex_replace(text, std::regex(R"((std::)?\w+\{(\w+)\})"), "$2");
    text = std::regex_replace(text, std::regex("'"), "");
    std::smatch match;
    if (std::regex_match(text, match, std::regex(R"((\d+)U? << (\d+)U?)")))
        return std::ldexp(std::stod(match[1]), std::stoi(match[2]));
    if (std::regex_match(text, match, std::regex(R"(2\^(\d+))")))
        return std::ldexp(1.0, std::stoi(match[1]));
    if (std::regex_match(text, match, std::regex(R"(([-+.\de]+)U?)"))) return std::stod(match[1]);
    return std::nan("");
}

std::vector<double> declared(const std::string& file, const std::string& name) {
    std::vector<double> values;
    for (const auto& match : all(read(source / file), R"(constexpr [\w: ]+ (?:\w+ = [\w.]+, )*)" +
                                                          name + R"( = ([^;,]+)[;,])"))
        values.push_back(value_of(match[1]));
    return values;
}

std::uint64_t hexadecimal(const std::string& digits) {
    return std::stoull(digits, nullptr, 16);
}

}  // namespace

TEST_CASE("explanation: constants have the value that the code gives them", "[docs][constants]") {
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(source / "docs/explanation")) {
        const std::string name = entry.path().filename().string();
        for (const auto& row : all(page(name), R"(\| `(\w+)` \| ([^|]+) \| ([\w/.]+) \|)")) {
            INFO(name << ": " << row[0]);
            const auto values = declared(row[3], row[1]);
            REQUIRE(values.size() == 1);
            CHECK(values[0] == value_of(row[2]));
            ++compared;
        }
    }
    CHECK(compared >= 41);
}

// A name that a page says in its text must stand in its table, and so be compared.
TEST_CASE("explanation: constants of the text stand in the tables", "[docs][constants]") {
    for (const std::string name : {"walk.md", "exact.md", "engine.md", "sensitivity.md"}) {
        const std::string text = page(name);
        for (const auto& match : all(text, "`([a-z_]+_[a-z_]+|restart|wanted|acceptable)`")) {
            INFO(name << ": " << match[1]);
            CHECK(text.find("| `" + match[1] + "` | ") != std::string::npos);
        }
    }
}

TEST_CASE("explanation: numbers beside a constant's name are its value", "[docs][constants]") {
    const std::string text = page("engine.md");
    const auto said = all(text, R"(`(\w+)` = (\d+))");
    CHECK(said.size() == 4);
    for (const auto& match : said) {
        INFO(match[0]);
        const auto rows = all(text, R"(\| `)" + match[1] + R"(` \| (\d+) \|)");
        REQUIRE(rows.size() == 1);
        CHECK(rows[0][1] == match[2]);
    }
    const auto lanes = all(text, R"(with 1, 17 and (\d+) lanes)");
    REQUIRE(lanes.size() == 1);
    CHECK(std::stod(lanes[0][1]) == declared("simulate/kernel/view.hpp", "most_lanes").at(0));
    const auto width = all(text, R"((\d+) at a time with AVX-512)");
    REQUIRE(width.size() == 1);
    CHECK(std::stod(width[0][1]) ==
          declared("simulate/kernel/stages/lanes.hpp", "vector_lanes").at(0));
}

TEST_CASE("explanation: reading of numbers tells them apart", "[docs][constants]") {
    CHECK(value_of("std::size_t{1} << 24U") == 16777216);
    CHECK(value_of("Ticks{1} << 61") == std::ldexp(1.0, 61));
    CHECK(value_of("2^61") == std::ldexp(1.0, 61));
    CHECK(value_of("86'400'000.0") == 86400000);
    CHECK(value_of("1e-3") == 0.001);
    CHECK(value_of("1e-3") != value_of("1e-4"));
    CHECK(std::isnan(value_of("2 * cells_per_half")));
    CHECK(declared("simulate/walk/wait.hpp", "no_such_constant").empty());
}

TEST_CASE("explanation: purposes have the places of the table", "[docs][constants]") {
    const std::string text = page("randomness.md");
    const auto place = [&](const std::string& purpose) {
        const auto rows = all(text, R"(\| `)" + purpose + R"(` \| (\d+) \|)");
        REQUIRE(rows.size() == 1);
        return std::stoi(rows[0][1]);
    };
    CHECK(place("experience") == static_cast<int>(VisitPurpose::experience));
    CHECK(place("leave") == static_cast<int>(VisitPurpose::leave));
    CHECK(place("edge") == static_cast<int>(VisitPurpose::edge));
    CHECK(place("silent") == static_cast<int>(VisitPurpose::silent));
    CHECK(place("wait") == static_cast<int>(VisitPurpose::wait));
    CHECK(place("patience") == static_cast<int>(VisitPurpose::patience));
    CHECK(place("silent_after_patience") == static_cast<int>(VisitPurpose::silent_after_patience));
    CHECK(place("persona") == static_cast<int>(CustomerPurpose::persona));
    CHECK(place("start") == static_cast<int>(CustomerPurpose::start));
    CHECK(place("response") == static_cast<int>(CustomerPurpose::response));
    CHECK(place("csat") == static_cast<int>(CustomerPurpose::csat));
    CHECK(place("nps") == static_cast<int>(CustomerPurpose::nps));
    CHECK(place("ces") == static_cast<int>(CustomerPurpose::ces));
    // and the enums have no others
    const std::string words = read(source / "simulate/random/words.hpp");
    CHECK(all(words, R"(\b[a-z_]+ = \d+[,\s}])").size() == 13);
}

TEST_CASE("explanation: the hash of names is the one described", "[docs][constants]") {
    const auto constants = all(page("randomness.md"), "`0x([0-9a-f]+)`");
    REQUIRE(constants.size() >= 4);
    const auto described = [&](const std::string& name) {
        std::uint64_t hash = hexadecimal(constants[0][1]);
        for (const char byte : name)
            hash = (hash ^ static_cast<unsigned char>(byte)) * hexadecimal(constants[1][1]);
        hash = (hash ^ hash >> 33U) * hexadecimal(constants[2][1]);
        hash = (hash ^ hash >> 33U) * hexadecimal(constants[3][1]);
        return hash ^ hash >> 33U;
    };
    for (const std::string name : {"", "book", "điểm-2", "a-rather-long-name_0123456789"})
        CHECK(described(name) == luck_of(name));
}

TEST_CASE("explanation: generator, thresholds and the example are the code's",
          "[docs][constants]") {
    const std::string text = page("randomness.md");
    const std::string name = generator_name;
    CHECK(text.find("`" + name + "`") != std::string::npos);
    const auto rounds = all(text, R"(four words of 32 bits, (\d+) rounds)");
    REQUIRE(rounds.size() == 1);
    CHECK(name == "threefry4x32-" + rounds[0][1]);

    const auto rows = all(text, R"(\n\| ([\de.-]+) \| (\d+) \|)");
    CHECK(rows.size() == 5);
    for (const auto& row : rows) CHECK(threshold(std::stod(row[1])) == std::stoull(row[2]));

    const auto example = all(text, R"(The luck of `(\w+)` is `(\w+)`. Under seed (\d+), customer )"
                                   R"((\d+), visit (\d+), block (\d+) its words are )"
                                   R"(`(\w+)` `(\w+)` `(\w+)` `(\w+)`)");
    REQUIRE(example.size() == 1);
    const auto& part = example[0];
    CHECK(luck_of(part[1]) == hexadecimal(part[2]));
    const auto number = [&](std::size_t i) {
        return static_cast<std::uint32_t>(std::stoul(part[i]));
    };
    const auto words =
        ThreefryWords(number(3))(hexadecimal(part[2]), number(4), number(5), number(6));
    for (std::size_t i = 0; i < words.size(); ++i) CHECK(words[i] == hexadecimal(part[7 + i]));
}
