// Owns: the absorbing Markov chain over (touchpoint, purchases, goodwill) of one persona, as flat
// rows. Must not know: solvers, random numbers.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "simulate/exact/laplace.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

/// One target of a way.
struct ChainEdge {
    TransitionId transition;
    TouchpointId touchpoint;  ///< none where the target is an outcome
    OutcomeId outcome;        ///< none where the target is a touchpoint
    double share = 0;         ///< of those who go on, in [0, 1]
    double arrive = 1;        ///< of those who set out, the share whose patience lasts
    double arrive_days = 0;   ///< E[days on the way; arrives] per customer who sets out
    double discounted = 1;    ///< E[exp(-rho days on the way); arrives] per customer who sets out
    bool friction = false;
};

struct ChainWay {
    std::size_t row = 0;  ///< into Chain::stay and Chain::hazard_scale, in rows of `levels`
    std::vector<ChainEdge> edges;
};

struct ChainVisit {
    std::array<double, 3> chance{};      ///< by Experience
    std::array<std::int64_t, 3> step{};  ///< goodwill points, by Experience
    std::array<std::size_t, 3> way{};    ///< into ways, by Experience
    bool purchase = false;               ///< the visit has revenue
    std::vector<ChainWay> ways;
};

/// Goodwill in layers: a vector over one touchpoint holds `width` numbers, layer by layer
/// (purchases so far: 0, 1, 2 or more where layers are 3; all together where layers are 1),
/// goodwill from floor to ceiling in each.
struct ChainShape {
    std::size_t levels = 1, layers = 1;
    std::int64_t floor = 0;
    [[nodiscard]] std::size_t width() const { return levels * layers; }
    [[nodiscard]] std::size_t level(std::int64_t goodwill) const {
        return static_cast<std::size_t>(goodwill - floor);
    }
};

/// The chain of one persona.
struct Chain {
    ChainShape shape;
    std::vector<std::size_t> faded;  ///< level after fading, by level; empty: no fade
    std::vector<double> stay;        ///< share that goes on, by row and level
    std::vector<double>
        dissatisfied;  ///< of those who leave, the share out of dissatisfaction, by row and level
    std::vector<ChainVisit> visits;  ///< by touchpoint
    std::int64_t friction = 0;       ///< goodwill points, <= 0
    std::vector<std::pair<TouchpointId, double>> start;
    std::size_t start_level = 0;
};

/// Which experiences customers have at a touchpoint.
enum class Forced : std::uint8_t { as_is, all_good, all_bad };

/// journey           as resolved; waits and patience become their transforms
/// layers            1, or 3 to tell purchases apart
/// discount_per_day  rho >= 0 of ChainEdge::discounted
/// cost              O(touchpoints x (levels + targets))
[[nodiscard]] Chain build_chain(const ResolvedJourney& journey, PersonaId persona,
                                std::size_t layers, double discount_per_day);

/// The chain with every experience at a touchpoint forced.
void force(Chain& chain, TouchpointId touchpoint, Forced forced);

/// The chain of those who have not yet switched channels at the price of friction: such an edge
/// leads nowhere. Whether there is one.
bool end_at_switches(Chain& chain);

}  // namespace cjm::simulate
