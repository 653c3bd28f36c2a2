// Owns: what a sensitivity analysis varies: each uncertain value by itself, and what the model
// assumes of everybody. Must not know: what the journey makes of it.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "journey/model.hpp"

namespace cjm::simulate {

/// Ends of an uncertain value.
inline constexpr double low_end = 0.1, high_end = 0.9;
/// Ends of how many good moments outweigh a bad one, widened to what the journey says.
inline constexpr double least_bad_to_good = 1, most_bad_to_good = 25;
/// Ends of the hazard ratio, widened likewise: at 1 goodwill does not matter, at 4 its default
/// matters twice as much.
inline constexpr double least_hazard_ratio = 1, most_hazard_ratio = 4;

struct VariedInput {
    std::string path;
    bool assumption = false;
    bool days = false;  ///< whether it is a duration
    double likely = 0, low = 0, high = 0;
    std::string drawn_as;   ///< path of the DrawnInput; empty for an assumption
    std::size_t place = 0;  ///< among its values
};

/// Uncertain values in the order of the model: `[low, likely, high]` from p10 to p90 of its PERT
/// law; of `counts` the share of every name (of two the first) from p10 to p90 of its Beta law.
/// Then what the model assumes: the ratio of bad to good where something good counts, the hazard
/// ratio where the file does not make it an uncertain value.
///
/// asked  as_is with scenario and stretch applied: what is no part of it is left out
[[nodiscard]] std::vector<VariedInput> varied_inputs(const Journey& as_is, const Journey& asked);

/// The first scenario with uncertain values that `asked` leaves out, what it costs once aside;
/// empty where there is none.
[[nodiscard]] std::string scenario_left_out(const Journey& as_is, const Journey& asked);

/// The journey with one value set, all others left as likely. Other names of counts keep their
/// proportions; shares that then sum to too much are scaled as in draw_parameters().
[[nodiscard]] Journey with_value(const Journey& as_is, const VariedInput& input, double value);

}  // namespace cjm::simulate
