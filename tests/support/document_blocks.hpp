// Owns: the code blocks of a page of documentation. Must not know: what they mean.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cjm::testing {

struct Block {
    std::string language;  ///< first word after the fence: `toml`, `sh`, `text`
    std::string file;      ///< second word: the file that the block is a part of; mostly empty
    std::string text, place;
};

/// The blocks of a page in their order.
[[nodiscard]] std::vector<Block> blocks_of(const std::filesystem::path& page);

/// README.md and every page below docs/ and examples/ of a source tree, sorted.
[[nodiscard]] std::vector<std::filesystem::path> pages_of_documentation(
    const std::filesystem::path& source);

/// The first line of `shown` that does not stand in `output` after the one before it; empty where
/// all do. A line `…` stands for lines left out; spaces that do not break are as good as others.
[[nodiscard]] std::string first_line_missing(const std::string& shown, const std::string& output);

}  // namespace cjm::testing
