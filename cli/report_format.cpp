#include "cli/report_format.hpp"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/choices.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

// in the order of ReportFormat
const std::vector<std::string> formats{"text", "json", "csv", "markdown"};
const std::vector<std::string> suffixes{".txt", ".json", ".csv", ".md"};

/// Throws UsageError for a suffix that is none of these.
void expect_known(const Output& output, const std::vector<std::string>& known) {
    if (suffix_of(output).empty() || choice_by_suffix(output.path, known)) return;
    throw UsageError(
        fmt::format("the suffix of {} names no format of this report", output.path),
        fmt::format("it may be {}, or --format says what the file holds; cjm render draws pictures",
                    fmt::join(known, ", ")));
}

}  // namespace

Option report_format_option(std::optional<ReportFormat>& format) {
    return choice_option(
        "--format", "format",
        "text, json, csv or markdown (default by the suffix of --output, else text)", formats,
        [&format](std::size_t position) { format = static_cast<ReportFormat>(position); });
}

ReportFormat report_format(const std::optional<ReportFormat>& asked, const Output& output) {
    if (asked) return *asked;
    const auto by_suffix = choice_by_suffix(output.path, suffixes);
    return by_suffix ? static_cast<ReportFormat>(*by_suffix) : ReportFormat::text;
}

void expect_report(const std::optional<ReportFormat>& asked, const Output& output,
                   const std::string& input) {
    expect_deliverable(output, input);
    if (!asked) expect_known(output, suffixes);
}

Option words_format_option(std::optional<bool>& markdown, const std::string& when) {
    return choice_option("--format", "format",
                         when + "text or markdown (default by the suffix of --output, else text)",
                         {"text", "markdown"},
                         [&markdown](std::size_t position) { markdown = position == 1; });
}

bool wants_markdown(std::optional<bool> asked, const Output& output) {
    return asked.value_or(choice_by_suffix(output.path, {".md"}).has_value());
}

void expect_words(std::optional<bool> asked, const Output& output, const std::string& input) {
    expect_deliverable(output, input);
    if (!asked) expect_known(output, {".txt", ".md"});
}

}  // namespace cjm::cli
