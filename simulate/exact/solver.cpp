#include "simulate/exact/solver.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "simulate/exact/fixed_point.hpp"

namespace cjm::simulate {
namespace {

constexpr double wanted = 1e-15;      // relative residual that GMRES aims at
constexpr double acceptable = 1e-11;  // beyond this the solution is refused
constexpr int most_sweeps = 20'000;

bool is_cut(const ChainSolver::Cut& cut, TouchpointId touchpoint) {
    return !cut.empty() && cut[touchpoint.index()];
}

}  // namespace

double ChainVector::total(TouchpointId touchpoint) const {
    double sum = 0;
    for (const double number : at(touchpoint)) sum += number;
    return sum;
}

void ChainVector::add(const ChainVector& other) {
    CJM_EXPECTS(numbers_.size() == other.numbers_.size());
    for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i] += other.numbers_[i];
}

ChainSolver::ChainSolver(const Chain& chain)
    : chain_(&chain),
      pass_(chain),
      components_(components_of(chain)),
      component_of_(chain.visits.size()),
      position_(chain.visits.size()) {
    for (std::size_t c = 0; c < components_.size(); ++c)
        for (std::size_t i = 0; i < components_[c].touchpoints.size(); ++i) {
            component_of_[components_[c].touchpoints[i].index()] = c;
            position_[components_[c].touchpoints[i].index()] = i;
        }
}

ChainVector ChainSolver::start() const {
    ChainVector source(*chain_);
    for (const auto& [touchpoint, share] : chain_->start)
        source.at(touchpoint)[chain_->start_level] += share;
    return source;
}

ChainVector ChainSolver::arrivals(ChainVector source, Weighing weighing, const Cut& cut) {
    for (const Component& component : components_) {
        solve_forward(component, source, weighing, cut);
        for (const TouchpointId from : component.touchpoints) {
            if (is_cut(cut, from)) continue;
            pass_.forward(from, source.at(from), weighing, [&](const ChainEdge& edge) {
                const bool out = edge.touchpoint && !same(edge.touchpoint, from);
                return out ? source.at(edge.touchpoint) : std::span<double>();
            });
        }
    }
    return source;
}

ChainVector ChainSolver::arrivals_inside(const Component& component, ChainVector source,
                                         Weighing weighing, const Cut& cut) {
    solve_forward(component, source, weighing, cut);
    return source;
}

ChainVector ChainSolver::pushed(const ChainVector& arrivals, Weighing weighing, Reach reach,
                                const Cut& cut) {
    ChainVector targets(*chain_);
    for (std::size_t t = 0; t < chain_->visits.size(); ++t) {
        const TouchpointId from(t);
        if (is_cut(cut, from)) continue;
        pass_.forward(from, arrivals.at(from), weighing, [&](const ChainEdge& edge) {
            if (!edge.touchpoint) return std::span<double>();
            const bool inside = same(edge.touchpoint, from);
            const bool skip = (reach == Reach::across_components && inside) ||
                              (reach == Reach::inside_components && !inside);
            return skip ? std::span<double>() : targets.at(edge.touchpoint);
        });
    }
    return targets;
}

/// Gauss-Seidel inside one component, on vectors that hold its touchpoints one after the other.
/// With P = L + U, L leading to later touchpoints of the component: forward, (I - L)^-1 b, and the
/// operator (I - L)^-1 U.
struct ChainSolver::Sweep {
    ChainSolver& solver;
    const Component& component;
    Weighing weighing;
    const Cut& cut;

    [[nodiscard]] std::size_t width() const { return solver.chain_->shape.width(); }
    template <class Numbers>
    [[nodiscard]] auto part(Numbers numbers, std::size_t i) const {
        return numbers.subspan(i * width(), width());
    }

    /// Adds what touchpoint i of `from` brings to those of `to` that come later (or to those that
    /// do not).
    void push(std::size_t i, std::span<const double> from, std::span<double> to, bool later) const {
        const TouchpointId here = component.touchpoints[i];
        if (is_cut(cut, here)) return;
        solver.pass_.forward(here, part(from, i), weighing, [&](const ChainEdge& edge) {
            if (!edge.touchpoint || !solver.same(edge.touchpoint, here)) return std::span<double>();
            const std::size_t j = solver.position_[edge.touchpoint.index()];
            return (j > i) == later ? part(to, j) : std::span<double>();
        });
    }

