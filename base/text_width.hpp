// Owns: how much room text takes on a terminal, and UTF-8 as such. Must not know: fonts, reports.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cjm {

/// Columns between two tab stops wherever the program shows a tab.
inline constexpr int tab_stop = 4;

/// Byte offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are
/// invalid); npos where all is valid.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// How many code points; an invalid byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The text in Unicode's composed form (NFC), so that one spelling has one sequence of bytes.
/// Text that is not valid UTF-8 comes back unchanged.
[[nodiscard]] std::string compose(std::string_view text);

/// The text cut between what readers see as letters (extended grapheme clusters), in order;
/// together they are the text. An invalid byte is a cluster of its own. Cost: O(bytes).
[[nodiscard]] std::vector<std::string_view> grapheme_clusters(std::string_view text);

/// Columns of a terminal that the text takes: combining marks 0, wide letters and emoji 2, tabs up
/// to the next tab stop from the text's start, control characters and invalid bytes 1 (see
/// `printable`).
[[nodiscard]] int display_width(std::string_view text);

/// The text as one line that is safe to show: tabs become a space, control characters their
/// pictures (`␛`), characters that would turn the direction of text and invalid bytes become
/// U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// A name in straight quotes for a message, made printable and shortened to `columns`.
[[nodiscard]] std::string quoted(std::string_view name, int columns = 60);

/// The text filled with spaces to `columns`; longer text stays as it is.
[[nodiscard]] std::string align_left(std::string_view text, int columns);
[[nodiscard]] std::string align_right(std::string_view text, int columns);
[[nodiscard]] std::string align_centre(std::string_view text, int columns);

/// At most `columns` wide: where something is left out at the end (or the start), `…` stands for
/// it. Expects columns >= 1.
[[nodiscard]] std::string shorten_end(std::string_view text, int columns);
[[nodiscard]] std::string shorten_start(std::string_view text, int columns);

/// The text in lines of at most `columns`, broken at spaces, over-long words between letters; line
/// breaks in the text are kept, spaces at a break vanish, spaces at the start of a paragraph stay.
/// Empty text is one empty line; a letter wider than `columns` gets a line of its own. Expects
/// columns >= 1.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, int columns);

}  // namespace cjm
