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

/// Finds out before the work what would make `deliver` fail after it. Throws UsageError where the
/// result would replace the `input` it is made from, FileError where it cannot be written.
void expect_deliverable(const Output& output, const std::string& input);

/// Writes a result, whole. A reader that has gone away is no error. Throws FileError.
void deliver(const Output& output, std::string_view bytes);

}  // namespace cjm::cli
