#include "simulate/exact/one_visit.hpp"

namespace cjm::simulate {

double product(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

GoodOverBad::GoodOverBad(Chain& chain, ChainSolver& solver)
    : chain_(&chain), solver_(&solver), good_(chain.shape.width()), bad_(chain.shape.width()) {}

double GoodOverBad::operator()(TouchpointId touchpoint, const ChainVector& arrivals,
                               const ChainVector& worth, Weighing weighing,
                               const ChainSolver::Reward& reward) {
    const auto value_of = [&](Forced how, std::span<double> value) {
        const auto chance = chain_->visits[touchpoint.index()].chance;
        force(*chain_, touchpoint, how);
        solver_->pass().backward(
            touchpoint, weighing, [&](std::size_t way) { return reward(touchpoint, way); },
            [&](const ChainEdge& edge) {
                return edge.touchpoint ? worth.at(edge.touchpoint) : std::span<const double>();
            },
            value);
        chain_->visits[touchpoint.index()].chance = chance;
    };
    value_of(Forced::all_good, good_);
    value_of(Forced::all_bad, bad_);
    return product(arrivals.at(touchpoint), good_) - product(arrivals.at(touchpoint), bad_);
}

double GoodOverBad::operator()(TouchpointId touchpoint, const ChainVector& arrivals,
                               const ChainVector& worth, Weighing weighing) {
    return (*this)(touchpoint, arrivals, worth, weighing,
                   [](TouchpointId, std::size_t) { return std::span<const double>(); });
}

}  // namespace cjm::simulate
