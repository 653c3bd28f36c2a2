// Broken journey files of every kind: reading always ends, and what it says lies inside the file.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/text_width.hpp"
#include "journey/parse/parse.hpp"

namespace {

using cjm::SourceText;

std::vector<std::string> seeds() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(CJM_SOURCE_DIR "/tests/golden/check"))
        if (entry.path().extension() == ".toml") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

std::vector<std::size_t> code_points_of_lines(std::string_view text) {
    std::vector<std::size_t> counts;
    for (;;) {
        const auto end = text.find('\n');
        counts.push_back(cjm::count_code_points(text.substr(0, end)));
        if (end == std::string_view::npos) return counts;
        text.remove_prefix(end + 1);
    }
}

bool lies_inside(const cjm::SourceSpan& where, const std::vector<std::size_t>& lines) {
    const auto inside = [&](const cjm::SourcePoint& point) {
        return point.line >= 1 && point.line <= lines.size() && point.column >= 1 &&
               point.column <= lines[point.line - 1] + 2;  // a span may take in the line's end
    };
    if (!where.somewhere() || where.begin.line == 0) return true;
    return inside(where.begin) && inside(where.end) && where.begin <= where.end;
}

// Reads the text; the first thing that is wrong with the answer, or nothing.
std::string complaint_about(const std::string& text) {
    const auto source = std::make_shared<SourceText>(SourceText{"a.toml", text});
    const auto result = cjm::parse_journey(source);
    if (result.value.has_value() == cjm::has_errors(result.diagnostics))
        return "a journey with errors, or none without";
    const auto lines = code_points_of_lines(text);
    for (const auto& diagnostic : result.diagnostics) {
        const auto shown = cjm::format_diagnostic(diagnostic);
        if (!lies_inside(diagnostic.where, lines)) return "outside of the file: " + shown;
        for (const auto& note : diagnostic.notes)
            if (!lies_inside(note.where, lines)) return "a note outside of the file: " + shown;
        if (cjm::find_invalid_utf8(shown) != std::string::npos) return "not UTF-8: " + shown;
        if (std::any_of(shown.begin(), shown.end(), [](char c) {
                return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
            }))
            return "control characters: " + shown;
        if (shown.find("while parsing") != std::string::npos) return "raw words: " + shown;
    }
    return {};
}

class Mutator {
  public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    std::string mutate(std::string text, const std::vector<std::string>& others) {
        for (auto times = 1 + below(3); times > 0; --times) change(text, others);
        return text;
    }

  private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

    void change(std::string& text, const std::vector<std::string>& others) {
        static const std::array<std::string, 30> tokens{
            "[",  "]",      "{", "}",       "\"",      "'",    "\"\"\"", "=",
            ",",  ".",      "#", "\n",      "\r\n",    "-1",   "nan",    "1e999",
            "[[", "]]",     "ặ", "\xff",    "\\",      "true", "\u0323", "\u202e",
            "[=", "= = = ", "0", "\"3 d\"", "[1,2,3]", "\t"};
        const auto at = below(text.size() + 1);
        const auto length = std::min(below(20), text.size() - at);
        switch (below(6)) {
            case 0:
                text.resize(at);
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, tokens.at(below(tokens.size())));
                break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(random_() & 0xFF);
                break;
            case 4:
                text.insert(below(text.size() + 1), text.substr(at, below(200)));
                break;
            default: {
                const auto& other = others.at(below(others.size()));
                text.insert(at, other.substr(below(other.size() + 1), below(100)));
            }
        }
    }

    std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("parse: broken files always get an answer that lies inside them", "[property][parse]") {
    const auto texts = seeds();
    REQUIRE(texts.size() > 60);
    Mutator mutator(2024);
    for (int round = 0; round < 40; ++round)
        for (const auto& text : texts) {
            if (text.size() > 6000) continue;
            const auto mutated = mutator.mutate(text, texts);
            const auto complaint = complaint_about(mutated);
            if (!complaint.empty()) FAIL(complaint << "\n--- in ---\n" << mutated);
        }
}

TEST_CASE("parse: a file cut off anywhere gets an answer", "[property][parse]") {
    std::ifstream file(CJM_SOURCE_DIR "/tests/golden/check/ok-every-key.toml", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t end = 0; end <= text.size(); end += 3) {
        const auto complaint = complaint_about(text.substr(0, end));
        if (!complaint.empty()) FAIL(complaint << "\n--- cut at byte " << end);
    }
}

TEST_CASE("parse: nesting of every kind ends in an answer", "[property][parse]") {
    const auto repeated = [](std::string_view piece, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += piece;
        return text;
    };
    for (const std::size_t depth : {10U, 100U, 100000U})
        for (const auto& text :
             {"a = " + repeated("[", depth), "a = " + repeated("{a=", depth),
              "a = " + repeated("[{a=", depth), "a" + repeated(".a", depth) + " = 1",
              "[a" + repeated(".a", depth) + "]", "[[a" + repeated(".a", depth) + "]]",
              "a = " + repeated("{a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=", depth),
              "a = \"" + repeated(".", depth) + "\"\nb = {" + repeated("[", depth),
              repeated("[", depth), repeated("]", depth), repeated("{", depth)})
            CHECK(complaint_about(text).empty());
}
