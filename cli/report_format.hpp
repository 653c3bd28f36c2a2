// Owns: in which format a report is written. Must not know: what is reported.
#pragma once
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/output.hpp"

namespace cjm::cli {

enum class ReportFormat { text, json, csv, markdown };

/// The option `--format`, setting `format`, which must outlive it.
[[nodiscard]] Option report_format_option(std::optional<ReportFormat>& format);

/// The format asked for, else the one that the suffix of the output names, else text.
[[nodiscard]] ReportFormat report_format(const std::optional<ReportFormat>& asked,
                                         const Output& output);

/// expect_deliverable(), before the work; and throws UsageError for a suffix that names no format
/// where none is asked for: somebody may expect a picture.
void expect_report(const std::optional<ReportFormat>& asked, const Output& output,
                   const std::string& input);

/// The option `--format` of reports that are only told in words, setting `markdown`, which must
/// outlive it. when  what comes before the words of its help, such as "with --file: "
[[nodiscard]] Option words_format_option(std::optional<bool>& markdown,
                                         const std::string& when = {});

/// Whether such a report is Markdown: as asked for, else by the suffix of the output.
[[nodiscard]] bool wants_markdown(std::optional<bool> asked, const Output& output);

/// expect_report() for such a report.
void expect_words(std::optional<bool> asked, const Output& output, const std::string& input);

}  // namespace cjm::cli
