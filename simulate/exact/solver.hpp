// Owns: occupancies forward and values backward over a whole chain, component by component.
// Must not know: what the figures of a report are.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "simulate/exact/chain.hpp"
#include "simulate/exact/loop.hpp"
#include "simulate/exact/pass.hpp"

namespace cjm::simulate {

/// A number for every (touchpoint, layer, goodwill): touchpoint by touchpoint, Chain::shape.width()
/// numbers each.
class ChainVector {
  public:
    ChainVector() = default;
    explicit ChainVector(const Chain& chain)
        : width_(chain.shape.width()), numbers_(chain.visits.size() * width_) {}
    [[nodiscard]] std::span<double> at(TouchpointId touchpoint) {
        return std::span(numbers_).subspan(touchpoint.index() * width_, width_);
    }
    [[nodiscard]] std::span<const double> at(TouchpointId touchpoint) const {
        return std::span(numbers_).subspan(touchpoint.index() * width_, width_);
    }
    /// Sum over layers and goodwill, of one touchpoint or of all.
    [[nodiscard]] double total(TouchpointId touchpoint) const;
    [[nodiscard]] double total() const;
    void add(const ChainVector& other);

  private:
    std::size_t width_ = 0;
    std::vector<double> numbers_;
};

/// Strongly connected components along targets of positive share, each before those it leads to.
[[nodiscard]] std::vector<Component> components_of(const Chain& chain);

/// Which edges a push follows.
enum class Reach : std::uint8_t { everywhere, across_components };

/// Solves over one chain component by component, inside loops by LoopSolver. Where a loop's
/// equations cannot be solved, `stuck()` names it and the numbers are not to be used. Cost:
/// O(targets x width) where there are no loops, else times some tens of sweeps.
class ChainSolver {
  public:
    explicit ChainSolver(const Chain& chain);
    ChainSolver(const ChainSolver&) = delete;  // its parts point at each other
    ChainSolver& operator=(const ChainSolver&) = delete;

    /// Where the persona's customers start: shares at the start goodwill, no purchases.
    [[nodiscard]] ChainVector start() const;

    /// x = source + x P: expected arrivals (before fading and experience). With `cut`, what arrives
    /// there are first arrivals.
    [[nodiscard]] ChainVector arrivals(ChainVector source, Weighing weighing, const Cut& cut = {});

    /// First arrivals at the cut, right there alone, given the arrivals of the uncut chain. Cost:
    /// only the components from the cut's first to its last one are solved.
    [[nodiscard]] ChainVector first_arrivals(const ChainVector& arrivals, const Cut& cut);

    /// x P: what arrivals bring to their targets.
    [[nodiscard]] ChainVector pushed(const ChainVector& arrivals, Weighing weighing,
                                     Reach reach = Reach::everywhere);

    /// h = reward + P h, values of arriving. reward(touchpoint, way): value after the experience,
    /// width numbers, or empty.
    using Reward = std::function<std::span<const double>(TouchpointId, std::size_t)>;
    [[nodiscard]] ChainVector values(const Reward& reward, Weighing weighing);
    /// Brings the values of one component up to date, given those of later ones.
    void revalue(std::size_t component, const Reward& reward, Weighing weighing, ChainVector& h);

    /// h = worth + P h, the mirror image of arrivals(): on entry what an arrival is worth by
    /// itself. Touchpoints of the cut are worth that alone, whatever follows.
    [[nodiscard]] ChainVector values(ChainVector worth, Weighing weighing, const Cut& cut = {});

    [[nodiscard]] const std::vector<Component>& components() const { return components_; }
    [[nodiscard]] std::size_t component_of(TouchpointId touchpoint) const {
        return component_of_[touchpoint.index()];
    }
    /// To solve inside a component without the rest.
    [[nodiscard]] LoopSolver& loop(std::size_t component) { return loops_[component]; }
    [[nodiscard]] const Component* stuck() const;
    [[nodiscard]] const Chain& chain() const { return *chain_; }
    [[nodiscard]] VisitPass& pass() { return pass_; }

    /// The numbers of a component's touchpoints, one after the other, and back.
    [[nodiscard]] std::vector<double> gather(std::size_t component, const ChainVector& x) const;
    void spread(std::size_t component, std::span<const double> numbers, ChainVector& x) const;

  private:
    void solve_arrivals(std::size_t component, ChainVector& x, Weighing weighing, const Cut& cut);
    void solve_values(std::size_t component, ChainVector& h, Weighing weighing, const Cut& cut);
    void value_ways_out(TouchpointId here, const Reward& reward, Weighing weighing,
                        const ChainVector& h, std::span<double> value);

    const Chain* chain_;
    VisitPass pass_;
    std::vector<Component> components_;
    std::vector<LoopSolver> loops_;          // by component
    std::vector<std::size_t> component_of_;  // by touchpoint
};

}  // namespace cjm::simulate
