#include "simulate/estimate/detail/parts.hpp"
#include "simulate/seams.hpp"

namespace cjm::simulate::detail {
namespace {

MaybeEstimate repeated_effort(const Evidence& evidence) {
    const SeamlessnessTally& seams = evidence.tally.seamlessness;
    const AmountSums& effort = evidence.tally.effort;
    if (effort.sum == 0) return std::nullopt;
    if (evidence.amounts.friction_effort == 0 || !evidence.compiled.has_friction) return Estimate{};
    return estimate_share_of_sums({seams.with_effort, seams.repeated.sum, effort.sum,
                                   seams.repeated.squares, seams.repeated_effort, effort.squares},
                                  evidence.confidence);
}

}  // namespace

std::optional<SeamlessnessResult> estimate_seamlessness(const Evidence& evidence) {
    if (!has_seams(evidence.journey)) return std::nullopt;
    const Tally& tally = evidence.tally;
    const SeamlessnessTally& seams = tally.seamlessness;
    const std::uint64_t late = tally.left_out_of(static_cast<std::size_t>(BuiltInCause::delay));
    SeamlessnessResult result;
    result.late_waits = evidence.share(late);
    result.repeated_effort = repeated_effort(evidence);
    const bool friction = evidence.compiled.has_friction;
    result.index = evidence.share(tally.customers - (friction ? seams.broken : late));
    // no way has friction: 0 is no estimate then
    result.customers = result.steps = Estimate{};
    if (!friction) return result;
    result.customers = evidence.share(seams.switched);
    result.steps =
        estimate_share_of_sums({tally.customers, static_cast<Integer128>(seams.switches.sum),
                                static_cast<Integer128>(seams.visits.sum),
                                WideSum(static_cast<Integer128>(seams.switches.squares)),
                                WideSum(static_cast<Integer128>(seams.switches_visits)),
                                WideSum(static_cast<Integer128>(seams.visits.squares))},
                               evidence.confidence);
    return result;
}

}  // namespace cjm::simulate::detail
