// Owns: what number people mean who write it with a currency, a sign or a word behind it. Must not
// know: which formats take it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cjm {

/// The number as TOML and command lines write it, such as "720000" for "720k", "720.000 VND",
/// "720000đ" and "0,72 triệu", "0.03" for "3 %", "0.88" for "0,88". None for plain numbers, for
/// those that a unit of time follows, and for a single mark that may stand for thousands or
/// decimals, such as "5.000", unless a currency follows it.
[[nodiscard]] std::optional<std::string> number_meant(std::string_view text);

}  // namespace cjm
