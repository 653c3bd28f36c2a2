#include "simulate/nps_law.hpp"

#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

namespace cjm::simulate {
namespace {

/// P(Z < z) of a standard normal Z.
double normal_below(double z) {
    constexpr double far = 40;  // beyond lies less than any double
    if (z == 0) return 0.5;
    if (z < -far || z > far) return z < 0 ? 0 : 1;
    // |Z| exceeds |z| with the probability that a gamma variable of shape 1/2 exceeds z^2 / 2
    const double beyond = exact::exp(exact::log_gamma_upper(0.5, exact::log(z * z / 2))) / 2;
    return z < 0 ? beyond : 1 - beyond;
}

/// P(centre + spread x Z < bound).
double below(double bound, double centre, double spread) {
    if (!(spread > 0)) return centre < bound ? 1 : 0;
    return normal_below((bound - centre) / spread);
}

}  // namespace

double nps_at(const SurveyQuestion& question, double goodwill) {
    constexpr double promoters_from = 8.5, detractors_below = 6.5;  // answers 9 and 7, rounded to
    const double centre = question.centre.likely + question.slope.likely * goodwill / 12;
    const double spread = question.spread.likely;
    const double promoters = 1 - below(promoters_from, centre, spread);
    return 100 * (promoters - below(detractors_below, centre, spread));
}

std::vector<double> nps_by_level(const Journey& journey, const SurveyQuestion& question) {
    std::vector<double> scores;
    for (std::int64_t g = journey.goodwill.floor.value; g <= journey.goodwill.ceiling.value; ++g)
        scores.push_back(nps_at(question, static_cast<double>(g)));
    return scores;
}

}  // namespace cjm::simulate
