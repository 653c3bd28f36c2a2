// Owns: looking for the best use of a budget as the command line asks. Must not know: how sets of
// scenarios are judged.
#pragma once
#include <string>
#include <vector>

#include "cli/compare_run.hpp"

namespace cjm::cli {

/// Adds the best set of scenarios within the budget to a comparison.
///
/// scenarios  that may be bought, as asked for ("a+b" apart); empty = all of the file
void spend_budget(const ComparedFiles& compared, const std::vector<std::string>& scenarios,
                  double limit, const RunSettings& settings, ComparisonResult& result);

}  // namespace cjm::cli
