// Owns: tables as lines of a terminal, aligned by display width. Must not know: what they are
// about.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/report/table.hpp"

namespace cjm::cli {

/// What a terminal can show.
struct TextStyle {
    int width = 80;       ///< columns; 0 = no limit
    bool colour = false;  ///< ANSI escapes allowed
};

/// The words in the tone's colour or weight, as they are where there is no colour.
[[nodiscard]] std::string toned(std::string_view words, Tone tone, bool colour);

/// A bar of block characters, to an eighth of a column; a fill above 0 is always seen.
/// fill  in [0, 1] of `width` columns
[[nodiscard]] std::string block_bar(double fill, int width);

/// A bar from zero to its end, and the interval of the end: solid up to the interval, `▒` where it
/// is in the bar, whiskers beyond. All of them in [0, 1] of `width` columns.
[[nodiscard]] std::string whisker_bar(double fill, const Whiskers& whiskers, int width);

/// A table as lines, and the small print of the columns that found room.
struct TextTable {
    std::vector<std::string> lines, notes;
};

/// The table no wider than `style.width`: columns two apart; where there is no room, the least
/// important columns go, then flowing text wraps (see Column::most_lines), then all is shortened.
/// Rows under titles of groups are indented. No line ends in spaces. Cost: O(characters).
[[nodiscard]] TextTable text_table(const Table& table, const TextStyle& style);

}  // namespace cjm::cli
