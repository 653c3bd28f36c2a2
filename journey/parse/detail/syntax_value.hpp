// Owns: what is wrong with a value that TOML cannot read. Must not know: the rest of the file.
#pragma once
#include <string>
#include <string_view>

namespace cjm::detail {

/// What is wrong, and what to write instead.
struct ValueSlip {
    std::string message, hint;
};

/// Explains a value such as `Booking`, `0,5`, `40 %`, `2 d`, `True` or `05`, as it stands in the
/// file.
[[nodiscard]] ValueSlip explain_value(std::string_view value);

}  // namespace cjm::detail
