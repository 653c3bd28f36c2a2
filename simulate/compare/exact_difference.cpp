#include "simulate/compare/exact_difference.hpp"

namespace cjm::simulate {

void set_exact_difference(const SimulationResult& after, const SimulationResult& before,
                          DifferenceResult& difference, bool alone) {
    for (std::size_t i = 0; i < compared_count; ++i) {
        const auto figure = static_cast<ComparedFigure>(i);
        const MaybeEstimate one = figure_of(after, figure), other = figure_of(before, figure);
        MaybeEstimate& result = difference.figures[i];
        if (alone) result.reset();
        if (!one || !other || !one->exact || !other->exact) continue;
        const double value = *one->exact - *other->exact;
        if (alone) result = Estimate{value, 0, value, value, {}, {}};
        if (!result) continue;
        result->exact = value;
        if (one->exact_error || other->exact_error)
            result->exact_error = one->exact_error.value_or(0) + other->exact_error.value_or(0);
    }
}

}  // namespace cjm::simulate
