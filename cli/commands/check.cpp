#include "cli/commands/check.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "cli/choices.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/report/diagnostics_json.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

struct CheckOptions {
    bool strict = false;
    bool json = false;
    std::set<std::string, std::less<>> silenced;
    Output output;
};

/// How many of each severity.
struct Tally {
    std::array<std::size_t, 3> count{};
    void add(Severity severity) { ++count.at(static_cast<std::size_t>(severity)); }
    [[nodiscard]] std::size_t of(Severity severity) const {
        return count.at(static_cast<std::size_t>(severity));
    }
    [[nodiscard]] std::size_t all() const { return count[0] + count[1] + count[2]; }
};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "journey.toml: 1 error, 2 warnings", or that all is well.
/// name  of the only file, or empty
std::string summary(std::size_t files, const std::string& name, const Tally& tally) {
    const std::string what = name.empty() ? counted(files, "file", "files") : name;
    if (tally.all() == 0) return fmt::format("{}: no errors, nothing to advise\n", what);
    return fmt::format("{}: {}, {}, {} of advice\n", what,
                       counted(tally.of(Severity::error), "error", "errors"),
                       counted(tally.of(Severity::warning), "warning", "warnings"),
                       counted(tally.of(Severity::advice), "piece", "pieces"));
}

/// Findings of one file, without the silenced ones (errors cannot be silenced).
std::vector<Diagnostic> findings(const std::string& file, const CheckOptions& options) {
    std::vector<Diagnostic> found = examine_journey(read_journey_text(file)).diagnostics;
    std::erase_if(found, [&](const Diagnostic& diagnostic) {
        return diagnostic.severity != Severity::error && options.silenced.contains(diagnostic.id);
    });
    return found;
}

ExitStatus check_files(const CheckOptions& options, const Session& session,
                       const std::vector<std::string>& files) {
    if (files.empty()) {
        throw UsageError("no journey file given", "write its name, or - for standard input");
    }
    if (!options.json && !options.output.path.empty()) {
        throw UsageError("--output is for --format json; the text goes to standard error");
    }
    ExitStatus worst = ExitStatus::done;
    std::size_t files_read = 0;
    Tally tally;
    std::vector<Diagnostic> all;
    for (const std::string& file : files) {
        try {
            for (Diagnostic& diagnostic : findings(file, options)) {
                tally.add(diagnostic.severity);
                if (!options.json) tell_diagnostic(session, diagnostic);
                all.push_back(std::move(diagnostic));
            }
            ++files_read;
        } catch (const FileError& error) {
            tell_error(session.colour, error.what());
            worst = ExitStatus::file;
        }
    }
    const bool failed = options.strict ? tally.all() > 0 : tally.of(Severity::error) > 0;
    if (failed) worst = std::max(worst, ExitStatus::input_errors);
    if (options.json) {
        deliver(options.output, diagnostics_json(all));
    } else if (files_read > 0) {
        tell(summary(files_read, files.size() == 1 ? files.front() : std::string(), tally));
    }
    return worst;
}

std::vector<Option> check_options(CheckOptions& options) {
    return {{.name = "--strict",
             .help = "warnings and advice count as errors",
             .set = [&](const std::string&) { options.strict = true; }},
            {.name = "--silence",
             .value = "ID",
             .help = "say nothing of warnings and advice of this kind, such as unreachable",
             .repeatable = true,
             .set = [&](const std::string& value) { options.silenced.insert(value); }},
            choice_option("--format", "format",
                          "text (on standard error, the default) or json (a list on standard "
                          "output)",
                          {"text", "json"},
                          [&](std::size_t position) { options.json = position == 1; }),
            output_option(options.output)};
}

}  // namespace

Command check_command() {
    const auto options = std::make_shared<CheckOptions>();
    return {
        .name = "check",
        .summary = "errors and advice on journey files",
        .usage = "FILE... [options]",
        .description =
            "Reads journey files and tells what is wrong with them, all at once: the place, the "
            "reason, and what was probably meant. Warnings and advice do not fail the check. FILE "
            "may be - for standard input.",
        .example =
            "  cjm check journey.toml          exit status 0 where it has no errors\n"
            "  cjm check --strict --silence pain-without-idea *.toml\n",
        .arguments_offer = Offer::journey_file,
        .options = check_options(*options),
        .run = [options](const Session& session, const std::vector<std::string>& files) {
            return check_files(*options, session, files);
        }};
}

}  // namespace cjm::cli
