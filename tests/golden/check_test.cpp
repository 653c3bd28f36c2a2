// Diagnostics, word for word: each tests/golden/check/NAME.toml beside its NAME.expected.
// CJM_UPDATE_GOLDEN=1 rewrites what is expected; a mismatch leaves NAME.actual in the build folder.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "journey/parse/parse.hpp"

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::vector<fs::path> journeys() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(CJM_SOURCE_DIR "/tests/golden/check"))
        if (entry.path().extension() == ".toml") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string diagnostics_of(const fs::path& path) {
    const auto source = std::make_shared<cjm::SourceText>(
        cjm::SourceText{path.filename().string(), read_file(path)});
    std::string text;
    for (const auto& diagnostic : cjm::parse_journey(source).diagnostics)
        text += cjm::format_diagnostic(diagnostic);
    return text;
}

}  // namespace

TEST_CASE("diagnostics: word for word", "[golden][check]") {
    const bool update = std::getenv("CJM_UPDATE_GOLDEN") != nullptr;
    const auto paths = journeys();
    REQUIRE(paths.size() > 60);
    for (const auto& path : paths) {
        DYNAMIC_SECTION(path.stem().string()) {
            auto expected_path = path;
            expected_path.replace_extension(".expected");
            const auto actual = diagnostics_of(path);
            if (update) write_file(expected_path, actual);
            const auto expected = read_file(expected_path);
            if (actual != expected)
                write_file(
                    fs::path(CJM_BINARY_DIR) / "golden/check" / (path.stem().string() + ".actual"),
                    actual);
            CHECK(actual == expected);
            CHECK(actual.empty() == path.filename().string().starts_with("ok-"));
        }
    }
}

TEST_CASE("diagnostics: every expectation has its journey", "[golden][check]") {
    for (const auto& entry : fs::directory_iterator(CJM_SOURCE_DIR "/tests/golden/check")) {
        auto journey = entry.path();
        CHECK(fs::exists(journey.replace_extension(".toml")));
        CHECK((entry.path().extension() == ".toml" || entry.path().extension() == ".expected"));
    }
}
