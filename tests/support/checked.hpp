// Owns: what reading and checking a journey's text says, in a form that tests compare. Must not
// know: rules.
#pragma once
#include <string>
#include <vector>

namespace cjm::testing {

/// `id @line: message` of every diagnostic, sorted by place. Throws where the text cannot even be
/// read.
[[nodiscard]] std::vector<std::string> checked(const std::string& text);

/// The same for those of one id, without line.
[[nodiscard]] std::vector<std::string> checked(const std::string& text, const std::string& id);

}  // namespace cjm::testing
