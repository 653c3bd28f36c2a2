#include "simulate/exact/pass.hpp"

#include <algorithm>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// to[clamp(i + step)] += scale x from[i], over one layer.
void add_shifted(std::span<const double> from, std::int64_t step, double scale,
                 std::span<double> to) {
    const auto levels = static_cast<std::int64_t>(from.size());
    const std::int64_t first = std::clamp<std::int64_t>(-step, 0, levels);
    const std::int64_t last = std::clamp<std::int64_t>(levels - step, 0, levels);
    double below = 0, above = 0;
    for (std::int64_t i = 0; i < first; ++i) below += from[static_cast<std::size_t>(i)];
    for (std::int64_t i = last; i < levels; ++i) above += from[static_cast<std::size_t>(i)];
    for (std::int64_t i = first; i < last; ++i)
        to[static_cast<std::size_t>(i + step)] += scale * from[static_cast<std::size_t>(i)];
    to.front() += scale * below;
    to.back() += scale * above;
}

/// to[i] += scale x from[clamp(i + step)], over one layer: the transpose of add_shifted.
void add_looked_up(std::span<const double> from, std::int64_t step, double scale,
                   std::span<double> to) {
    const auto levels = static_cast<std::int64_t>(from.size());
    const std::int64_t first = std::clamp<std::int64_t>(-step, 0, levels);
    const std::int64_t last = std::clamp<std::int64_t>(levels - step, 0, levels);
    for (std::int64_t i = 0; i < first; ++i)
        to[static_cast<std::size_t>(i)] += scale * from.front();
    for (std::int64_t i = last; i < levels; ++i)
        to[static_cast<std::size_t>(i)] += scale * from.back();
    for (std::int64_t i = first; i < last; ++i)
        to[static_cast<std::size_t>(i)] += scale * from[static_cast<std::size_t>(i + step)];
}

}  // namespace

double weight_of(const ChainEdge& edge, Weighing weighing) {
    switch (weighing) {
        case Weighing::customers:
            return edge.arrive;
        case Weighing::days:
            return edge.arrive_days;
        case Weighing::discounted:
            return edge.discounted;
    }
    return 0;
}

VisitPass::VisitPass(const Chain& chain)
    : chain_(&chain),
      booked_(chain.shape.width()),
      after_(chain.shape.width()),
      going_(chain.shape.width()) {}

std::span<const double> VisitPass::booked(TouchpointId touchpoint,
                                          std::span<const double> arrivals) {
    const auto [levels, layers, floor] = chain_->shape;
    CJM_EXPECTS(arrivals.size() == levels * layers);
    const bool purchase = layers > 1 && chain_->visits[touchpoint.index()].purchase;
    std::fill(booked_.begin(), booked_.end(), 0.0);
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const std::size_t to = (purchase ? std::min(layer + 1, layers - 1) : layer) * levels;
        const double* from = arrivals.data() + layer * levels;
        for (std::size_t i = 0; i < levels; ++i)
            booked_[to + (chain_->faded.empty() ? i : chain_->faded[i])] += from[i];
    }
    return booked_;
}

std::span<const double> VisitPass::after(const ChainVisit& visit, std::size_t way) {
    const std::size_t levels = chain_->shape.levels;
    std::fill(after_.begin(), after_.end(), 0.0);
    for (std::size_t e = 0; e < 3; ++e) {
        if (visit.way[e] != way || !(visit.chance[e] > 0)) continue;
        for (std::size_t at = 0; at < after_.size(); at += levels)
            add_shifted(std::span(booked_).subspan(at, levels), visit.step[e], visit.chance[e],
                        std::span(after_).subspan(at, levels));
    }
    return after_;
}

std::span<const double> VisitPass::going(const ChainWay& way) {
    const std::size_t levels = chain_->shape.levels;
    const double* stay = chain_->stay.data() + way.row * levels;
    for (std::size_t at = 0; at < going_.size(); at += levels)
        for (std::size_t i = 0; i < levels; ++i) going_[at + i] = after_[at + i] * stay[i];
    return going_;
}

void VisitPass::add_setting_out(const ChainEdge& edge, double scale, std::span<double> target) {
    const std::size_t levels = chain_->shape.levels;
    const std::int64_t step = edge.friction ? chain_->friction : 0;
    for (std::size_t at = 0; at < going_.size(); at += levels)
        add_shifted(std::span(going_).subspan(at, levels), step, scale * edge.share,
                    target.subspan(at, levels));
}

void VisitPass::begin_value() {
    std::fill(booked_.begin(), booked_.end(), 0.0);
}

void VisitPass::begin_way(std::span<const double> reward) {
    std::fill(after_.begin(), after_.end(), 0.0);
    if (!reward.empty()) std::copy(reward.begin(), reward.end(), after_.begin());
    std::fill(going_.begin(), going_.end(), 0.0);
}

void VisitPass::add_target_value(const ChainWay&, const ChainEdge& edge, double scale,
                                 std::span<const double> target) {
    const std::size_t levels = chain_->shape.levels;
    const std::int64_t step = edge.friction ? chain_->friction : 0;
    for (std::size_t at = 0; at < going_.size(); at += levels)
        add_looked_up(target.subspan(at, levels), step, scale * edge.share,
                      std::span(going_).subspan(at, levels));
}

void VisitPass::end_way(const ChainVisit& visit, std::size_t way) {
    const std::size_t levels = chain_->shape.levels;
    const double* stay = chain_->stay.data() + visit.ways[way].row * levels;
    for (std::size_t at = 0; at < after_.size(); at += levels)
        for (std::size_t i = 0; i < levels; ++i) after_[at + i] += going_[at + i] * stay[i];
    for (std::size_t e = 0; e < 3; ++e) {
        if (visit.way[e] != way || !(visit.chance[e] > 0)) continue;
        for (std::size_t at = 0; at < after_.size(); at += levels)
            add_looked_up(std::span(after_).subspan(at, levels), visit.step[e], visit.chance[e],
                          std::span(booked_).subspan(at, levels));
    }
}

void VisitPass::end_value(const ChainVisit& visit, std::span<double> value) {
    const auto [levels, layers, floor] = chain_->shape;
    const bool purchase = layers > 1 && visit.purchase;
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const std::size_t from = (purchase ? std::min(layer + 1, layers - 1) : layer) * levels;
        for (std::size_t i = 0; i < levels; ++i)
            value[layer * levels + i] =
                booked_[from + (chain_->faded.empty() ? i : chain_->faded[i])];
    }
}

}  // namespace cjm::simulate
