// Every link of a page to another file of the source tree leads to one.
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/document_blocks.hpp"

namespace fs = std::filesystem;

TEST_CASE("documentation: links between pages lead somewhere", "[docs][links]") {
    const std::regex link(R"(\]\(([^)#:\s]+)(#[^)]*)?\))");
    int links = 0;
    for (const auto& page : cjm::testing::pages_of_documentation(CJM_SOURCE_DIR)) {
        std::ifstream in(page);
        for (std::string line; std::getline(in, line);)
            for (std::sregex_iterator i(line.begin(), line.end(), link), end; i != end; ++i) {
                ++links;
                INFO(page.string() << ": " << i->str());
                CHECK(fs::exists(page.parent_path() / (*i)[1].str()));
            }
    }
    CHECK(links > 50);
}
