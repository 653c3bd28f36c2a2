// Owns: where results go: standard output or the file of `-o`. Must not know: what the results are.
#pragma once
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace cjm::cli {

/// The destination of a command's result; empty or "-" is standard output.
struct Output {
    std::string path;
    [[nodiscard]] bool to_standard_output() const { return path.empty() || path == "-"; }
};

/// The option `-o, --output FILE`, setting `output`, which must outlive it.
[[nodiscard]] Option output_option(Output& output);

/// The suffix of its file's name, such as ".svg"; empty for standard output and where there is
/// none.
[[nodiscard]] std::string suffix_of(const Output& output);

/// Finds out before the work what would make `deliver` fail after it. Throws UsageError where the
/// result would replace the `input` it is made from, FileError where it cannot be written.
void expect_deliverable(const Output& output, const std::string& input);

/// Whether it is a file that is there, no device or pipe.
[[nodiscard]] bool is_existing_file(const Output& output);

/// For what somebody may go on to work on: it is never written over. Throws FileError where the
/// file is there already, or cannot be written. cure  what else to do, or empty
void expect_new_file(const Output& output, std::string_view cure);

/// Writes a result, whole. A reader that has gone away is no error. Throws FileError.
void deliver(const Output& output, std::string_view bytes);

}  // namespace cjm::cli
