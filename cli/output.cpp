#include "cli/output.hpp"

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {

Option output_option(Output& output) {
    return {.name = "--output",
            .value = "FILE",
            .help = "write the result to this file; - is standard output, the default",
            .short_name = "-o",
            .offer = Offer::any_file,
            .set = [&output](const std::string& value) {
                if (value.empty()) throw UsageError("--output has an empty name");
                output.path = value;
            }};
}

void expect_deliverable(const Output& output, const std::string& input) {
    if (output.to_standard_output()) return;
    if (same_file(output.path, input)) {
        throw UsageError(fmt::format("--output {} is the input itself", output.path),
                         "choose another name for the result");
    }
    expect_writable(output.path);
}

void deliver(const Output& output, std::string_view bytes) {
    if (output.to_standard_output()) {
        write_descriptor(static_cast<int>(Stream::output), "standard output", bytes);
    } else {
        write_whole_file(output.path, bytes);
    }
}

}  // namespace cjm::cli
