// Owns: the date that SOURCE_DATE_EPOCH sets for what is built. Must not know: who writes it where.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace cjm::cli {

/// Seconds since 1970 as 2026-11-29T08:00:00Z; none for what is no whole number from 0 to the end
/// of the year 9999.
[[nodiscard]] std::optional<std::string> date_of_seconds(std::string_view seconds);

/// The date of the environment variable SOURCE_DATE_EPOCH; empty where it is not set. Throws
/// UsageError where it holds no such number.
[[nodiscard]] std::string source_date();

}  // namespace cjm::cli
