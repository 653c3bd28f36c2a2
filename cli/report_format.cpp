#include "cli/report_format.hpp"

#include <vector>

#include <fmt/format.h>

#include "cli/choices.hpp"
#include "cli/terminal/terminal.hpp"

namespace cjm::cli {
namespace {

// in the order of ReportFormat
const std::vector<std::string> formats{"text", "json", "csv", "markdown"};
const std::vector<std::string> suffixes{".txt", ".json", ".csv", ".md"};

bool has_suffix(const Output& output) {
    const std::size_t name = output.path.rfind('/') + 1;
    return !output.to_standard_output() && output.path.find('.', name + 1) != std::string::npos;
}

}  // namespace

Option report_format_option(std::optional<ReportFormat>& format) {
    return choice_option(
        "--format", "format",
        "text, json, csv or markdown (default by the suffix of --output, else text)", formats,
        [&format](std::size_t position) { format = static_cast<ReportFormat>(position); });
}

ReportFormat report_format(const Session& session, const std::optional<ReportFormat>& asked,
                           const Output& output) {
    if (asked) return *asked;
    if (const auto by_suffix = choice_by_suffix(output.path, suffixes))
        return static_cast<ReportFormat>(*by_suffix);
    if (has_suffix(output))
        tell_warning(session.colour,
                     fmt::format("the suffix of {} names no format of reports; it will hold text",
                                 output.path));
    return ReportFormat::text;
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

}  // namespace cjm::cli
