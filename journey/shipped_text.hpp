// Owns: texts in TOML that are part of the program, in every language. Must not know: what they
// say, the parser.
#pragma once
#include <string_view>

#include "base/language.hpp"

namespace cjm {

/// The same in every language, but for words and amounts. Each text begins with a comment that
/// says in a line what it is for, and ends with a newline.
struct ShippedText {
    std::string_view name;  ///< such as "eight-phases"
    std::string_view english, vietnamese;

    [[nodiscard]] std::string_view text(Language language) const;
    /// What it is for: what its first comment says.
    [[nodiscard]] std::string_view summary(Language language) const;
};

}  // namespace cjm
