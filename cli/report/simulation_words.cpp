#include "cli/report/simulation_words.hpp"

#include <algorithm>
#include <cmath>

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

/// Digits after the mark of a share near a half among so many customers; 0 customers: no sampling.
int decimals_for(std::uint64_t customers) {
    if (customers == 0) return 1;
    Estimate half;
    half.standard_error = 0.5 / std::sqrt(static_cast<double>(customers));
    return std::min(percent_decimals(half), 2);
}

/// Digits after the mark of a plain number; a share's digits are those of a hundred times as much.
int quantity_decimals(const Estimate& quantity) {
    if (!(quantity.standard_error > 0)) return 2;
    auto hundredth = quantity;
    hundredth.standard_error /= 100;
    return std::min(percent_decimals(hundredth), 4);
}

}  // namespace

SimulationWords::SimulationWords(const Journey& journey_in, const SimulationResult& result_in)
    : journey(journey_in),
      result(result_in),
      number_(journey_in.language, printable(journey_in.currency)),
      decimals_(decimals_for(result_in.settings.customers)) {}

std::string SimulationWords::touchpoint(std::size_t index) const {
    const auto& id = result.touchpoints[index].id;
    if (index < journey.touchpoints.size() && journey.touchpoints[index].id.value == id)
        return printable(journey.touchpoints[index].shown());
    const auto found = find_touchpoint(journey, id);
    return printable(found ? journey.touchpoints[found.index()].shown() : id);
}

std::string SimulationWords::outcome(std::string_view id) const {
    const auto found = find_outcome(journey, id);
    return printable(found ? journey.outcomes[found.index()].shown() : id);
}

std::string SimulationWords::stage(std::string_view id) const {
    const auto found = find_stage(journey, id);
    return printable(found ? journey.stages[found.index()].shown() : id);
}

std::string SimulationWords::persona(std::string_view id) const {
    const auto found = find_persona(journey, id);
    return printable(found ? journey.personas[found.index()].shown() : id);
}

std::string SimulationWords::cause(std::string_view id) const {
    static constexpr Message built_in[] = {Message::cause_dissatisfaction, Message::cause_price,
                                           Message::cause_neglect, Message::cause_priorities,
                                           Message::cause_delay};
    static_assert(std::size(built_in) == built_in_cause_count);
    for (std::size_t i = 0; i < built_in_cause_count; ++i)
        if (id == to_string(static_cast<BuiltInCause>(i))) return say(built_in[i]);
    const auto found = find_cause(journey, id);
    return printable(found ? journey.causes[found.index()].shown() : id);
}

std::string SimulationWords::scenario() const {
    std::string titles;
    std::string_view rest = journey.scenario;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('+'), rest.size());
        const auto id = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto found = find_scenario(journey, id);
        if (!titles.empty()) titles += " + ";
        titles += printable(found ? journey.scenarios[found.index()].shown() : id);
    }
    return titles;
}

int SimulationWords::decimals(const Estimate& share) const {
    const int supported = std::max(percent_decimals(share), decimals_);
    int digits = decimals_;
    // a share too small for the common digits gets more of them, as far as its error allows
    for (double least = std::pow(10.0, -digits); digits < supported && 100 * share.estimate < least;
         least /= 10)
        ++digits;
    return digits;
}

std::string SimulationWords::share(const Estimate& share) const {
    return number_.percent(share.estimate, decimals(share));
}

std::string SimulationWords::share_interval(const Estimate& share) const {
    int digits = decimals(share);
    // an interval that would read as one number gets another digit
    while (share.low < share.high && digits < 6 &&
           number_.number(100 * share.low, digits) == number_.number(100 * share.high, digits))
        ++digits;
    return number_.percent_interval(share.low, share.high, digits);
}

std::string SimulationWords::quantity(const Estimate& quantity) const {
    return number_.number(quantity.estimate, quantity_decimals(quantity));
}

std::string SimulationWords::quantity_interval(const Estimate& quantity) const {
    return number_.interval(quantity.low, quantity.high, quantity_decimals(quantity));
}

std::string SimulationWords::share(const MaybeEstimate& share) const {
    return share ? this->share(*share) : no_value;
}

std::string SimulationWords::share_interval(const MaybeEstimate& share) const {
    return share ? share_interval(*share) : no_value;
}

std::string SimulationWords::confidence() const {
    auto digits = number_.number(100 * result.settings.confidence);
    return digits + "\u00a0%";
}

}  // namespace cjm::cli
