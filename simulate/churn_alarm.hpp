// Owns: where a year's churn stands to the mark that is often named as an alarm. Must not know: how
// churn is estimated, words.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "simulate/result.hpp"

namespace cjm {

/// 5 to 7 % a year: a rule of thumb of business with contracts, without data behind it; see
/// docs/explanation/models/retention.md.
inline constexpr double alarm_from = 0.05;
inline constexpr double alarm_to = 0.07;

enum class ChurnAlarm : std::uint8_t { below, within, above };

/// Where the estimate stands; none without one, and where it is too short to annualise.
[[nodiscard]] std::optional<ChurnAlarm> churn_alarm(const MoneyResult& money,
                                                    MaybeEstimate MoneyResult::*yearly);
/// "below", "within" or "above", as JSON and CSV name it.
[[nodiscard]] std::string_view name_of(ChurnAlarm alarm);

}  // namespace cjm
