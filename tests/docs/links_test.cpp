// Every link of a page to another file of the source tree leads to one, and to a heading in it.
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/document_blocks.hpp"

namespace fs = std::filesystem;

namespace {

/// The anchor that GitHub gives a heading: lower case, no punctuation, hyphens for spaces.
std::string anchor_of(const std::string& heading) {
    std::string anchor;
    for (const char letter : heading) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == ' ') anchor += '-';
        if (byte >= 0x80 || letter == '-' || letter == '_') anchor += letter;
        if (byte < 0x80 && std::isalnum(byte) != 0) anchor += static_cast<char>(std::tolower(byte));
    }
    return anchor;
}

std::set<std::string> anchors_of(const fs::path& page) {
    std::set<std::string> anchors;
    std::ifstream in(page);
    for (std::string line; std::getline(in, line);) {
        const std::size_t level = line.find_first_not_of('#');
        if (level != std::string::npos && level > 0 && line[level] == ' ')
            anchors.insert(anchor_of(line.substr(level + 1)));
    }
    return anchors;
}

}  // namespace

TEST_CASE("documentation: links between pages lead somewhere", "[docs][links]") {
    const std::regex link(R"(\]\(([^)#:\s]*)(#([^)]*))?\))");
    int links = 0, headings = 0;
    for (const auto& page : cjm::testing::pages_of_documentation(CJM_SOURCE_DIR)) {
        std::ifstream in(page);
        for (std::string line; std::getline(in, line);)
            for (std::sregex_iterator i(line.begin(), line.end(), link), end; i != end; ++i) {
                ++links;
                INFO(page.string() << ": " << i->str());
                const std::string file = (*i)[1], heading = (*i)[3];
                const fs::path target = file.empty() ? page : page.parent_path() / file;
                REQUIRE(fs::exists(target));
                if (heading.empty()) continue;
                ++headings;
                CHECK(anchors_of(target).count(heading) == 1);
            }
    }
    CHECK(links > 100);
    CHECK(headings > 10);
}
