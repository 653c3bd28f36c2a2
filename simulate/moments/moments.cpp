#include "simulate/moments/moments.hpp"

#include <algorithm>
#include <utility>

#include "base/contract.hpp"
#include "simulate/moments/exact_moments.hpp"
#include "simulate/moments/sampled_moments.hpp"
#include "simulate/moments/variations.hpp"

namespace cjm::simulate {
namespace {

/// Journeys one after the other, under one progress.
class MomentsRun {
  public:
    MomentsRun(const MomentsSettings& settings, const RunControl& control)
        : settings_(settings), control_(control) {}

    MomentsAnswer find(const Journey& journey) {
        if (solves_exactly(journey, settings_.run.method)) return exact_moments(journey, settings_);
        RunControl shifted = control_;
        if (control_.progress)
            shifted.progress = [this, before = done_](std::uint64_t done) {
                control_.progress(before + done);
            };
        MomentsAnswer answer{
            sampled_moments(journey, settings_, {0, settings_.run.customers}, shifted), {}};
        done_ += settings_.run.customers;
        return answer;
    }

    /// Adds the moments of a journey to a list; false with the answer to give where there are none.
    bool add(const Journey& journey, std::vector<MomentsResult>& list, MomentsAnswer& answer) {
        MomentsAnswer one = find(journey);
        if (!one.result) {
            answer = std::move(one);
            return false;
        }
        list.push_back(*std::move(one.result));
        return true;
    }

  private:
    const MomentsSettings& settings_;
    const RunControl& control_;
    std::uint64_t done_ = 0;
};

bool add_sweep(const Journey& journey, MomentsRun& run, MomentsAnswer& answer) {
    std::vector<MomentsResult> sweep;
    for (const double ratio : swept_ratios) {
        if (!run.add(with_bad_to_good(journey, ratio), sweep, answer)) return false;
        sweep.back().bad_to_good = ratio;
    }
    answer.result->sweep = std::move(sweep);
    return true;
}

bool add_personas(const Journey& journey, MomentsRun& run, MomentsAnswer& answer) {
    std::vector<MomentsResult> by;
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        if (!run.add(with_only(journey, PersonaId(p)), by, answer)) return false;
        by.back().persona = journey.personas[p].id.value;
    }
    answer.result->by = std::move(by);
    return true;
}

}  // namespace

bool solves_exactly(const Journey& journey, Method method) {
    return !journey.horizon_days && method != Method::monte_carlo;
}

std::uint64_t customers_walked(const Journey& journey, const MomentsSettings& settings) {
    if (solves_exactly(journey, settings.run.method)) return 0;
    const std::size_t tables = 1 + (settings.sweep ? swept_ratios.size() : 0) +
                               (settings.by_persona ? journey.personas.size() : 0);
    return settings.run.customers * tables;
}

MomentsAnswer find_moments(const Journey& journey, const MomentsSettings& settings,
                           const RunControl& control) {
    CJM_EXPECTS(settings.run.method != Method::exact ||
                solves_exactly(journey, settings.run.method));
    MomentsRun run(settings, control);
    MomentsAnswer answer = run.find(journey);
    if (answer.result && settings.sweep && !add_sweep(journey, run, answer)) return answer;
    if (answer.result && settings.by_persona) add_personas(journey, run, answer);
    return answer;
}

}  // namespace cjm::simulate
