// Owns: a workload ready to be walked by the engine and by the straightforward walker, and the
// check that both walk the same journey. Must not know: clocks.
#pragma once
#include <cstdint>
#include <string>

#include "simulate/compile.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"
#include "simulate/tally/path_counter.hpp"

namespace cjm::bench {

/// A journey in the forms that the two walkers start from.
struct Workload {
    std::string name;
    simulate::ResolvedJourney resolved;
    simulate::CompiledJourney compiled;
    simulate::Amounts amounts;
};

/// Reads tests/data/NAME.toml of the source tree. throws std::runtime_error where it cannot be read
/// or has errors
[[nodiscard]] Workload load_workload(const std::string& name);

/// The same from any file.
[[nodiscard]] Workload load_workload_file(const std::string& path);

/// Customers through the engine on one thread, with all statistics.
[[nodiscard]] simulate::Tally walk_with_engine(const Workload& workload, std::uint64_t seed,
                                               std::uint64_t customers);

[[nodiscard]] std::uint64_t steps_of(const simulate::Tally& tally);

/// Walks so many customers both ways and compares the share of successes, of ghosts, of open
/// leavers, and the visits a customer, each within 5 standard errors of the difference.
///
/// returns  a line for each figure that differs by more; empty = they agree. 8 comparisons of z
///          against 5 raise a false alarm in 5 of a million runs; a yardstick of 100,000 customers
///          that got a share of 0.3 wrong by 0.013 would be caught
[[nodiscard]] std::string disagreements(const Workload& workload, std::uint64_t customers);

}  // namespace cjm::bench
