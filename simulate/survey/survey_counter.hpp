// Owns: from a customer's end and visits to their answers in a tally. Must not know: how customers
// are walked, where visits are kept.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/survey/survey_tally.hpp"
#include "simulate/tally/amounts.hpp"
#include "simulate/tally/end_record.hpp"

namespace cjm::simulate {

/// Asks customers, one after the other. One per thread; everything must outlive it.
class SurveyCounter {
  public:
    SurveyCounter(const CompiledJourney& journey, const Amounts& amounts)
        : journey_(&journey), amounts_(&amounts), judged_(2 * journey.survey.attributes.size()) {}

    /// Whether anybody is asked.
    [[nodiscard]] bool asks() const { return journey_->survey.asked; }

    /// A customer's visits to a touchpoint.
    struct Visits {
        std::int64_t good = 0, bad = 0, all = 0;
    };
    /// Adds the answers of a customer; visits_at(TouchpointId) gives Visits. expects asks()
    template <class VisitsAt>
    void add(const EndRecord& record, const SurveyWords& words, VisitsAt&& visits_at,
             SurveyTally& tally) {
        auto judged = judged_.begin();
        for (const auto& touchpoints : journey_->survey.attributes) {
            std::int64_t net = 0, visits = 0;
            for (const TouchpointId touchpoint : touchpoints) {
                const Visits here = visits_at(touchpoint);
                net += here.good - here.bad;
                visits += here.all;
            }
            *judged++ = net;
            *judged++ = visits;
        }
        const auto level = static_cast<std::size_t>(record.goodwill - journey_->goodwill_floor);
        const double effort =
            static_cast<double>(total_effort(record, *amounts_)) / amounts_->effort_scale.units;
        tally.add(journey_->survey, {level, effort, record.silent, judged_, words});
    }

  private:
    const CompiledJourney* journey_;
    const Amounts* amounts_;
    std::vector<std::int64_t> judged_;  // see SurveyedCustomer
};

}  // namespace cjm::simulate
