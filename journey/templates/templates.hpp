// Owns: the journeys to start from, as texts that are part of the program. Must not know: the
// parser, files, the terminal.
#pragma once
#include <span>
#include <string_view>

#include "base/language.hpp"

namespace cjm {

/// A whole journey file in both languages: the same journey with the same numbers, but for amounts,
/// which are in euros and dong.
struct JourneyTemplate {
    std::string_view name;  ///< such as "eight-phases"
    std::string_view english, vietnamese;

    /// The journey file, ending with a newline.
    [[nodiscard]] std::string_view text(Language language) const;
    /// What it is for, in a line: what its first comment says.
    [[nodiscard]] std::string_view summary(Language language) const;
};

/// All of them, in the order they are best read in; the first is the one to learn the format from.
/// The texts stand in journey/templates/NAME.en.toml and NAME.vi.toml.
[[nodiscard]] std::span<const JourneyTemplate> journey_templates();

}  // namespace cjm
