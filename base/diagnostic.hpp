// Owns: what the program says about a user's mistakes, as data and as text. Must not know: journeys.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace cjm {

enum class Severity { error, warning, advice };

/// "error", "warning" or "advice".
[[nodiscard]] std::string_view to_string(Severity severity);

/// A second place that explains a diagnostic, such as "first defined here".
struct Note {
    SourceSpan where;
    std::string text;
};

/// One thing the user should know about a file. A mistake of the user is data, never an exception.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string_view id;  ///< permanent name, such as "unknown-target"; an entry in docs/reference/errors.md
    SourceSpan where;
    std::string message;  ///< the value, the reason and the rule; lower case, no full stop
    std::string hint;     ///< one action, or empty
    std::vector<Note> notes;
};

/// A value, or none, and all that was found on the way; `value` is empty when an error was found.
template <class T>
struct Parsed {
    std::optional<T> value;
    std::vector<Diagnostic> diagnostics;
};

[[nodiscard]] bool has_errors(const std::vector<Diagnostic>& diagnostics);

/// By place (path, line, column), errors first at the same place; stable.
void sort_by_place(std::vector<Diagnostic>& diagnostics);

/// The diagnostic as people read it: `path:line:column: error: message`, the source line with a caret
/// line under it (`^~~~`, placed by display width, so it stands right under Vietnamese composed or
/// decomposed, wide letters and tabs), notes, and `hint: …`. Ends with a newline. Warnings and advice show
/// their id in brackets behind the message, since it silences them. Control characters never come out raw.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic);

}  // namespace cjm
