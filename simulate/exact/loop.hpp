// Owns: solving inside one loop of a chain. Must not know: the rest of the chain.
#pragma once
#include <span>
#include <vector>

#include "simulate/exact/chain.hpp"
#include "simulate/exact/pass.hpp"

namespace cjm::simulate {

/// Touchpoints of one loop (or one alone), in the order in which they are swept.
struct Component {
    std::vector<TouchpointId> touchpoints;
    bool loops = false;
    std::vector<std::size_t> returns;  ///< positions that edges from the same or later ones lead to
};

/// Touchpoints whose customers go no further, by index; empty: none.
using Cut = std::vector<bool>;

/// Solves inside a loop, on vectors that hold its touchpoints one after the other,
/// Chain::shape.width() numbers each. With P = L + U, L leading to later touchpoints, one sweep
/// applies (I - L)^-1; what returns, z = U x, solves z = U (I - L)^-1 (b + z), by GMRES on the
/// returns alone, which are few.
class LoopSolver {
  public:
    /// All must outlive the solver; `pass` is of `chain`.
    LoopSolver(const Chain& chain, const Component& component, VisitPass& pass);

    /// numbers = numbers + numbers P: on entry what comes in, after it all arrivals.
    void arrivals(std::span<double> numbers, Weighing weighing, const Cut& cut);
    /// Adds what arrivals bring to the loop's touchpoints.
    void push(std::span<const double> arrivals, Weighing weighing, const Cut& cut,
              std::span<double> targets);
    /// numbers = numbers + P numbers: on entry what the ways out are worth. Touchpoints of the cut
    /// keep what they are worth.
    void values(std::span<double> numbers, Weighing weighing, const Cut& cut);

    /// Whether all that was asked could be solved to 1e-12 of its size.
    [[nodiscard]] bool settled() const { return settled_; }

    template <class Numbers>
    [[nodiscard]] auto part(Numbers numbers, std::size_t position) const {
        return numbers.subspan(position * width_, width_);
    }
    [[nodiscard]] std::size_t size() const { return component_->touchpoints.size() * width_; }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void sweep(std::span<double> numbers, Weighing weighing, const Cut& cut,
               std::span<double> returning);
    void sweep_back(std::span<double> numbers, Weighing weighing, const Cut& cut,
                    std::span<const double> returning);
    void spread(std::span<const double> returning, std::span<double> numbers) const;
    void gather(std::span<const double> numbers, std::span<double> returning) const;
    void judge(std::span<const double> wanted, std::span<const double> found);

    const Chain* chain_;
    const Component* component_;
    VisitPass* pass_;
    std::size_t width_;
    std::vector<std::size_t> position_;  // by touchpoint; none: outside
    std::vector<std::size_t> slot_;      // by position: among the returns; none: no return
    std::vector<double> scratch_, inside_;
    bool settled_ = true;
};

}  // namespace cjm::simulate
