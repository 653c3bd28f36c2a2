#include "simulate/moments/variations.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::simulate {

std::optional<double> bad_to_good(const Journey& journey) {
    const auto good = static_cast<double>(journey.goodwill.good.value);
    if (good == 0) return std::nullopt;
    const double ratio = -static_cast<double>(journey.goodwill.bad.value) / good;
    return ratio + 0.0;  // never -0
}

Journey with_bad_to_good(const Journey& journey, double ratio) {
    Journey swept = journey;
    const std::int64_t good = std::max<std::int64_t>(swept.goodwill.good.value, 1);
    swept.goodwill.bad.value = -static_cast<std::int64_t>(ratio) * good;
    return swept;
}

Journey with_only(const Journey& journey, PersonaId persona) {
    Journey only = journey;
    only.personas = {journey.personas[persona.index()]};
    only.personas.front().share = Number(1.0);
    return only;
}

ResolvedJourney with_forced(ResolvedJourney journey, TouchpointId touchpoint, Forced forced) {
    if (forced == Forced::as_is) return journey;
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        ResolvedVisit& visit = journey.visits[p * journey.touchpoints.size() + touchpoint.index()];
        visit.good = forced == Forced::all_good ? 1 : 0;
        visit.bad = 1 - visit.good;
    }
    return journey;
}

bool better_only_saves(const ResolvedJourney& journey) {
    if (!(journey.hazard_ratio >= 1)) return false;
    return std::all_of(journey.visits.begin(), journey.visits.end(), [](const auto& visit) {
        return visit.way[0] == visit.way[1] && visit.way[1] == visit.way[2];
    });
}

}  // namespace cjm::simulate
