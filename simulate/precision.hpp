// Owns: how many customers a wanted precision takes, and walking them. Must not know: what is
// estimated beside the success rate, files, clocks.
#pragma once
#include <cstdint>
#include <optional>

#include "base/interval.hpp"
#include "simulate/compile.hpp"
#include "simulate/result.hpp"
#include "simulate/simulate.hpp"
#include "simulate/tally/path_counter.hpp"
#include "simulate/tally/tally.hpp"

namespace cjm::simulate {

/// Customers at the first look, and the most that are ever walked: 2^12 and 2^40. Looks in between
/// are doublings.
inline constexpr std::uint64_t first_look = std::uint64_t{1} << 12U;
inline constexpr std::uint64_t last_look = std::uint64_t{1} << 40U;

/// Customers of a tally who succeeded.
[[nodiscard]] std::uint64_t successes_of(const Tally& tally, const CompiledJourney& journey);

/// Half the width of Wilson's interval of the success rate.
[[nodiscard]] double success_half_width(std::uint64_t successes, std::uint64_t customers,
                                        const Confidence& confidence);

/// The look at which the interval is at most +-`precision` wide whatever the success rate is: an
/// upper bound of what `tally_to_precision` walks.
[[nodiscard]] std::uint64_t most_customers_for(double precision, const Confidence& confidence);

/// Walks customers 0, 1, 2, … until the interval of the success rate is at most +-`precision`
/// wide, looking at 2^12, 2^13, 2^14, … customers only.
///
/// settings  seed, threads and confidence are used; `precision` must be given, in (0, 1)
/// returns   the tally of all of them, the same for any number of threads and the same as that of a
///           run with so many customers; none where `control.stop` was set
/// cost      O(visits), at most twice what is needed
/// source    docs/explanation/uncertainty.md
[[nodiscard]] std::optional<Tally> tally_to_precision(const CompiledJourney& journey,
                                                      const Amounts& amounts,
                                                      const RunSettings& settings,
                                                      const RunControl& control);

}  // namespace cjm::simulate
