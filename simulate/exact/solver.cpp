#include "simulate/exact/solver.hpp"

#include <algorithm>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

bool is_cut(const Cut& cut, TouchpointId touchpoint) {
    return !cut.empty() && cut[touchpoint.index()];
}

bool is_zero(std::span<const double> numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](double number) { return number == 0; });
}

}  // namespace

double ChainVector::total(TouchpointId touchpoint) const {
    double sum = 0;
    for (const double number : at(touchpoint)) sum += number;
    return sum;
}

double ChainVector::total() const {
    double sum = 0;
    for (std::size_t at = 0; at < numbers_.size(); at += width_)
        sum += total(TouchpointId(at / width_));
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
      component_of_(chain.visits.size()) {
    for (std::size_t c = 0; c < components_.size(); ++c) {
        loops_.emplace_back(chain, components_[c], pass_);
        for (const TouchpointId touchpoint : components_[c].touchpoints)
            component_of_[touchpoint.index()] = c;
    }
}

ChainVector ChainSolver::start() const {
    ChainVector source(*chain_);
    for (const auto& [touchpoint, share] : chain_->start)
        source.at(touchpoint)[chain_->start_level] += share;
    return source;
}

const Component* ChainSolver::stuck() const {
    for (std::size_t c = 0; c < components_.size(); ++c)
        if (!loops_[c].settled()) return &components_[c];
    return nullptr;
}

std::vector<double> ChainSolver::gather(std::size_t component, const ChainVector& x) const {
    std::vector<double> numbers;
    numbers.reserve(loops_[component].size());
    for (const TouchpointId touchpoint : components_[component].touchpoints)
        numbers.insert(numbers.end(), x.at(touchpoint).begin(), x.at(touchpoint).end());
    return numbers;
}

void ChainSolver::spread(std::size_t component, std::span<const double> numbers,
                         ChainVector& x) const {
    const auto& touchpoints = components_[component].touchpoints;
    for (std::size_t i = 0; i < touchpoints.size(); ++i) {
        const auto part = loops_[component].part(numbers, i);
        std::copy(part.begin(), part.end(), x.at(touchpoints[i]).begin());
    }
}

/// Arrivals inside the component, and what they bring to later ones.
void ChainSolver::solve_arrivals(std::size_t component, ChainVector& x, Weighing weighing,
                                 const Cut& cut) {
    if (components_[component].loops) {
        std::vector<double> numbers = gather(component, x);
        loops_[component].arrivals(numbers, weighing, cut);
        spread(component, numbers, x);
    }
    for (const TouchpointId from : components_[component].touchpoints) {
        if (is_cut(cut, from) || is_zero(x.at(from))) continue;
        pass_.forward(from, x.at(from), weighing, [&](const ChainEdge& edge) {
            const bool out = edge.touchpoint && component_of(edge.touchpoint) != component;
            return out ? x.at(edge.touchpoint) : std::span<double>();
        });
    }
}

ChainVector ChainSolver::arrivals(ChainVector source, Weighing weighing, const Cut& cut) {
    for (std::size_t c = 0; c < components_.size(); ++c) solve_arrivals(c, source, weighing, cut);
    return source;
}

ChainVector ChainSolver::first_arrivals(const ChainVector& arrivals, const Cut& cut) {
    std::size_t first = components_.size(), last = 0;
    for (std::size_t t = 0; t < cut.size(); ++t) {
        if (!cut[t]) continue;
        first = std::min(first, component_of_[t]);
        last = std::max(last, component_of_[t]);
    }
    ChainVector x = start();
    for (std::size_t t = 0; t < component_of_.size(); ++t) {
        const TouchpointId from(t);
        if (component_of_[t] >= first || is_zero(arrivals.at(from))) continue;
        pass_.forward(from, arrivals.at(from), Weighing::customers, [&](const ChainEdge& edge) {
            const bool there = edge.touchpoint && component_of(edge.touchpoint) >= first;
            return there ? x.at(edge.touchpoint) : std::span<double>();
        });
    }
    for (std::size_t c = first; c <= last && c < components_.size(); ++c)
        solve_arrivals(c, x, Weighing::customers, cut);
    return x;
}

ChainVector ChainSolver::pushed(const ChainVector& arrivals, Weighing weighing, Reach reach) {
    ChainVector targets(*chain_);
    for (std::size_t t = 0; t < chain_->visits.size(); ++t) {
        const TouchpointId from(t);
        if (is_zero(arrivals.at(from))) continue;
        pass_.forward(from, arrivals.at(from), weighing, [&](const ChainEdge& edge) {
            if (!edge.touchpoint) return std::span<double>();
            const bool inside = component_of(edge.touchpoint) == component_of_[t];
            const bool skip = reach == Reach::across_components && inside;
            return skip ? std::span<double>() : targets.at(edge.touchpoint);
        });
    }
    return targets;
}

/// What an arrival gives by its reward, and by what later components are worth.
void ChainSolver::value_ways_out(TouchpointId here, const Reward& reward, Weighing weighing,
                                 const ChainVector& h, std::span<double> value) {
    const std::size_t component = component_of(here);
    pass_.backward(
        here, weighing, [&](std::size_t way) { return reward(here, way); },
        [&](const ChainEdge& edge) {
            const bool out = edge.touchpoint && component_of(edge.touchpoint) != component;
            return out ? h.at(edge.touchpoint) : std::span<const double>();
        },
        value);
}

/// Values inside the component, given what arrivals are worth by themselves and the ways out.
void ChainSolver::solve_values(std::size_t component, ChainVector& h, Weighing weighing,
                               const Cut& cut) {
    if (!components_[component].loops) return;
    std::vector<double> numbers = gather(component, h);
    loops_[component].values(numbers, weighing, cut);
    spread(component, numbers, h);
}

void ChainSolver::revalue(std::size_t component, const Reward& reward, Weighing weighing,
                          ChainVector& h) {
    for (const TouchpointId here : components_[component].touchpoints)
        value_ways_out(here, reward, weighing, h, h.at(here));
    solve_values(component, h, weighing, {});
}

ChainVector ChainSolver::values(const Reward& reward, Weighing weighing) {
    ChainVector h(*chain_);
    for (std::size_t c = components_.size(); c-- > 0;) revalue(c, reward, weighing, h);
    return h;
}

ChainVector ChainSolver::values(ChainVector worth, Weighing weighing, const Cut& cut) {
    const auto nothing = [](TouchpointId, std::size_t) { return std::span<const double>(); };
    std::vector<double> on(chain_->shape.width());
    for (std::size_t c = components_.size(); c-- > 0;) {
        for (const TouchpointId here : components_[c].touchpoints) {
            if (is_cut(cut, here)) continue;
            value_ways_out(here, nothing, weighing, worth, on);
            const auto value = worth.at(here);
            for (std::size_t i = 0; i < on.size(); ++i) value[i] += on[i];
        }
        solve_values(c, worth, weighing, cut);
    }
    return worth;
}

}  // namespace cjm::simulate
