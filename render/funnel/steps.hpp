// Owns: what a funnel shows, taken from a journey and its simulation. Must not know: places, sizes,
// colours.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "render/frame/ends.hpp"
#include "simulate/change_result.hpp"
#include "simulate/result.hpp"

namespace cjm::render::funnel {

/// Customers who left for one cause, of all who start.
struct CausePart {
    std::size_t cause = 0;  ///< position in Journey::causes
    Estimate share;
};

/// Customers who went from a step to a lost outcome, of all who start.
struct LostPart {
    std::size_t end = 0;  ///< position in Funnel::ends
    double share = 0;
};

/// When customers first arrive at a touchpoint, days since they started.
struct Arrival {
    double median = 0;           ///< the mean where the result has no quantiles
    double early = 0, late = 0;  ///< when a tenth has arrived, and when nine tenths have
    double reach = 0;            ///< share of all customers who do
};

/// One bar of the funnel: a stage or a touchpoint. Shares are of
/// all customers who start, unless named otherwise.
struct Step {
    std::string id, title;
    std::size_t touchpoints = 1;
    Estimate reach, left, ghosted;
    MaybeEstimate drop_off;                 ///< left / reached
    std::vector<CausePart> causes;          ///< only those above 0, in the journey's order
    std::vector<LostPart> lost;             ///< only those above 0, in the order of the outcomes
    std::vector<Arrival> arrivals;          ///< of its touchpoints that anybody reaches, in order
    std::optional<ChangeKind> change = {};  ///< what a scenario does to it or its touchpoints
    /// By a scenario; of the drop-off of those who come, in points.
    MaybeEstimate reach_difference = {}, drop_off_difference = {};
};

/// Share that went to any lost outcome.
[[nodiscard]] double lost_of(const Step& step);

struct Funnel {
    bool by_stage = false;
    std::vector<Step> steps;  ///< in the file's order
    std::vector<End> ends;
    std::vector<CausePart> causes;  ///< of everybody who left; only those above 0
    double most_lost = 0;           ///< at any step: left, or went to a lost outcome
};

/// by_stage  expects stages in the result (contract). change  none = not compared
[[nodiscard]] Funnel make_steps(const Journey& journey, const SimulationResult& result,
                                bool by_stage, const ChangeResult* change = nullptr);

}  // namespace cjm::render::funnel
