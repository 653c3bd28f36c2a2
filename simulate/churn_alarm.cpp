#include "simulate/churn_alarm.hpp"

namespace cjm {

std::optional<ChurnAlarm> churn_alarm(const MoneyResult& money,
                                      MaybeEstimate MoneyResult::*yearly) {
    const MaybeEstimate& churn = money.*yearly;
    if (!churn || money.too_short_to_annualise()) return std::nullopt;
    if (churn->estimate > alarm_to) return ChurnAlarm::above;
    return churn->estimate < alarm_from ? ChurnAlarm::below : ChurnAlarm::within;
}

std::string_view name_of(ChurnAlarm alarm) {
    switch (alarm) {
        case ChurnAlarm::below:
            return "below";
        case ChurnAlarm::within:
            return "within";
        case ChurnAlarm::above:
            break;
    }
    return "above";
}

}  // namespace cjm
