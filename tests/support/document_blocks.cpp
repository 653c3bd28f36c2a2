#include "tests/support/document_blocks.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace cjm::testing {
namespace fs = std::filesystem;

std::vector<Block> blocks_of(const fs::path& page) {
    std::vector<Block> blocks;
    std::ifstream in(page);
    std::string line;
    bool inside = false;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.rfind("```", 0) == 0) {
            if (!inside) {
                std::istringstream words(line.substr(3));
                Block block;
                words >> block.language >> block.file;
                block.place = fmt::format("{}:{}", page.string(), number);
                blocks.push_back(block);
            }
            inside = !inside;
        } else if (inside) {
            blocks.back().text += line + "\n";
        }
    }
    return blocks;
}

std::vector<fs::path> pages_of_documentation(const fs::path& source) {
    std::vector<fs::path> pages{source / "README.md"};
    for (const char* folder : {"docs", "examples"})
        for (const auto& entry : fs::recursive_directory_iterator(source / folder))
            if (entry.path().extension() == ".md") pages.push_back(entry.path());
    std::sort(pages.begin(), pages.end());
    return pages;
}

namespace {

std::string with_plain_spaces(std::string line) {
    const std::string no_break = "\u00a0";
    for (std::size_t at = line.find(no_break); at != std::string::npos; at = line.find(no_break))
        line.replace(at, no_break.size(), " ");
    return line;
}

}  // namespace

std::string first_line_missing(const std::string& shown, const std::string& output) {
    std::istringstream wanted(shown), given(output);
    for (std::string line; std::getline(wanted, line);) {
        if (line.empty() || line == "…") continue;
        bool found = false;
        for (std::string other; !found && std::getline(given, other);)
            found = with_plain_spaces(other) == with_plain_spaces(line);
        if (!found) return line;
    }
    return "";
}

}  // namespace cjm::testing
