// Owns: the one call from a checked journey to a result. Must not know: files, streams, clocks.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>

#include "journey/model.hpp"
#include "simulate/kernel/instruction_set.hpp"
#include "simulate/result.hpp"

namespace cjm::simulate {

/// How a caller watches and stops a long run.
struct RunControl {
    const std::atomic<bool>* stop = nullptr;  ///< set it to end the run early
    /// Called from worker threads, now and then, never two at a time; the numbers never fall.
    std::function<void(std::uint64_t customers_done)> progress;
    /// Called before the walk where the number of customers is not settled: how many at most.
    std::function<void(std::uint64_t customers_at_most)> expect;
    /// What the walk may use; none = the best this machine has. It changes the speed alone.
    std::optional<InstructionSet> instruction_set;
};

/// Walks `settings.customers` customers through the journey, or as many as `settings.precision`
/// takes, and estimates what section 3 of the model page asks.
///
/// journey   checked without errors; a scenario is already applied (journey/scenario.hpp)
/// returns   the result, its settings with the number of customers walked; none where
/// `control.stop` was set. The seconds of `timing` are left 0 for the caller. cost      O(customers
/// x visits); memory does not grow with the number of customers.
///           The same journey, seed and number of customers give the same figures for any number of
///           threads.
[[nodiscard]] std::optional<SimulationResult> simulate(const Journey& journey,
                                                       const RunSettings& settings,
                                                       const RunControl& control = {});

}  // namespace cjm::simulate
