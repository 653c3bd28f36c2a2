// Owns: occupancies forward and values backward over a whole chain, component by component.
// Must not know: what the figures of a report are.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "simulate/exact/chain.hpp"
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
    /// Sum over layers and goodwill.
    [[nodiscard]] double total(TouchpointId touchpoint) const;
    void add(const ChainVector& other);

  private:
    std::size_t width_ = 0;
    std::vector<double> numbers_;
};

/// Touchpoints of one loop (or one alone), in the file's order.
struct Component {
    std::vector<TouchpointId> touchpoints;
    bool loops = false;
};

/// Strongly connected components along targets of positive share, each before those it leads to.
[[nodiscard]] std::vector<Component> components_of(const Chain& chain);

/// Which edges a push follows.
enum class Reach : std::uint8_t { everywhere, across_components, inside_components };

/// Solves over one chain by sweeps in the order of its components; inside a loop by GMRES over
/// Gauss-Seidel sweeps. Where a loop's equations cannot be solved to 1e-11 of their right side,
/// `stuck()` names it and the numbers are not to be used. Cost: O(targets x width) where there are
/// no loops, else times some tens of sweeps.
class ChainSolver {
  public:
    explicit ChainSolver(const Chain& chain);

    /// Where the persona's customers start: shares at the start goodwill, no purchases.
    [[nodiscard]] ChainVector start() const;

    /// Touchpoints whose customers go no further, by index; empty: none.
    using Cut = std::vector<bool>;

    /// x = source + x P: expected arrivals (before fading and experience). With `cut`, what arrives
    /// there are first arrivals.
    [[nodiscard]] ChainVector arrivals(ChainVector source, Weighing weighing, const Cut& cut = {});
    /// The same inside one component alone; elsewhere the source is returned unchanged.
    [[nodiscard]] ChainVector arrivals_inside(const Component& component, ChainVector source,
                                              Weighing weighing, const Cut& cut = {});

    /// x P: what arrivals bring to their targets.
    [[nodiscard]] ChainVector pushed(const ChainVector& arrivals, Weighing weighing,
                                     Reach reach = Reach::everywhere, const Cut& cut = {});

    /// h = reward + P h, values of arriving. reward(touchpoint, way): value after the experience,
    /// width numbers, or empty.
    using Reward = std::function<std::span<const double>(TouchpointId, std::size_t)>;
    [[nodiscard]] ChainVector values(const Reward& reward, Weighing weighing);

    [[nodiscard]] const std::vector<Component>& components() const { return components_; }
    [[nodiscard]] const Component& component_of(TouchpointId touchpoint) const {
        return components_[component_of_[touchpoint.index()]];
    }
    [[nodiscard]] const Component* stuck() const { return stuck_; }
    [[nodiscard]] const Chain& chain() const { return *chain_; }

  private:
    struct Sweep;
    void solve_forward(const Component& component, ChainVector& x, Weighing weighing,
                       const Cut& cut);
    void solve_backward(const Component& component, ChainVector& h, Weighing weighing);
    [[nodiscard]] bool same(TouchpointId a, TouchpointId b) const {
        return component_of_[a.index()] == component_of_[b.index()];
    }

    const Chain* chain_;
    VisitPass pass_;
    std::vector<Component> components_;
    std::vector<std::size_t> component_of_,
        position_;  // by touchpoint; position within its component
    const Component* stuck_ = nullptr;
};

}  // namespace cjm::simulate
