#include "simulate/paired/variants.hpp"

#include <utility>

namespace cjm::simulate {

std::vector<Variant> make_variants(std::vector<CompiledJourney> journeys) {
    const AmountScales scales = common_scales(journeys);
    std::vector<Variant> variants;
    variants.reserve(journeys.size());
    for (CompiledJourney& journey : journeys) {
        Amounts amounts(journey, scales);
        variants.push_back({std::move(journey), std::move(amounts)});
    }
    return variants;
}

}  // namespace cjm::simulate
