// Owns: the list of texts that are part of the program, a line each. Must not know: what they are.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "journey/shipped_text.hpp"

namespace cjm::cli {

[[nodiscard]] std::vector<std::string> names_of(std::span<const ShippedText> texts);

/// A line a text: its name, and what it is for.
[[nodiscard]] std::string listed(std::span<const ShippedText> texts, Language language);

/// Whether a word that stands where a name of such a list belongs is meant as a file.
[[nodiscard]] bool looks_like_file(const std::string& word);

}  // namespace cjm::cli
