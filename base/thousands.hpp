// Owns: numbers whose thousands are set apart by marks, as people write them. Must not know: which
// formats take them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cjm {

/// Whether a letter is one of 0 to 9, whatever the process's locale.
[[nodiscard]] constexpr bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// The digits of a number from 1000 on whose thousands are set apart, such as "5.000", "1,250,000",
/// "1 250 000" or "1.250.000,50": "5000", "1250000", "1250000", "1250000.50". None for anything
/// else. "5.000" may as well be the number 5, and "5,000" too where commas are decimal: its user
/// knows.
[[nodiscard]] std::optional<std::string> without_thousands_marks(std::string_view text);

/// How to write these digits: `5000 or 5_000`.
[[nodiscard]] std::string thousands_words(std::string_view digits);

}  // namespace cjm
