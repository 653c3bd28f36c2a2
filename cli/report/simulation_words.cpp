#include "cli/report/simulation_words.hpp"

#include <algorithm>
#include <cmath>
namespace cjm::cli {
namespace {

constexpr int most_decimals = 6;  // of percents

/// Digits after the mark of a share in percent: none where a share near a half is off by more than
/// one percent, two where by less than a hundredth of one. 0 customers: no sampling.
int decimals_for(std::uint64_t customers) {
    if (customers == 0) return 1;
    const double error = 50 / std::sqrt(static_cast<double>(customers));  // in percent
    return error > 1 ? 0 : error > 0.01 ? 1 : 2;
}

}  // namespace

SimulationWords::SimulationWords(const Journey& journey_in, const SimulationResult& result_in)
    : JourneyWords(journey_in),
      result(result_in),
      decimals_(decimals_for(result_in.settings.customers)) {}

std::string SimulationWords::touchpoint(std::size_t index) const {
    const auto& id = result.touchpoints[index].id;
    if (index < journey.touchpoints.size() && journey.touchpoints[index].id.value == id)
        return touchpoint(TouchpointId(index));
    return touchpoint(id);
}

int SimulationWords::share_decimals(const Estimate& share) const {
    const int supported = std::max(percent_decimals(share), decimals_);
    int digits = decimals_;
    // a share too small for the common digits gets more of them, as far as its error allows
    double least = 1;
    for (int i = 0; i < digits; ++i) least /= 10;
    for (; digits < supported && 100 * std::abs(share.estimate) < least; least /= 10) ++digits;
    return number().decimals_apart(100 * share.low, 100 * share.high, digits, most_decimals);
}

std::string SimulationWords::share(const Estimate& share) const {
    return number().percent(share.estimate, share_decimals(share));
}

std::string SimulationWords::share_interval(const Estimate& share) const {
    return number().percent_interval(share.low, share.high, share_decimals(share));
}

/// A share's digits are those of a hundred times as much.
int SimulationWords::quantity_decimals(const Estimate& quantity) const {
    constexpr int most = 4;
    int digits = 2;
    if (quantity.standard_error > 0) {
        auto hundredth = quantity;
        hundredth.standard_error /= 100;
        digits = std::min(percent_decimals(hundredth), most);
    }
    return number().decimals_apart(quantity.low, quantity.high, digits, most);
}

std::string SimulationWords::quantity(const Estimate& quantity) const {
    return number().number(quantity.estimate, quantity_decimals(quantity));
}

std::string SimulationWords::quantity_interval(const Estimate& quantity) const {
    return number().interval(quantity.low, quantity.high, quantity_decimals(quantity));
}

std::string SimulationWords::share(const MaybeEstimate& share) const {
    return share ? this->share(*share) : no_value;
}

std::string SimulationWords::share_interval(const MaybeEstimate& share) const {
    return share ? share_interval(*share) : no_value;
}

std::string SimulationWords::confidence() const {
    auto digits = number().number(100 * result.settings.confidence);
    return digits + "\u00a0%";
}

}  // namespace cjm::cli
