#include "simulate/observer.hpp"

#include "base/contract.hpp"
#include "simulate/estimate/detail/parts.hpp"

namespace cjm::simulate::detail {
namespace {

// How many customers whose end is not seen the first `cutoffs` waits at least flag.
std::uint64_t flagged_by(const std::vector<std::uint64_t>& customers, std::size_t cutoffs) {
    std::uint64_t sum = 0;
    for (std::size_t i = cutoffs; i < customers.size(); ++i) sum += customers[i];
    return sum;
}

ObserverResult estimate_at(const Evidence& evidence, std::size_t wait, double days) {
    const ObserverTally& tally = evidence.tally.observer;
    const std::uint64_t gone = flagged_by(tally.ghosted, wait + 1);
    const std::uint64_t flagged = gone + flagged_by(tally.in_progress, wait + 1);
    const std::uint64_t all_gone = flagged_by(tally.ghosted, 0);
    const std::uint64_t unseen = all_gone + flagged_by(tally.in_progress, 0);
    return {days, evidence.share(flagged), evidence.share(unseen - flagged),
            evidence.share_of(gone, flagged), evidence.share_of(gone, all_gone)};
}

}  // namespace

void estimate_observer(const Evidence& evidence, SimulationResult& result) {
    if (evidence.compiled.observer_cutoffs.empty()) return;
    const double own = evidence.journey.ghost_after_days->value;
    const auto waits = observer_waits(evidence.journey.horizon_days->value, own);
    CJM_ASSERT(waits.size() == evidence.compiled.observer_cutoffs.size());
    for (std::size_t i = 0; i < waits.size(); ++i) {
        const ObserverResult observer = estimate_at(evidence, i, waits[i]);
        if (waits[i] == own) result.observer = observer;
        if (result.settings.observer_range) result.observer_range.push_back(observer);
    }
}

}  // namespace cjm::simulate::detail
