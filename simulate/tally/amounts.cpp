#include "simulate/tally/amounts.hpp"

#include "simulate/tally/discount.hpp"

namespace cjm::simulate {

AmountScales common_scales(std::span<const CompiledJourney> journeys) {
    std::vector<double> efforts, money{0.0}, refers{0.0};
    for (const CompiledJourney& journey : journeys) {
        efforts.push_back(journey.friction_effort);
        for (const VisitValues& values : journey.values) {
            efforts.push_back(values.effort);
            money.push_back(values.cost);
            money.push_back(values.revenue);
            refers.push_back(values.refers);
        }
    }
    return {choose_scale(efforts), choose_scale(money), choose_scale(refers)};
}

Amounts::Amounts(const CompiledJourney& journey)
    : Amounts(journey, common_scales(std::span(&journey, 1))) {}

Amounts::Amounts(const CompiledJourney& journey, const AmountScales& scales)
    : effort_scale(scales.effort), money_scale(scales.money), refers_scale(scales.refers) {
    lifetime_scale = money_scale;
    if (journey.discount > 0) lifetime_scale.units *= 1U << discounted_bits;
    friction_effort = effort_scale.to_integer(journey.friction_effort);
    visits.reserve(journey.values.size());
    for (const VisitValues& values : journey.values)
        visits.push_back({effort_scale.to_integer(values.effort),
                          money_scale.to_integer(values.cost),
                          money_scale.to_integer(values.revenue),
                          refers_scale.to_integer(values.refers), values.revenue > 0});
}

}  // namespace cjm::simulate
