// Owns: incomplete elimination of the states of a Markov chain, and with it the solving of x = r +
// Q x. Must not know: what the states stand for, how good a solution is needed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cjm::check {

/// Part of a chain in which everybody can get from everywhere to everywhere. Rows lack the way from
/// a state to itself: a row and its end sum to 1. Solved is x = r + Q x.
struct Block {
    std::vector<std::size_t> first{0};  ///< by state, and one past the end: into column and q
    std::vector<std::uint32_t> column;  ///< distinct in a row, never the row itself
    std::vector<double> q;              ///< > 0
    std::vector<double> end;  ///< by state: probability to leave the block, >= 0, some > 0
    std::vector<double> r;    ///< by state, > 0

    [[nodiscard]] std::size_t size() const { return end.size(); }
};

/// The states of a block taken out one by one: what went through a state goes on to where that
/// state leads.
///
/// All arithmetic adds and multiplies positive numbers, so that nothing cancels however rarely the
/// chain ends. In large blocks small probabilities are dropped as if their customers stayed where
/// they are; the ways out are kept.
class Elimination {
  public:
    /// Cost: a few thousand operations a state at most, by dropping more in blocks that fill up.
    explicit Elimination(const Block& block);

    /// x with x = r + Q x; nearly, where probabilities were dropped. Expects: r.size() states.
    void solve(std::span<const double> r, std::span<double> x) const;

    /// Whether nothing was dropped, so that solve() is exact but for rounding.
    [[nodiscard]] bool complete() const { return complete_; }

  private:
    struct Entry {
        std::uint32_t column;
        double value;
    };
    struct Row;
    void eliminate_before(std::uint32_t state, Row& row, double drop_below);
    void finish(std::uint32_t state, Row& row, std::size_t keep);

    std::vector<std::size_t> first_lower_{0}, first_upper_{0};
    std::vector<Entry> lower_, upper_;  ///< upper rows are divided by their pivot
    std::vector<double> end_, pivot_;
    std::size_t work_ = 0;
    bool complete_ = true;
};

}  // namespace cjm::check
