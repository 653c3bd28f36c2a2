// Dependencies point one way: reads the #include lines of each folder.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

TEST_CASE("folders include only what stands before them", "[docs][arrows]") {
    const std::map<std::string, std::set<std::string>> allowed{
        {"base", {"base"}},
        {"journey", {"base", "journey"}},
        {"simulate", {"base", "journey", "simulate"}},
        {"calibrate", {"base", "journey", "calibrate"}},
        {"render",
         {"base", "journey", "render", "simulate/result.hpp", "simulate/moments_result.hpp",
          "simulate/change_result.hpp"}},
        {"cli", {"base", "journey", "simulate", "calibrate", "render", "cli"}},
    };
    const std::regex include(R"re(^#include "([^"/]+)(/[^"]*)?")re");
    int lines_read = 0;
    for (const auto& [folder, may] : allowed) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(CJM_SOURCE_DIR) / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".hpp" && extension != ".cpp") continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                std::smatch match;
                if (!std::regex_search(line, match, include)) continue;
                ++lines_read;
                const std::string top = match[1], whole = match[1].str() + match[2].str();
                INFO(entry.path().string() << ": " << line);
                CHECK((may.count(top) > 0 || may.count(whole) > 0));
            }
        }
    }
    CHECK(lines_read > 20);
}
