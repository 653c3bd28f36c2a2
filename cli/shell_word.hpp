// Owns: how a text is written as one word of a shell's command line. Must not know: who types it.
#pragma once
#include <string>
#include <string_view>

namespace cjm::cli {

/// Between single quotes, as bash, zsh and sh read it back.
[[nodiscard]] std::string in_shell_quotes(std::string_view text);

/// As people would type it: with quotes only where a character needs them.
[[nodiscard]] std::string shell_word(std::string_view text);

}  // namespace cjm::cli
