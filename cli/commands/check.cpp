#include "cli/commands/check.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/safe_file.hpp"
#include "cli/choices.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/report/diagnostics_json.hpp"
#include "cli/usage_error.hpp"
#include "journey/check/advice_ids.hpp"
#include "simulate/review/review.hpp"

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
    std::vector<std::string> found{counted(tally.of(Severity::error), "error", "errors")};
    if (const std::size_t count = tally.of(Severity::warning); count > 0) {
        found.push_back(counted(count, "warning", "warnings"));
    }
    if (const std::size_t count = tally.of(Severity::advice); count > 0) {
        found.push_back(counted(count, "piece of advice", "pieces of advice"));
    }
    return fmt::format("{}: {}\n", what, fmt::join(found, ", "));
}

/// Findings of one file, without the silenced ones (errors cannot be silenced).
std::vector<Diagnostic> findings(const std::string& file, const CheckOptions& options) {
    Parsed<Journey> journey = examine_journey(read_journey_text(file));
    std::vector<Diagnostic> found = std::move(journey.diagnostics);
    if (journey.value) {
        std::ranges::move(simulate::review_journey(*journey.value), std::back_inserter(found));
        sort_by_place(found);
    }
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
        if (options.json) expect_deliverable(options.output, file);
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
        tell(summary(files_read, files.size() == 1 ? shown_name(files.front()) : "", tally));
    }
    return worst;
}

std::vector<std::string> silenceable() {
    std::set<std::string> ids;
    for (const auto some : {advice_ids(), simulate::review_ids()})
        ids.insert(some.begin(), some.end());
    return {ids.begin(), ids.end()};
}

/// One id, or several separated by commas.
void silence(CheckOptions& options, std::string_view value) {
    const std::vector<std::string> ids = silenceable();
    while (!value.empty()) {
        const std::string id(value.substr(0, value.find(',')));
        value.remove_prefix(std::min(id.size() + 1, value.size()));
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            throw unknown_name("kind of warning or advice", id, ids);
        }
        options.silenced.insert(id);
    }
}

std::vector<Option> check_options(CheckOptions& options) {
    return {{.name = "--strict",
             .help = "warnings and advice count as errors",
             .set = [&](const std::string&) { options.strict = true; }},
            {.name = "--silence",
             .value = "ID,...",
             .help = "say nothing of warnings and advice of these kinds, such as idle-each",
             .offer = Offer::choices,
             .choices = silenceable(),
             .repeatable = true,
             .set = [&](const std::string& value) { silence(options, value); }},
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
            "  cjm check --strict --silence long-wait-without-patience *.toml\n",
        .arguments_offer = Offer::journey_file,
        .options = check_options(*options),
        .run = [options](const Session& session, const std::vector<std::string>& files) {
            return check_files(*options, session, files);
        }};
}

}  // namespace cjm::cli
