#include "cli/usage_error.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest.hpp"
#include "base/text_width.hpp"

namespace cjm::cli {

UsageError::UsageError(const std::string& message, std::string hint)
    : std::runtime_error(message), hint_(std::move(hint)) {}

std::string did_you_mean(std::string_view typed, std::span<const std::string> names) {
    const auto nearest = nearest_name(typed, names);
    return nearest ? fmt::format("did you mean \"{}\"?", *nearest) : std::string();
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
