// Owns: one persona's customers pushed forward in time over a grid of ticks, tick by tick. Must not
// know: what is counted, how good the grid is.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "simulate/exact/chain.hpp"
#include "simulate/exact/solver.hpp"
#include "simulate/exact/wait_lattice.hpp"

namespace cjm::simulate {

/// Which waits customers get over.
enum class Ways : std::uint8_t { all, atoms_only };

/// A persona's chain with every wait on ticks. Edges are numbered touchpoint by touchpoint, way by
/// way, as they stand in the chain; ways likewise.
class HorizonGrid {
  public:
    struct Edge {
        TouchpointId from;
        std::size_t way = 0;  ///< number of the way
        ChainEdge target;
        WaitLattice wait;
    };

    /// chain  of this persona
    /// ticks  > 0; the horizon is at the last tick
    HorizonGrid(const ResolvedJourney& journey, PersonaId persona, Chain chain, std::size_t ticks,
                Ways ways);

    [[nodiscard]] const Chain& chain() const { return chain_; }
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
    [[nodiscard]] std::size_t ticks() const { return ticks_; }
    [[nodiscard]] double tick_days() const { return tick_days_; }
    [[nodiscard]] std::size_t way_count() const { return first_way_.back(); }
    [[nodiscard]] double visits_cost() const { return visits_cost_; }
    /// Number of a touchpoint's first way.
    [[nodiscard]] std::size_t first_way(TouchpointId touchpoint) const {
        return first_way_[touchpoint.index()];
    }

  private:
    Chain chain_;
    std::vector<Edge> edges_;
    std::vector<std::size_t> first_way_;
    std::size_t ticks_;
    double tick_days_, visits_cost_;
};

/// The push itself. Memory: ways x ticks x width numbers.
class HorizonWalk {
  public:
    using Touchpoints = std::vector<bool>;

    /// followed  touchpoints whose arrivals are wanted; others are left out (empty: all)
    /// cut       touchpoints whose customers go no further (empty: none)
    HorizonWalk(const HorizonGrid& grid, Touchpoints followed, Touchpoints cut);

    /// Calls `seen` with the arrivals of each tick, from 0 to the horizon. False where the loops
    /// within one tick could not be solved.
    [[nodiscard]] bool run(
        const std::function<void(std::size_t tick, const ChainVector& arrivals)>& seen);

    /// After run(): of a way, those who go on at a tick; empty where nobody does.
    [[nodiscard]] std::span<const double> going(std::size_t way, std::size_t tick) const;

  private:
    [[nodiscard]] bool follows(TouchpointId touchpoint) const {
        return followed_.empty() || followed_[touchpoint.index()];
    }
    [[nodiscard]] Chain within_a_tick() const;
    [[nodiscard]] bool arrive(std::size_t tick, ChainVector& coming, ChainVector& arrivals);
    bool arrive_in_loop(std::size_t tick, const Component& component, ChainVector& coming,
                        ChainVector& arrivals);
    void push(std::size_t tick, TouchpointId touchpoint, std::span<const double> here,
              ChainVector& arrivals, ChainVector& coming, Reach reach);
    void keep_going(std::size_t tick, std::size_t way, std::span<const double> on);
    void pull(const HorizonGrid::Edge& edge, std::size_t tick, ChainVector& arrivals);

    const HorizonGrid& grid_;
    Touchpoints followed_, cut_;
    Chain now_;  ///< edges followed by those whose wait ends in the tick where it began
    ChainSolver solver_;
    VisitPass pass_;
    std::vector<std::vector<double>> going_;  ///< by way, tick by tick
    std::vector<std::size_t> first_tick_;     ///< by way: when somebody goes on first
    std::vector<double> sum_, here_;
};

/// What a walk over a grid costs, in multiplications: known before, so that nobody needs a clock.
[[nodiscard]] double walk_cost(const HorizonGrid& grid);

/// The part of it that can be told before the grid is made.
[[nodiscard]] double visits_cost(const ResolvedJourney& journey, std::size_t layers,
                                 std::size_t ticks);

}  // namespace cjm::simulate
