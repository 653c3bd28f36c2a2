#include "simulate/moments/moment_sums.hpp"

#include "base/contract.hpp"

namespace cjm::simulate {

Score score_of(Metric metric, const Facts& facts) {
    switch (metric) {
        case Metric::success:
            return {facts.has(Facts::succeeded), 0};
        case Metric::ghosted:
            return {facts.has(Facts::silent), 0};
        case Metric::margin:
            return {Integer128{facts.revenue} - facts.cost, 0};
        case Metric::nps:
            return {facts.nps, 0};
        case Metric::lifetime_value:
            break;
    }
    return {facts.lifetime, facts.purchases > 0};
}

void RatioSums::add(const Scores& scores) {
    const std::array<Integer128, parts> part{scores.as_is.y, scores.as_is.x, scores.good.y,
                                             scores.good.x,  scores.bad.y,   scores.bad.x};
    for (std::size_t i = 0; i < parts; ++i) {
        if (part[i] == 0) continue;
        sums[i].add(part[i]);
        for (std::size_t j = i; j < parts; ++j) products[i * parts + j].add(part[i] * part[j]);
    }
}

RatioSums& RatioSums::operator+=(const RatioSums& other) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += other.sums[i];
    for (std::size_t i = 0; i < products.size(); ++i) products[i] += other.products[i];
    return *this;
}

void TouchpointSums::add(Metric metric, const Scores& scores) {
    ++reached;
    if (is_ratio(metric)) return ratio.add(scores);
    as_is.add(scores.as_is.y);
    good.add(scores.good.y);
    bad.add(scores.bad.y);
    impact.add(scores.good.y - scores.bad.y);
    headroom.add(scores.good.y - scores.as_is.y);
    exposure.add(scores.as_is.y - scores.bad.y);
}

TouchpointSums& TouchpointSums::operator+=(const TouchpointSums& other) {
    reached += other.reached;
    succeeded += other.succeeded;
    as_is += other.as_is;
    good += other.good;
    bad += other.bad;
    impact += other.impact;
    headroom += other.headroom;
    exposure += other.exposure;
    ratio += other.ratio;
    return *this;
}

void MomentSums::add(Metric metric, const Facts& facts) {
    ++customers;
    succeeded += static_cast<std::uint64_t>(facts.has(Facts::succeeded));
    const Score score = score_of(metric, facts);
    as_is.add(score.y);
    if (is_ratio(metric)) ratio.add({score, score, score});
}

MomentSums& MomentSums::operator+=(const MomentSums& other) {
    CJM_EXPECTS(touchpoints.size() == other.touchpoints.size());
    customers += other.customers;
    succeeded += other.succeeded;
    as_is += other.as_is;
    ratio += other.ratio;
    for (std::size_t i = 0; i < touchpoints.size(); ++i) touchpoints[i] += other.touchpoints[i];
    return *this;
}

}  // namespace cjm::simulate
