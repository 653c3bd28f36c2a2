// Owns: what drawing the uncertain values says, as plain structs. Must not know: how values are
// drawn, formats.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"

namespace cjm {

/// A figure at the likely values and averaged over what the author does not know.
struct UncertainFigure {
    std::string quantity;  ///< "success", "lost", …, the name of the JSON field
    bool is_share = false;
    Estimate at_likely;  ///< as the simulation says; exact where the draws were solved exactly
    Estimate averaged;   ///< mean over the draws, with the error of so many draws
    double input_deviation = 0;  ///< standard deviation over draws, sampling noise taken out
    /// The interval that holds the figure with the run's confidence, as far as the inputs decide
    /// it.
    double input_low = 0, input_high = 0;
};

/// Which share of a figure's variance an uncertain input accounts for by itself.
struct InputShare {
    Estimate share;                           ///< first-order sensitivity index, in [0, 1]
    double p_value = 1;                       ///< of an input that would not move the figure at all
    bool moves = false;                       ///< told from such an input, all inputs considered
    std::size_t rank_low = 1, rank_high = 1;  ///< 1 = the most; equal where not told apart
};

struct UncertainInput {
    std::string path;                           ///< such as "touchpoint.book.wait.phone.mean"
    std::optional<InputShare> success, margin;  ///< none: too few draws, or it does not vary
};

/// Drawn shares that summed to too much, and in how many draws.
struct ScaledShares {
    std::string path;
    std::uint64_t draws = 0;
};

struct UncertaintyResult {
    std::uint64_t draws = 0;               ///< asked for
    std::uint64_t impossible = 0;          ///< of them left out: a loop nobody can leave
    std::uint64_t customers_per_draw = 0;  ///< 0: each draw was solved exactly
    std::uint64_t scaled = 0;              ///< draws in which some shares had to be scaled
    std::vector<ScaledShares> scaled_shares;
    std::uint64_t draws_to_rank = 0;       ///< the fewest with which the inputs are ranked
    std::vector<UncertainFigure> figures;  ///< empty where nothing is uncertain
    std::vector<UncertainInput> inputs;    ///< in the order of the model
    /// What the inputs account for one by one; the rest is due to several together.
    std::optional<double> success_together, margin_together;
};

}  // namespace cjm
