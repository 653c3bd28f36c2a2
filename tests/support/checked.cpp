#include "tests/support/checked.hpp"

#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "journey/check/check.hpp"
#include "journey/parse/parse.hpp"

namespace cjm::testing {
namespace {

std::vector<Diagnostic> diagnostics_of(const std::string& text) {
    const auto read =
        parse_journey(std::make_shared<const SourceText>(SourceText{"test.toml", text}));
    if (!read.value) throw std::runtime_error(format_diagnostic(read.diagnostics.at(0)));
    return check_journey(*read.value);
}

}  // namespace

std::vector<std::string> checked(const std::string& text) {
    std::vector<std::string> told;
    for (const auto& found : diagnostics_of(text))
        told.push_back(fmt::format("{} @{}: {}", found.id, found.where.begin.line, found.message));
    return told;
}

std::vector<std::string> checked(const std::string& text, const std::string& id) {
    std::vector<std::string> told;
    for (const auto& found : diagnostics_of(text))
        if (found.id == id) told.push_back(found.message);
    return told;
}

}  // namespace cjm::testing
