// Owns: from the FILE of a command line to a checked journey, with what is said on the way.
// Must not know: what the journey is for.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "cli/command.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// Largest journey file that is read, in bytes.
inline constexpr std::size_t largest_journey_file = 8U << 20U;

/// What messages call the FILE of a command line: itself, or "<stdin>" for "-".
[[nodiscard]] std::string shown_name(const std::string& file);

/// The text of a file of at most `limit` bytes; "-" reads standard input, called "<stdin>".
/// what  is read, such as "the journey", for who has to type it. Throws FileError.
[[nodiscard]] std::shared_ptr<const SourceText> read_text(const std::string& file,
                                                          std::string_view what, std::size_t limit);

/// The text of a journey file. Throws FileError.
[[nodiscard]] std::shared_ptr<const SourceText> read_journey_text(const std::string& file);

/// Reads and checks: the journey (none with errors) and everything found, sorted by place.
[[nodiscard]] Parsed<Journey> examine_journey(std::shared_ptr<const SourceText> text);

/// Reads and checks, printing errors and warnings (advice is for `check`); none where there were
/// errors.
[[nodiscard]] std::optional<Journey> load_journey(const Session& session, const std::string& file);

/// Prints one on standard error, coloured where the terminal takes it.
void tell_diagnostic(const Session& session, const Diagnostic& diagnostic);

/// The one FILE among a command's arguments. Throws UsageError where there is none or more than
/// one.
/// kind  of file, such as "journey file"
[[nodiscard]] std::string single_file(const std::vector<std::string>& arguments,
                                      std::string_view kind = "journey file");

}  // namespace cjm::cli
