// Owns: after which silences a firm might call a customer a ghost. Must not know: customers, walks.
#pragma once
#include <vector>

namespace cjm::simulate {

/// Waits that people think in, from one day up to and with the horizon (from one hour where the
/// horizon is below three days), and `ghost_after_days` itself, however long.
///
/// returns  days, ascending, each once; about 15 for a year
[[nodiscard]] std::vector<double> observer_waits(double horizon_days, double ghost_after_days);

}  // namespace cjm::simulate
