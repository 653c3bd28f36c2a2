#include "cli/output.hpp"

#include <filesystem>
#include <system_error>

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

std::string suffix_of(const Output& output) {
    if (output.to_standard_output()) return {};
    const std::size_t name = output.path.rfind('/') + 1;
    const std::size_t dot = output.path.rfind('.');
    return dot == std::string::npos || dot <= name ? std::string() : output.path.substr(dot);
}

void expect_deliverable(const Output& output, const std::string& input) {
    if (output.to_standard_output()) return;
    if (same_file(output.path, input)) {
        throw UsageError(fmt::format("--output {} is the input itself", output.path),
                         "choose another name for the result");
    }
    expect_writable(output.path);
}

bool is_existing_file(const Output& output) {
    std::error_code none;
    return !output.to_standard_output() && std::filesystem::is_regular_file(output.path, none);
}

void expect_new_file(const Output& output, std::string_view cure) {
    if (output.to_standard_output()) return;
    if (is_existing_file(output)) {
        throw FileError(
            fmt::format("{} exists already and stays as it is: choose another name, or {}",
                        output.path, cure.empty() ? std::string_view("remove it first") : cure));
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
