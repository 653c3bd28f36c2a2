#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/detail/snippet.hpp"
#include "base/text_width.hpp"

namespace cjm {
namespace {

std::string located(const SourceSpan& where, std::string_view kind, std::string_view message) {
    if (!where.somewhere()) return fmt::format("{}: {}\n", kind, printable(message));
    const auto path = printable(where.source->path);
    if (where.begin.line == 0) return fmt::format("{}: {}: {}\n", path, kind, printable(message));
    return fmt::format("{}:{}:{}: {}: {}\n{}", path, where.begin.line, where.begin.column, kind,
                       printable(message), detail::snippet(where));
}

}  // namespace

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::advice:
            return "advice";
    }
    return "error";
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
    const auto key = [](const Diagnostic& d) {
        return std::make_tuple(d.where.somewhere() ? std::string_view(d.where.source->path) : "",
                               d.where.begin, d.severity);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
    // what is not an error can be silenced by its id, so the id is shown
    const auto message = diagnostic.severity == Severity::error
                             ? diagnostic.message
                             : fmt::format("{} [{}]", diagnostic.message, diagnostic.id);
    auto text = located(diagnostic.where, to_string(diagnostic.severity), message);
    for (const auto& note : diagnostic.notes) text += located(note.where, "note", note.text);
    if (!diagnostic.hint.empty()) text += fmt::format("hint: {}\n", printable(diagnostic.hint));
    return text;
}

}  // namespace cjm
