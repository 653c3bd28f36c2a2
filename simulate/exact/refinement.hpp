// Owns: numbers computed on finer and finer grids: what they tend to, and how far off that may be.
// Must not know: what the numbers mean.
#pragma once
#include <cstddef>
#include <vector>

namespace cjm::simulate {

/// The same numbers on grids of which each has twice the ticks of the one before.
///
/// With errors of second order the differences of successive grids fall to a quarter, and
/// Richardson extrapolation r = fine + (fine - coarse) / 3 leaves an error of fourth order. The
/// bound is measured, not assumed:
///
///     max(2 |r - r'|, |r' - r''| / 4) + k |fine - coarse|
///
/// where r' and r'' are the extrapolations one and two grids before, and k is how far the
/// differences of all numbers together are from falling to a quarter (root mean square of r - r'
/// over that of fine - coarse). Where errors are of fourth order, r - r' is about 15 times the
/// error of r; where they are only of first order (a law with a jump at the horizon), it is that
/// error, hence the factor 2. The other terms stand against numbers whose differences vanish by
/// chance.
///
/// Where a wait's law jumps between ticks, the factor of the squared tick changes from grid to
/// grid: a fixed wait that falls a share s of a tick past one has the factor c = s (1 - s), on the
/// next grid one of at most 2 c, so that the error of r is at most 2/3 |fine - coarse|, and k is at
/// least that.
class Refinement {
  public:
    /// uneven  a law jumps between ticks
    explicit Refinement(bool uneven) : uneven_(uneven) {}
    void add(std::vector<double> numbers) { grids_.push_back(std::move(numbers)); }
    [[nodiscard]] std::size_t grids() const { return grids_.size(); }
    [[nodiscard]] std::size_t size() const { return grids_.empty() ? 0 : grids_.back().size(); }

    struct Limit {
        double value = 0, error = 0;
    };
    /// Needs three grids (contract); sharper with four.
    [[nodiscard]] std::vector<Limit> limits() const;

  private:
    bool uneven_;
    std::vector<std::vector<double>> grids_;
};

}  // namespace cjm::simulate
