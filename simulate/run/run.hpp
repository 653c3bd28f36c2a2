// Owns: walking many customers, counted over threads or kept as paths. Must not know: what is
// estimated from them, files, clocks.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/kernel/fast_walk.hpp"
#include "simulate/simulate.hpp"
#include "simulate/tally/amounts.hpp"
#include "simulate/tally/tally.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// Worker threads that a run of so many customers uses when `asked` for (0 = as many as the machine
/// has cores): at least 1, at most 256, no more than there is work to share.
[[nodiscard]] unsigned worker_threads(unsigned asked, std::uint64_t customers);

/// Walks customers and counts them.
///
/// returns  their tally, the same for any number of threads, and the sum of the tallies of the
/// range's
///          parts; none where `control.stop` was set, within a few thousand steps of it
/// throws   what a worker threw (no memory, a broken contract), after all have ended
/// cost     O(visits) time; memory for one tally per thread, whatever the number of customers
[[nodiscard]] std::optional<Tally> tally_customers(const CompiledJourney& journey,
                                                   const Amounts& amounts, std::uint64_t seed,
                                                   CustomerRange customers, unsigned threads,
                                                   const RunControl& control = {});

/// The paths of some customers, one after the other, the same that a tally of them counts. Their
/// targets are named by `journey.transitions`. Memory O(visits).
[[nodiscard]] std::vector<Path> walk_paths(const CompiledJourney& journey, std::uint64_t seed,
                                           CustomerRange customers);

}  // namespace cjm::simulate
