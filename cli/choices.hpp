// Owns: options with a few words to choose from. Must not know: what the words mean.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "cli/command.hpp"

namespace cjm::cli {

/// Position of a word among the choices. Throws UsageError naming `kind` and the nearest right
/// word.
[[nodiscard]] std::size_t choice(std::string_view kind, const std::string& word,
                                 const std::vector<std::string>& choices);

/// The choice that a file's suffix names (`suffixes[i]` such as ".svg" stands for choice i); none
/// for any other.
[[nodiscard]] std::optional<std::size_t> choice_by_suffix(const std::string& path,
                                                          const std::vector<std::string>& suffixes);

/// An option whose value is one of `choices`; `accept` gets its position.
[[nodiscard]] Option choice_option(std::string name, std::string kind, std::string help,
                                   std::vector<std::string> choices,
                                   std::function<void(std::size_t)> accept);

/// `--language en|vi`, setting `language`, which must outlive it. of_what  such as "of the report"
[[nodiscard]] Option language_option(const std::string& of_what, Language& language);

}  // namespace cjm::cli
