// Owns: what the author does not know, drawn: a journey whose uncertain values and counts are
// replaced by certain ones. Must not know: what is simulated with it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "journey/model.hpp"

namespace cjm::simulate {

/// One thing that is uncertain, as one draw drew it.
struct DrawnInput {
    std::string path;  ///< such as "touchpoint.book.wait.phone.mean"
    /// The value less its mean and over its standard deviation; of `counts` the drawn share of each
    /// name but the last, which follows from the others.
    std::vector<double> coordinates;
    std::vector<double> values;  ///< as drawn, before scaling; of `counts` the share of every name
};

struct ParameterDraw {
    Journey journey;                  ///< without uncertain values and counts
    std::vector<DrawnInput> inputs;   ///< in the order of the model, the same in every draw
    std::vector<std::string> scaled;  ///< paths whose drawn shares had to be scaled
};

/// Draws every uncertain value of a journey and of its scenarios anew.
///
/// journey  as written, no scenario applied: draw first, then `each`, then replacements
/// draw     number of the draw; a value depends on (seed, draw, key path) alone, so that what is
///          uncertain elsewhere, and which scenario is applied, moves no draw
/// values   `[low, likely, high]`: low + (high - low) B, B ~ Beta(1 + 4 (likely - low) / (high -
/// low),
///          1 + 4 (high - likely) / (high - low)), by inversion; `counts`: gamma variables of shape
///          count + 0.5, one a name, over their sum, which is the Dirichlet distribution
/// scaled   `next` and good + bad summing to more than 1 are scaled to 1, the shares of personas
/// and
///          starts to sum 1; bounds of a wait that were drawn in the wrong order change places
/// cost     O(journey), some microseconds a value
/// source   model page, section 1; Clark 1962 (PERT); Devroye 1986, XI.4 (Dirichlet)
[[nodiscard]] ParameterDraw draw_parameters(const Journey& journey, std::uint64_t seed,
                                            std::uint64_t draw);

}  // namespace cjm::simulate
