// Every TOML block of the documentation is a journey that checks without error, and every `cjm`
// line of its shell blocks runs.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace fs = std::filesystem;

namespace {

struct Block {
    std::string language, text, place;
};

std::vector<Block> blocks_of(const fs::path& path) {
    std::vector<Block> blocks;
    std::ifstream in(path);
    std::string line;
    bool inside = false;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.rfind("```", 0) == 0) {
            if (!inside)
                blocks.push_back({line.substr(3), "", fmt::format("{}:{}", path.string(), number)});
            inside = !inside;
        } else if (inside) {
            blocks.back().text += line + "\n";
        }
    }
    return blocks;
}

std::vector<Block> blocks_of_documentation(const std::string& language) {
    std::vector<fs::path> pages{fs::path(CJM_SOURCE_DIR) / "README.md"};
    for (const char* folder : {"docs", "examples"})
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(CJM_SOURCE_DIR) / folder))
            if (entry.path().extension() == ".md") pages.push_back(entry.path());
    std::vector<Block> chosen;
    for (const auto& page : pages)
        for (auto& block : blocks_of(page))
            if (block.language == language) chosen.push_back(block);
    return chosen;
}

/// A fresh folder with a copy of the examples, so that commands may write; one per test, since
/// tests run side by side.
fs::path playground(const std::string& name) {
    const fs::path folder = fs::path(CJM_BINARY_DIR) / "docs-playground" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::copy(fs::path(CJM_SOURCE_DIR) / "examples", folder / "examples",
             fs::copy_options::recursive);
    return folder;
}

int run_in(const fs::path& folder, const std::string& command) {
    const auto program_folder = fs::path(CJM_PROGRAM).parent_path().string();
    const auto line = fmt::format("cd '{}' && PATH='{}':\"$PATH\" sh -c '{}' >out.txt 2>&1",
                                  folder.string(), program_folder, command);
    return std::system(line.c_str());
}

std::string output_of(const fs::path& folder) {
    std::ifstream in(folder / "out.txt");
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("documentation: every TOML block is a journey without errors", "[docs]") {
    const auto folder = playground("toml");
    const auto blocks = blocks_of_documentation("toml");
    REQUIRE(blocks.size() >= 5);
    for (const auto& block : blocks) {
        std::ofstream(folder / "block.toml") << block.text;
        const int status = run_in(folder, "cjm check block.toml");
        INFO(block.place << "\n" << output_of(folder));
        CHECK(status == 0);
    }
}

TEST_CASE("documentation: every cjm command of a shell block runs", "[docs]") {
    const auto folder = playground("commands");
    int commands = 0;
    for (const auto& block : blocks_of_documentation("sh")) {
        std::istringstream lines(block.text);
        for (std::string line; std::getline(lines, line);) {
            if (line.rfind("cjm ", 0) != 0) continue;
            ++commands;
            const int status = run_in(folder, line.substr(0, line.find("  #")));
            INFO(block.place << ": " << line << "\n" << output_of(folder));
            CHECK(status == 0);
        }
    }
    CHECK(commands >= 3);
}
