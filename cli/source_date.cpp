#include "cli/source_date.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

#include "cli/usage_error.hpp"

namespace cjm::cli {

std::optional<std::string> date_of_seconds(std::string_view seconds) {
    namespace chrono = std::chrono;
    constexpr std::uint64_t end_of_9999 = 253'402'300'799;
    std::uint64_t number = 0;
    const auto [end, error] =
        std::from_chars(seconds.data(), seconds.data() + seconds.size(), number);
    if (error != std::errc() || end != seconds.data() + seconds.size() || number > end_of_9999)
        return std::nullopt;
    const chrono::sys_seconds time{chrono::seconds(static_cast<std::int64_t>(number))};
    const auto day = chrono::floor<chrono::days>(time);
    const chrono::year_month_day date(day);
    const chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string source_date() {
    const char* seconds = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe)
    if (seconds == nullptr || *seconds == '\0') return {};
    const auto date = date_of_seconds(seconds);
    if (!date)
        throw UsageError(
            fmt::format("SOURCE_DATE_EPOCH={} is no number of seconds since 1970", seconds));
    return *date;
}

}  // namespace cjm::cli
