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

/// The format asked for, else the one that the suffix of the output names, else text. Warns of a
/// suffix that names none: somebody may expect a picture.
[[nodiscard]] ReportFormat report_format(const Session& session,
                                         const std::optional<ReportFormat>& asked,
                                         const Output& output);

/// The option `--format` of reports that are only told in words, setting `markdown`, which must
/// outlive it. when  what comes before the words of its help, such as "with --file: "
[[nodiscard]] Option words_format_option(std::optional<bool>& markdown,
                                         const std::string& when = {});

/// Whether such a report is Markdown: as asked for, else by the suffix of the output.
[[nodiscard]] bool wants_markdown(std::optional<bool> asked, const Output& output);

}  // namespace cjm::cli
