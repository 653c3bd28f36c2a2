#include "simulate/tally/amounts.hpp"

#include "simulate/tally/discount.hpp"

namespace cjm::simulate {

Amounts::Amounts(const CompiledJourney& journey) {
    std::vector<double> efforts{journey.friction_effort}, money{0.0}, refers{0.0};
    for (const VisitValues& values : journey.values) {
        efforts.push_back(values.effort);
        money.push_back(values.cost);
        money.push_back(values.revenue);
        refers.push_back(values.refers);
    }
    effort_scale = choose_scale(efforts);
    money_scale = choose_scale(money);
    refers_scale = choose_scale(refers);
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
