// Owns: comparing what the program made with a file of what it should make. Must not know: what it
// is.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace cjm::testing {

/// Checks `actual` against the file `name` below tests/golden, byte for byte. With
/// CJM_UPDATE_GOLDEN=1 in the environment the file is rewritten instead; a mismatch leaves
/// `NAME.actual` below golden/ in the build folder.
inline void check_golden(const std::string& name, const std::string& actual) {
    namespace fs = std::filesystem;
    const auto write = [&](const fs::path& path) {
        fs::create_directories(path.parent_path());
        // whole or not at all: another test may be reading it
        const fs::path aside = path.string() + ".writing";
        std::ofstream(aside, std::ios::binary) << actual;
        fs::rename(aside, path);
    };
    const fs::path expected_path = fs::path(CJM_SOURCE_DIR) / "tests/golden" / name;
    const char* update = std::getenv("CJM_UPDATE_GOLDEN");
    if (update && std::string(update) == "1") write(expected_path);
    std::ifstream file(expected_path, std::ios::binary);
    INFO("golden " << expected_path << (file ? "" : " is missing"));
    REQUIRE(file);
    std::ostringstream expected;
    expected << file.rdbuf();
    if (expected.str() == actual) {
        SUCCEED();
        return;
    }
    const fs::path actual_path = fs::path(CJM_BINARY_DIR) / "golden" / (name + ".actual");
    write(actual_path);
    INFO("see: diff " << expected_path << " " << actual_path);
    CHECK(actual == expected.str());
}

}  // namespace cjm::testing
