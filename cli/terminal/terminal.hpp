// Owns: what the terminal is and can show. Must not know: what is shown.
#pragma once
#include <string>
#include <string_view>

namespace cjm::cli {

/// `--color`: automatic = on a terminal, unless NO_COLOR is set or TERM is "dumb".
enum class ColourChoice { automatic, always, never };

/// The places text goes to.
enum class Stream : int { output = 1, messages = 2 };

[[nodiscard]] bool is_terminal(Stream stream);
[[nodiscard]] bool use_colour(ColourChoice choice, Stream stream);

/// Columns of the terminal that a stream goes to; 0 where it is none or does not know.
[[nodiscard]] int terminal_columns(Stream stream);

/// Columns that text may take: those of the terminal where it goes `on_screen` and standard output
/// is one, else COLUMNS, else 80; at least 40.
[[nodiscard]] int output_width(bool on_screen);

/// Writes to standard error, whole; nothing can be done where that fails.
void tell(std::string_view text) noexcept;

/// Prints a warning about the run itself, as `cjm: warning: …`.
void tell_warning(ColourChoice colour, std::string_view message);

/// Prints what the user may want to know of the result, as `cjm: …`.
void tell_note(std::string_view message);

/// Prints a mistake as `cjm: error: …` and, where there is one, `hint: …`.
void tell_error(ColourChoice colour, std::string_view message, std::string_view hint = {});

/// Gives descriptors 0 to 2 something harmless to stand for where the caller closed them, so that
/// no file opened later takes their place.
void guard_standard_descriptors();

}  // namespace cjm::cli
