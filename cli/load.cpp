#include "cli/load.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/safe_file.hpp"
#include "base/text_width.hpp"
#include "cli/usage_error.hpp"
#include "journey/check/check.hpp"
#include "journey/parse/parse.hpp"

namespace cjm::cli {
namespace {

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::advice:
            return "\x1b[1;36m";
    }
    return {};
}

/// The text of a diagnostic with its severity in colour.
std::string in_colour(const Diagnostic& diagnostic, std::string text) {
    const std::string word = fmt::format("{}: ", to_string(diagnostic.severity));
    const std::size_t at = text.find(word);
    if (at == std::string::npos) return text;
    text.insert(at + word.size() - 1, "\x1b[0m");
    text.insert(at, colour_of(diagnostic.severity));
    return text;
}

}  // namespace

std::string shown_name(const std::string& file) {
    return file == "-" ? "<stdin>" : file;
}

std::shared_ptr<const SourceText> read_text(const std::string& file, std::string_view what,
                                            std::size_t limit) {
    if (file != "-")
        return std::make_shared<const SourceText>(SourceText{file, read_whole_file(file, limit)});
    if (::isatty(STDIN_FILENO) == 1)
        tell(fmt::format("reading {} from the terminal, up to Ctrl-D\n", what));
    return std::make_shared<const SourceText>(
        SourceText{shown_name(file), read_descriptor(STDIN_FILENO, "standard input", limit)});
}

std::shared_ptr<const SourceText> read_journey_text(const std::string& file) {
    return read_text(file, "the journey", largest_journey_file);
}

Parsed<Journey> examine_journey(std::shared_ptr<const SourceText> text) {
    Parsed<Journey> journey = parse_journey(std::move(text));
    if (!journey.value) return journey;
    std::vector<Diagnostic> found = check_journey(*journey.value);
    journey.diagnostics.insert(journey.diagnostics.end(), std::make_move_iterator(found.begin()),
                               std::make_move_iterator(found.end()));
    sort_by_place(journey.diagnostics);
    if (has_errors(journey.diagnostics)) journey.value.reset();
    return journey;
}

void tell_diagnostic(const Session& session, const Diagnostic& diagnostic) {
    std::string text = format_diagnostic(diagnostic);
    if (use_colour(session.colour, Stream::messages)) text = in_colour(diagnostic, std::move(text));
    tell(text);
}

std::optional<Journey> load_journey(const Session& session, const std::string& file) {
    Parsed<Journey> journey = examine_journey(read_journey_text(file));
    for (const Diagnostic& diagnostic : journey.diagnostics) {
        if (diagnostic.severity != Severity::advice) tell_diagnostic(session, diagnostic);
    }
    return std::move(journey.value);
}

std::string single_file(const std::vector<std::string>& arguments, std::string_view kind) {
    if (arguments.empty())
        throw UsageError(fmt::format("no {} given", kind),
                         "write its name, or - for standard input");
    if (arguments.size() > 1) {
        throw UsageError(
            fmt::format("one {} is enough; {} is too much", kind, cjm::quoted(arguments[1])));
    }
    return arguments.front();
}

}  // namespace cjm::cli
