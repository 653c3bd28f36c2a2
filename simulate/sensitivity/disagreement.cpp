#include "simulate/sensitivity/disagreement.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cjm::simulate {
namespace {

/// How strong a correlation is whatever its sign.
std::pair<double, double> strength(const Estimate& correlation) {
    const double low = std::abs(correlation.low), high = std::abs(correlation.high);
    const bool over_zero = correlation.low < 0 && correlation.high > 0;
    return {over_zero ? 0 : std::min(low, high), std::max(low, high)};
}

/// By how much `a` surely exceeds `b` in rank correlation; below 0: not surely.
double surely_stronger(const SensitivityInput& a, const SensitivityInput& b) {
    return strength(*a.rank_correlation).first - strength(*b.rank_correlation).second;
}

bool swings_more(const SensitivityInput& a, const SensitivityInput& b) {
    const double gap = std::abs(a.swing->estimate) - std::abs(b.swing->estimate);
    constexpr double errors = 2;
    return gap > errors * std::hypot(a.swing->standard_error, b.swing->standard_error);
}

}  // namespace

std::vector<RankDisagreement> disagreements(const std::vector<SensitivityInput>& inputs) {
    std::vector<std::pair<double, RankDisagreement>> found;
    for (std::size_t a = 0; a < inputs.size(); ++a)
        for (std::size_t b = 0; b < inputs.size(); ++b) {
            const auto known = [&](std::size_t i) {
                return inputs[i].swing && inputs[i].rank_correlation;
            };
            if (a == b || !known(a) || !known(b) || !swings_more(inputs[a], inputs[b])) continue;
            const double gap = surely_stronger(inputs[b], inputs[a]);
            if (gap > 0) found.push_back({gap, {a, b}});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& x, const auto& y) { return x.first > y.first; });
    std::vector<RankDisagreement> list;
    for (const auto& [gap, pair] : found) list.push_back(pair);
    return list;
}

}  // namespace cjm::simulate
