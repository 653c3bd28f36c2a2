// Owns: reading golden files, sources and the page of errors for tests about diagnostics. Must not
// know: what the diagnostics are about.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace cjm::testing {

namespace fs = std::filesystem;
using Ids = std::set<std::string>;

inline std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// All below a folder, sorted.
inline std::vector<fs::path> files_of(const fs::path& where, const std::string& extension) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(where))
        if (entry.path().extension() == extension) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// What the first group of a pattern matches.
inline Ids matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    Ids found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), expression);
         at != std::sregex_iterator(); ++at)
        found.insert((*at)[1].str());
    return found;
}

/// The ids that sources give to diagnostics.
inline Ids ids_in(const fs::path& where) {
    Ids ids;
    for (const auto& path : files_of(where, ".cpp")) {
        const auto text = read_file(path);
        for (const char* pattern : {"(?:error|unknown_name|fail|advice)\\(\\s*\"([a-z-]+)\"",
                                    "Severity::\\w+,\\s*\"([a-z-]+)\"", "\\.id = \"([a-z-]+)\";"})
            ids.merge(matches(text, pattern));
    }
    return ids;
}

}  // namespace cjm::testing
