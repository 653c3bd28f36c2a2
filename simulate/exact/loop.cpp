#include "simulate/exact/loop.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "simulate/exact/fixed_point.hpp"

namespace cjm::simulate {
namespace {

constexpr double wanted = 1e-15;      // relative residual that GMRES aims at
constexpr double acceptable = 1e-12;  // beyond this the solution is refused
constexpr int most_sweeps = 20'000;

bool is_cut(const Cut& cut, TouchpointId touchpoint) {
    return !cut.empty() && cut[touchpoint.index()];
}

bool is_zero(std::span<const double> numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](double number) { return number == 0; });
}

}  // namespace

LoopSolver::LoopSolver(const Chain& chain, const Component& component, VisitPass& pass)
    : chain_(&chain),
      component_(&component),
      pass_(&pass),
      width_(chain.shape.width()),
      position_(chain.visits.size(), none),
      slot_(component.touchpoints.size(), none),
      scratch_(size()),
      inside_(width_) {
    for (std::size_t i = 0; i < component.touchpoints.size(); ++i)
        position_[component.touchpoints[i].index()] = i;
    for (std::size_t k = 0; k < component.returns.size(); ++k) slot_[component.returns[k]] = k;
}

void LoopSolver::arrivals(std::span<double> numbers, Weighing weighing, const Cut& cut) {
    CJM_EXPECTS(numbers.size() == size());
    if (!component_->loops) return;
    const std::size_t returns = component_->returns.size() * width_;
    std::vector<double> first(returns), last(returns);
    std::copy(numbers.begin(), numbers.end(), scratch_.begin());
    sweep(scratch_, weighing, cut, first);
    const auto found = solve_fixed_point(
        [&](std::span<const double> in, std::span<double> out) {
            std::fill(scratch_.begin(), scratch_.end(), 0.0);
            std::fill(out.begin(), out.end(), 0.0);
            spread(in, scratch_);
            sweep(scratch_, weighing, cut, out);
        },
        first, wanted, most_sweeps);
    spread(found.x, numbers);
    sweep(numbers, weighing, cut, last);
    judge(found.x, last);
}

void LoopSolver::push(std::span<const double> arrivals, Weighing weighing, const Cut& cut,
                      std::span<double> targets) {
    for (std::size_t i = 0; i < component_->touchpoints.size(); ++i) {
        const TouchpointId here = component_->touchpoints[i];
        if (is_cut(cut, here) || is_zero(part(arrivals, i))) continue;
        pass_->forward(here, part(arrivals, i), weighing, [&](const ChainEdge& edge) {
            const std::size_t j = edge.touchpoint ? position_[edge.touchpoint.index()] : none;
            return j == none ? std::span<double>() : part(targets, j);
        });
    }
}

void LoopSolver::values(std::span<double> numbers, Weighing weighing, const Cut& cut) {
    CJM_EXPECTS(numbers.size() == size());
    if (!component_->loops) return;
    const std::size_t returns = component_->returns.size() * width_;
    std::vector<double> first(returns), last(returns);
    std::copy(numbers.begin(), numbers.end(), scratch_.begin());
    sweep_back(scratch_, weighing, cut, {});
    gather(scratch_, first);
    const auto found = solve_fixed_point(
        [&](std::span<const double> in, std::span<double> out) {
            std::fill(scratch_.begin(), scratch_.end(), 0.0);
            sweep_back(scratch_, weighing, cut, in);
            gather(scratch_, out);
        },
        first, wanted, most_sweeps);
    sweep_back(numbers, weighing, cut, found.x);
    gather(numbers, last);
    judge(found.x, last);
}

/// numbers = (I - L)^-1 numbers; adds U numbers to `returning`.
void LoopSolver::sweep(std::span<double> numbers, Weighing weighing, const Cut& cut,
                       std::span<double> returning) {
    for (std::size_t i = 0; i < component_->touchpoints.size(); ++i) {
        const TouchpointId here = component_->touchpoints[i];
        if (is_cut(cut, here) || is_zero(part(numbers, i))) continue;
        pass_->forward(here, part(numbers, i), weighing, [&](const ChainEdge& edge) {
            const std::size_t j = edge.touchpoint ? position_[edge.touchpoint.index()] : none;
            if (j == none) return std::span<double>();
            return j > i ? part(numbers, j) : part(returning, slot_[j]);
        });
    }
}

/// numbers = (I - L)^-1 (numbers + U returning), for values; `returning` may be empty: 0.
void LoopSolver::sweep_back(std::span<double> numbers, Weighing weighing, const Cut& cut,
                            std::span<const double> returning) {
    for (std::size_t i = component_->touchpoints.size(); i-- > 0;) {
        const TouchpointId here = component_->touchpoints[i];
        if (is_cut(cut, here)) continue;
        pass_->backward(
            here, weighing, [](std::size_t) { return std::span<const double>(); },
            [&](const ChainEdge& edge) {
                const std::size_t j = edge.touchpoint ? position_[edge.touchpoint.index()] : none;
                if (j == none) return std::span<const double>();
                if (j > i) return std::span<const double>(part(numbers, j));
                return returning.empty() ? returning : part(returning, slot_[j]);
            },
            inside_);
        const auto value = part(numbers, i);
        for (std::size_t k = 0; k < width_; ++k) value[k] += inside_[k];
    }
}

void LoopSolver::spread(std::span<const double> returning, std::span<double> numbers) const {
    for (std::size_t k = 0; k < component_->returns.size(); ++k) {
        const auto to = part(numbers, component_->returns[k]);
        const auto from = part(returning, k);
        for (std::size_t i = 0; i < width_; ++i) to[i] += from[i];
    }
}

void LoopSolver::gather(std::span<const double> numbers, std::span<double> returning) const {
    for (std::size_t k = 0; k < component_->returns.size(); ++k) {
        const auto from = part(numbers, component_->returns[k]);
        std::copy(from.begin(), from.end(), part(returning, k).begin());
    }
}

/// Measures on the finished vector, not by what GMRES believes.
void LoopSolver::judge(std::span<const double> wanted_numbers, std::span<const double> found) {
    double off = 0, all = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        off += std::abs(found[i] - wanted_numbers[i]);
        all += std::abs(found[i]);
    }
    if (!(off <= acceptable * all)) settled_ = false;
}

}  // namespace cjm::simulate
