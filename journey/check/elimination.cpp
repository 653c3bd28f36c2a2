#include "journey/check/elimination.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "base/contract.hpp"

namespace cjm::check {
namespace {

/// What may be dropped from a row: probabilities below `below`, and all but the `keep` largest.
struct Dropping {
    double below;
    std::size_t keep;
};

/// Nothing while the work is small, then little, and much in a block that fills up all the same.
Dropping dropping_after(std::size_t work, std::size_t states) {
    constexpr std::size_t free_work = 5'000'000, work_per_state = 500;
    if (work <= free_work) return {0.0, std::numeric_limits<std::size_t>::max()};
    if (work <= free_work + work_per_state * states) return {1e-6, 500};
    return {1e-2, 8};
}

constexpr double smallest_pivot = 1e-14;  ///< for a row that lost all its ways by dropping

}  // namespace

/// One row while it is worked on: a dense line, and which of it is in use.
struct Elimination::Row {
    explicit Row(std::size_t size) : value(size), used(size) {}

    void add(std::uint32_t column, double probability, std::uint32_t state) {
        if (!used[column]) {
            used[column] = true;
            if (column < state) {
                before.push_back(column);
                std::push_heap(before.begin(), before.end(), std::greater<>());
            } else if (column > state) {
                after.push_back(column);
            }
        }
        value[column] += probability;
    }

    double take(std::uint32_t column) {
        const double taken = value[column];
        value[column] = 0;
        used[column] = false;
        return taken;
    }

    std::vector<double> value;
    std::vector<bool> used;
    std::vector<std::uint32_t> before;  ///< heap, smallest first
    std::vector<std::uint32_t> after;
    double end = 0;
};

Elimination::Elimination(const Block& block) {
    Row row(block.size());
    for (std::uint32_t state = 0; state < block.size(); ++state) {
        const Dropping dropping = dropping_after(work_, state);
        row.end = block.end[state];
        for (std::size_t i = block.first[state]; i < block.first[state + 1]; ++i)
            row.add(block.column[i], block.q[i], state);
        eliminate_before(state, row, dropping.below);
        finish(state, row, dropping.keep);
    }
}

void Elimination::eliminate_before(std::uint32_t state, Row& row, double drop_below) {
    while (!row.before.empty()) {
        std::pop_heap(row.before.begin(), row.before.end(), std::greater<>());
        const std::uint32_t through = row.before.back();
        row.before.pop_back();
        const double mass = row.take(through);
        if (mass < drop_below) {
            complete_ = false;
            continue;
        }
        lower_.push_back({through, mass});
        row.end += mass * end_[through];
        for (std::size_t i = first_upper_[through]; i < first_upper_[through + 1]; ++i)
            row.add(upper_[i].column, mass * upper_[i].value, state);
        work_ += first_upper_[through + 1] - first_upper_[through];
    }
    first_lower_.push_back(lower_.size());
}

/// Divides what is left of a row by the probability not to stay, which is summed, never 1 minus
/// something.
void Elimination::finish(std::uint32_t state, Row& row, std::size_t keep) {
    const std::size_t begin = upper_.size();
    for (const std::uint32_t column : row.after) upper_.push_back({column, row.take(column)});
    row.after.clear();
    if (row.used[state]) row.take(state);
    if (upper_.size() - begin > keep) {
        complete_ = false;
        const auto kept = upper_.begin() + static_cast<std::ptrdiff_t>(begin + keep);
        std::nth_element(upper_.begin() + static_cast<std::ptrdiff_t>(begin), kept, upper_.end(),
                         [](const Entry& a, const Entry& b) { return a.value > b.value; });
        upper_.erase(kept, upper_.end());
    }
    double pivot = row.end;
    for (std::size_t i = begin; i < upper_.size(); ++i) pivot += upper_[i].value;
    pivot = std::max(pivot, smallest_pivot);
    for (std::size_t i = begin; i < upper_.size(); ++i) upper_[i].value /= pivot;
    end_.push_back(row.end / pivot);
    pivot_.push_back(pivot);
    first_upper_.push_back(upper_.size());
}

void Elimination::solve(std::span<const double> r, std::span<double> x) const {
    const std::size_t states = pivot_.size();
    CJM_EXPECTS(r.size() == states && x.size() == states);
    for (std::size_t state = 0; state < states; ++state) {
        double sum = r[state];
        for (std::size_t i = first_lower_[state]; i < first_lower_[state + 1]; ++i)
            sum += lower_[i].value * x[lower_[i].column];
        x[state] = sum / pivot_[state];
    }
    for (std::size_t state = states; state-- > 0;)
        for (std::size_t i = first_upper_[state]; i < first_upper_[state + 1]; ++i)
            x[state] += upper_[i].value * x[upper_[i].column];
}

}  // namespace cjm::check
