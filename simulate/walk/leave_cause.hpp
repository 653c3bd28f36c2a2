// Owns: out of which cause a customer leaves. Must not know: whether they leave, what is counted.
#pragma once
#include "simulate/compile.hpp"
#include "simulate/random/threshold.hpp"

namespace cjm::simulate {

/// The words below `leave_below` are split by cause: dissatisfaction first, the rest by fixed
/// fractions.
///
/// word  a decision word below thresholds.leave_below
[[nodiscard]] inline CauseId leave_cause(const CompiledJourney& journey, const CompiledVisit& visit,
                                         const LeaveThresholds& thresholds, std::uint32_t word) {
    if (word < thresholds.dissatisfaction_below)
        return CauseId(static_cast<std::size_t>(BuiltInCause::dissatisfaction));
    const std::uint32_t place = word - thresholds.dissatisfaction_below;
    const std::uint64_t rest = thresholds.leave_below - thresholds.dissatisfaction_below;
    const CauseShare* share = &journey.causes[visit.first_cause];
    while (share->below != certain && place >= (share->below * rest) >> 32U) ++share;
    return CauseId(share->cause);
}

}  // namespace cjm::simulate
