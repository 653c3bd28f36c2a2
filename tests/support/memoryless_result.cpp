#include "tests/support/memoryless_result.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>

namespace cjm::testing {
namespace {

Estimate estimate_of(double value) {
    constexpr double customers = 1e6;
    const double error = std::sqrt(std::max(0.0, value * (1 - std::min(value, 1.0))) / customers);
    return {value, error, value - 2 * error, value + 2 * error, {}, {}};
}

struct Chain {
    std::vector<std::vector<std::pair<std::size_t, double>>> next;  // touchpoint -> touchpoint
    std::vector<double> start;

    /// Expected visits; those who arrive at `absorbing` go no farther.
    [[nodiscard]] std::vector<double> visits(std::size_t absorbing) const {
        return visits([absorbing](std::size_t v) { return v == absorbing; });
    }
    template <class Absorbing>
    [[nodiscard]] std::vector<double> visits(
        Absorbing absorbs) const requires std::predicate<Absorbing, std::size_t> {
        std::vector<double> total = start, here = start;
        constexpr int rounds = 5000;
        for (int round = 0; round < rounds; ++round) {
            std::vector<double> there(here.size(), 0);
            double moving = 0;
            for (std::size_t v = 0; v < here.size(); ++v) {
                if (absorbs(v)) continue;
                for (const auto& [to, share] : next[v]) {
                    there[to] += here[v] * share;
                    moving += here[v] * share;
                }
            }
            for (std::size_t v = 0; v < here.size(); ++v) total[v] += there[v];
            if (moving < 1e-12) break;
            here = std::move(there);
        }
        return total;
    }
};

Chain chain_of(const Journey& journey) {
    Chain chain;
    chain.start.assign(journey.touchpoints.size(), 0);
    for (const auto& [name, share] : journey.start.shares) {
        const auto id = find_touchpoint(journey, name.value);
        if (id) chain.start[id.index()] += share.likely;
    }
    for (const auto& touchpoint : journey.touchpoints) {
        auto& row = chain.next.emplace_back();
        if (!touchpoint.behaviour.next) continue;
        for (const auto& [name, share] : touchpoint.behaviour.next->shares) {
            const auto id = find_touchpoint(journey, name.value);
            if (id) row.emplace_back(id.index(), share.likely);
        }
    }
    return chain;
}

std::vector<CauseResult> split(const Journey& journey, const Behaviour& behaviour, double left) {
    std::vector<double> weights(journey.causes.size(), 0);
    double sum = 0;
    if (behaviour.causes) {
        for (const auto& [name, weight] : behaviour.causes->entries) {
            const auto id = find_cause(journey, name.value);
            if (id) weights[id.index()] += weight.likely, sum += weight.likely;
        }
    } else if (!weights.empty()) {
        weights[0] = sum = 1;
    }
    std::vector<CauseResult> causes;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        causes.push_back(
            {journey.causes[i].id.value, estimate_of(sum > 0 ? left * weights[i] / sum : 0)});
    }
    return causes;
}

std::vector<StageResult> stages_of(const Journey& journey, const Chain& chain,
                                   const std::vector<TouchpointResult>& touchpoints) {
    std::vector<StageResult> stages;
    for (const auto& stage : journey.stages) {
        const auto inside = [&](std::size_t v) {
            const auto& of = journey.touchpoints[v].stage;
            return of && of->value == stage.id.value;
        };
        const auto arrivals = chain.visits(inside);
        double reach = 0, left = 0;
        for (std::size_t v = 0; v < touchpoints.size(); ++v) {
            if (!inside(v)) continue;
            reach += arrivals[v];
            left += touchpoints[v].left.estimate;
        }
        StageResult own{stage.id.value, estimate_of(std::min(1.0, reach)), {}};
        if (reach > 0) own.drop_off = estimate_of(std::min(1.0, left / reach));
        stages.push_back(std::move(own));
    }
    return stages;
}

std::vector<CauseResult> causes_of(const Journey& journey,
                                   const std::vector<TouchpointResult>& touchpoints) {
    std::vector<CauseResult> causes;
    for (std::size_t i = 0; i < journey.causes.size(); ++i) {
        double share = 0;
        for (const auto& touchpoint : touchpoints) share += touchpoint.causes[i].share.estimate;
        causes.push_back({journey.causes[i].id.value, estimate_of(share)});
    }
    return causes;
}

}  // namespace

SimulationResult memoryless_result(const Journey& journey) {
    SimulationResult result;
    result.generator = "none";
    result.settings.customers = 1'000'000;
    const auto chain = chain_of(journey);
    const auto count = journey.touchpoints.size();
    const auto visits = chain.visits(count);
    std::vector<double> outcomes(journey.outcomes.size(), 0);
    double ghosted = 0, openly = 0, success = 0;
    for (std::size_t v = 0; v < count; ++v) {
        const auto& behaviour = journey.touchpoints[v].behaviour;
        TouchpointResult own;
        own.id = journey.touchpoints[v].id.value;
        own.visits = estimate_of(visits[v]);
        own.reach = estimate_of(std::min(1.0, chain.visits(v)[v]));
        double going = 0;
        if (behaviour.next) {
            for (const auto& [name, share] : behaviour.next->shares) {
                going += share.likely;
                result.transitions.push_back(
                    {own.id, name.value, estimate_of(visits[v] * share.likely)});
                const auto outcome = find_outcome(journey, name.value);
                if (outcome) outcomes[outcome.index()] += visits[v] * share.likely;
            }
        }
        const double left = visits[v] * (going > 1 - 1e-9 ? 0 : 1 - going);
        const double silent = left * (behaviour.silent ? behaviour.silent->likely : 1);
        own.left = estimate_of(left);
        own.ghosted = estimate_of(silent);
        own.causes = split(journey, behaviour, left);
        if (own.reach.estimate > 0)
            own.drop_off = estimate_of(std::min(1.0, left / own.reach.estimate));
        if (behaviour.experience && visits[v] > 0) {
            own.good = estimate_of(behaviour.experience->good.likely);
            own.bad = estimate_of(behaviour.experience->bad.likely);
        }
        ghosted += silent;
        openly += left - silent;
        result.touchpoints.push_back(std::move(own));
    }
    result.stages = stages_of(journey, chain, result.touchpoints);
    result.causes = causes_of(journey, result.touchpoints);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const bool good = counts_as_success(journey, OutcomeId(i));
        if (good) success += outcomes[i];
        result.outcomes.push_back(
            {journey.outcomes[i].id.value, good, good, estimate_of(outcomes[i])});
    }
    result.success = estimate_of(success);
    result.lost = estimate_of(std::max(0.0, 1 - success));
    result.ghosted = estimate_of(ghosted);
    result.left_openly = estimate_of(openly);
    return result;
}

}  // namespace cjm::testing
