#include "cli/usage_error.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest.hpp"
#include "base/text_width.hpp"

namespace cjm::cli {

UsageError::UsageError(const std::string& message, std::string hint)
    : std::runtime_error(message), hint_(std::move(hint)) {}

namespace {

/// The only name that begins so: who cuts a name short writes two letters of it at least.
std::optional<std::string> begun_name(std::string_view typed, std::span<const std::string> names) {
    const std::string_view letters =
        typed.substr(std::min(typed.find_first_not_of('-'), typed.size()));
    if (letters.size() < 2) return std::nullopt;
    const auto begins = [typed](const std::string& name) { return name.starts_with(typed); };
    if (std::count_if(names.begin(), names.end(), begins) != 1) return std::nullopt;
    return *std::find_if(names.begin(), names.end(), begins);
}

}  // namespace

std::string did_you_mean(std::string_view typed, std::span<const std::string> names) {
    auto meant = begun_name(typed, names);
    if (!meant) meant = nearest_name(typed, names);
    return meant ? fmt::format("did you mean \"{}\"?", *meant) : std::string();
}

UsageError unknown_name(std::string_view kind, std::string_view typed,
                        std::span<const std::string> names) {
    constexpr std::size_t few = 32;
    std::string hint = did_you_mean(typed, names);
    if (hint.empty() && names.empty()) hint = "there are none";
    if (hint.empty() && names.size() <= few)
        hint = fmt::format("one of {}", fmt::join(names, ", "));
    return UsageError(fmt::format("unknown {} {}", kind, cjm::quoted(typed)), std::move(hint));
}

}  // namespace cjm::cli
