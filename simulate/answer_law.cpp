#include "simulate/answer_law.hpp"

namespace cjm::simulate {

double nps_at(const SurveyQuestion& question, double goodwill) {
    const ResolvedQuestion asked{question.centre.likely, question.slope.likely,
                                 question.spread.likely};
    const double promoters = answers_at_least(asked, goodwill, promoters_from);
    return 100 * (promoters - (1 - answers_at_least(asked, goodwill, no_detractors_from)));
}

std::vector<double> nps_by_level(const Journey& journey, const SurveyQuestion& question) {
    std::vector<double> scores;
    for (std::int64_t g = journey.goodwill.floor.value; g <= journey.goodwill.ceiling.value; ++g)
        scores.push_back(nps_at(question, static_cast<double>(g)));
    return scores;
}

double csat_at(const ResolvedQuestion& question, double goodwill) {
    return 100 * answers_at_least(question, goodwill, satisfied_from);
}

double ces_at(const ResolvedQuestion& question, double effort) {
    constexpr int hardest = 1, easiest = 7;
    const ResolvedQuestion here{question.centre - question.slope * effort, 0, question.spread};
    double mean = hardest;
    for (int answer = hardest + 1; answer <= easiest; ++answer)
        mean += answers_at_least(here, 0, answer);
    return mean;
}

}  // namespace cjm::simulate
