// Owns: one draw of the uncertain values and its figures; many of them over threads. Must not know:
// what is made of them.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulate/result.hpp"
#include "simulate/uncertainty/draw.hpp"
#include "simulate/uncertainty/totals.hpp"
#include "simulate/uncertainty/uncertainty.hpp"

namespace cjm::simulate {

/// How a journey is run: customers to walk, or none to solve it exactly.
struct DrawnSettings {
    std::uint64_t seed = 1;
    std::uint64_t customers_per_draw = 0;  ///< 0: exactly
};

/// The figures of a journey; none where nobody can leave it or its equations cannot be solved.
///
/// first  number of the first customer
[[nodiscard]] std::optional<Totals> figures_of(const Journey& journey, std::uint64_t first,
                                               const DrawnSettings& settings,
                                               const RunControl& control);

/// One draw.
struct DrawnRun {
    std::vector<double> coordinates;  ///< of its inputs, one after the other
    std::optional<Totals> figures;    ///< none: impossible
};

struct DrawnRuns {
    std::vector<DrawnInput> inputs;                      ///< of the first draw: all have the same
    std::vector<DrawnRun> runs;                          ///< in the order of draws
    std::uint64_t scaled = 0;                            ///< draws in which shares had to be scaled
    std::map<std::string, std::uint64_t> scaled_shares;  ///< by path, in how many
};

/// `draws` of them, the same whatever the number of threads; none where stopped.
[[nodiscard]] std::optional<DrawnRuns> run_draws(const UncertainJourney& journey,
                                                 std::uint64_t draws, const DrawnSettings& settings,
                                                 unsigned threads, const RunControl& control);

}  // namespace cjm::simulate
