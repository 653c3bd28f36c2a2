// Owns: text and numbers as XML wants them. Must not know: pictures.
#pragma once
#include <string>
#include <string_view>

namespace cjm::render::detail {

/// Any bytes as XML 1.0 character data, good in attributes in double quotes too: markup escaped,
/// characters that XML forbids (controls, U+FFFE, U+FFFF) left out, invalid UTF-8 as U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view bytes);

/// Shortest decimal within 0.0005 of the value: at most three decimals, no exponent, no locale,
/// never "-0". expects  a finite value (contract)
[[nodiscard]] std::string xml_number(double value);

}  // namespace cjm::render::detail
