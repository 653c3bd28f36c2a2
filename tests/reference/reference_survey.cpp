#include "tests/reference/reference_survey.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace cjm::reference {
namespace {

int answer_to(const SurveyQuestion& question, double slope_times, double u, int low, int high) {
    const double z = boost::math::quantile(boost::math::normal(), u);
    const double felt = question.centre.likely + slope_times + question.spread.likely * z;
    return std::clamp(static_cast<int>(std::floor(felt + 0.5)), low, high);
}

Answers::Judged judge(const std::vector<Name>& touchpoints, const Story& story) {
    Answers::Judged judged;
    for (const Visit& visit : story.visits) {
        const bool here = std::any_of(touchpoints.begin(), touchpoints.end(),
                                      [&](const Name& id) { return id.value == visit.touchpoint; });
        if (!here) continue;
        ++judged.visits;
        if (visit.experience == Experience::good) ++judged.net;
        if (visit.experience == Experience::bad) --judged.net;
    }
    return judged;
}

}  // namespace

Answers answer(const Journey& journey, const Story& story, Luck& luck) {
    const Survey& survey = *journey.survey;
    const double twelfths = static_cast<double>(story.goodwill) / 12;
    Answers answers;
    const bool ghost = story.end == "left" && story.silent;
    answers.seen = !ghost && luck.uniform("", 0, Purpose::response) < survey.response.likely;
    if (survey.csat)
        answers.csat = answer_to(*survey.csat, survey.csat->slope.likely * twelfths,
                                 luck.uniform("", 0, Purpose::csat), 1, 5);
    if (survey.nps)
        answers.nps = answer_to(*survey.nps, survey.nps->slope.likely * twelfths,
                                luck.uniform("", 0, Purpose::nps), 0, 10);
    if (survey.ces)
        answers.ces = answer_to(*survey.ces, -survey.ces->slope.likely * story.effort,
                                luck.uniform("", 0, Purpose::ces), 1, 7);
    for (const auto& [attribute, touchpoints] : survey.csi)
        answers.csi.push_back(judge(touchpoints, story));
    return answers;
}

}  // namespace cjm::reference
