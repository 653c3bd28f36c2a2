// Owns: values on the command line: how they are written and what is refused. Must not know:
// commands.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace cjm::cli {

/// All throw UsageError naming the option, the value and the rule. `option` is such as "--seed".

/// A whole number in [least, most]: digits, `_` between them, and forms such as 1e6 or 2.5e3.
[[nodiscard]] std::uint64_t whole_number(const std::string& option, const std::string& value,
                                         std::uint64_t least, std::uint64_t most);

/// Refuses "5.000" and "5,000", which some read as five thousand and some as five.
void expect_no_thousands_marks(const std::string& option, const std::string& value);

/// A finite decimal number, written as above; none for anything else.
[[nodiscard]] std::optional<double> decimal_number(const std::string& value);

/// A finite decimal number above `above` and below `below`.
[[nodiscard]] double number_between(const std::string& option, const std::string& value,
                                    double above, double below);

}  // namespace cjm::cli
