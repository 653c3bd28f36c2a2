#include "simulate/paired/effort_scores.hpp"

#include <cmath>

#include "simulate/answer_law.hpp"

namespace cjm::simulate {

std::int64_t EffortScores::of(Integer128 effort) {
    constexpr std::size_t most_remembered = 1 << 16;
    if (!variant_->ces) return 0;
    const auto compute = [&] {
        const double amount = static_cast<double>(effort) / variant_->amounts.effort_scale.units;
        return std::llround(ces_at(*variant_->ces, amount) * score_units);
    };
    const auto key = static_cast<std::int64_t>(effort);
    if (key != effort) return compute();
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    const std::int64_t score = compute();
    if (known_.size() < most_remembered) known_.emplace(key, score);
    return score;
}

}  // namespace cjm::simulate