    /// numbers = (I - L)^-1 numbers
    void sweep(std::span<double> numbers) const {
        for (std::size_t i = 0; i + 1 < component.touchpoints.size(); ++i)
            push(i, numbers, numbers, true);
    }

    void apply(std::span<const double> in, std::span<double> out) const {
        std::fill(out.begin(), out.end(), 0.0);
        for (std::size_t i = 0; i < component.touchpoints.size(); ++i) push(i, in, out, false);
        sweep(out);
    }

    /// Values: h of touchpoint i from those of later ones in `later` and of the others in `others`
    /// (empty: 0).
    void pull(std::size_t i, std::span<const double> later, std::span<const double> others,
              std::span<double> value) const {
        const TouchpointId here = component.touchpoints[i];
        solver.pass_.backward(
            here, weighing, [](std::size_t) { return std::span<const double>(); },
            [&](const ChainEdge& edge) {
                if (!edge.touchpoint || !solver.same(edge.touchpoint, here))
                    return std::span<const double>();
                const std::size_t j = solver.position_[edge.touchpoint.index()];
                const auto& from = j > i ? later : others;
                return from.empty() ? from : part(from, j);
            },
            value);
    }

    void apply_values(std::span<const double> in, std::span<double> out) const {
        for (std::size_t i = component.touchpoints.size(); i-- > 0;) pull(i, out, in, part(out, i));
    }
};

void ChainSolver::solve_forward(const Component& component, ChainVector& x, Weighing weighing,
                                const Cut& cut) {
    if (!component.loops) return;
    const Sweep sweep{*this, component, weighing, cut};
    std::vector<double> b;
    for (const TouchpointId touchpoint : component.touchpoints)
        b.insert(b.end(), x.at(touchpoint).begin(), x.at(touchpoint).end());
    sweep.sweep(b);
    const auto found = solve_fixed_point(
        [&](std::span<const double> in, std::span<double> out) { sweep.apply(in, out); }, b, wanted,
        most_sweeps);
    if (!(found.residual <= acceptable)) stuck_ = &component;
    for (std::size_t i = 0; i < component.touchpoints.size(); ++i) {
        const auto part = sweep.part(std::span(found.x), i);
        std::copy(part.begin(), part.end(), x.at(component.touchpoints[i]).begin());
    }
}

void ChainSolver::solve_backward(const Component& component, ChainVector& h, Weighing weighing) {
    // on entry h is what the way out of the component is worth, reward included
    if (!component.loops) return;
    const Cut uncut;
    const Sweep sweep{*this, component, weighing, uncut};
    std::vector<double> b;
    for (const TouchpointId touchpoint : component.touchpoints)
        b.insert(b.end(), h.at(touchpoint).begin(), h.at(touchpoint).end());
    // (I - L)^-1 b, from the last touchpoint back
    std::vector<double> inside(chain_->shape.width());
    for (std::size_t i = component.touchpoints.size(); i-- > 0;) {
        sweep.pull(i, b, {}, inside);
        const auto part = sweep.part(std::span(b), i);
        for (std::size_t k = 0; k < part.size(); ++k) part[k] += inside[k];
    }
    const auto found = solve_fixed_point(
        [&](std::span<const double> in, std::span<double> out) { sweep.apply_values(in, out); }, b,
        wanted, most_sweeps);
    if (!(found.residual <= acceptable)) stuck_ = &component;
    for (std::size_t i = 0; i < component.touchpoints.size(); ++i) {
        const auto part = sweep.part(std::span(found.x), i);
        std::copy(part.begin(), part.end(), h.at(component.touchpoints[i]).begin());
    }
}

ChainVector ChainSolver::values(const Reward& reward, Weighing weighing) {
    ChainVector h(*chain_);
    for (std::size_t c = components_.size(); c-- > 0;) {
        const Component& component = components_[c];
        for (const TouchpointId here : component.touchpoints)
            pass_.backward(
                here, weighing, [&](std::size_t way) { return reward(here, way); },
                [&](const ChainEdge& edge) {
                    const bool out = edge.touchpoint && !same(edge.touchpoint, here);
                    return out ? std::span<const double>(std::as_const(h).at(edge.touchpoint))
                               : std::span<const double>();
                },
                h.at(here));
        solve_backward(component, h, weighing);
    }
    return h;
}

}  // namespace cjm::simulate
