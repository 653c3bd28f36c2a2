// Owns: how probabilities become thresholds for random words. Must not know: what is decided by
// them.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace cjm::simulate {

/// A decision of probability p is `decision_word(word) < threshold(p)`.
using Threshold = std::uint32_t;
/// The threshold that no decision word reaches: probability 1.
inline constexpr Threshold certain = 0xffff'ffffU;

/// A random word as decisions see it: the largest value is folded into the one below (a shift of
/// 2^-32), so that the threshold `certain` is above every word.
[[nodiscard]] constexpr std::uint32_t decision_word(std::uint32_t word) {
    return std::min(word, certain - 1);
}

/// The first entry of a cumulative row whose threshold, `below`, exceeds the word; the last always
/// does. Cost O(entries) for up to 16 of them, O(log entries) for more.
template <class Entry>
[[nodiscard]] const Entry& first_above(std::span<const Entry> row, std::uint32_t word) {
    if (row.size() <= 16) {
        const Entry* entry = row.data();
        while (word >= entry->below) ++entry;
        return *entry;
    }
    return *std::upper_bound(row.begin(), row.end(), word,
                             [](std::uint32_t w, const Entry& e) { return w < e.below; });
}

/// The threshold nearest to a probability: 0 for 0 alone, `certain` for 1 alone.
///
/// probability  any number; below 0 counts as 0, above 1 as 1
/// returns      round(2^32 p), at least 1 for p > 0, at most 2^32 - 2 for p < 1: off by at most
/// 2^-31
[[nodiscard]] Threshold threshold(double probability);

/// Thresholds of a choice between entries, in their order: the first entry whose threshold exceeds
/// the decision word is chosen.
///
/// shares   >= 0, their sum positive and finite; taken relative to the sum
/// returns  one threshold per share, never falling; the last positive share gets the remainder, so
/// it and
///          all behind it stand at `certain`. A share of 0 is never chosen, a positive one by at
///          least one word
/// expects  fewer than 2^31 shares
[[nodiscard]] std::vector<Threshold> cumulative_thresholds(std::span<const double> shares);

}  // namespace cjm::simulate
