// Owns: one customer's walk through a compiled journey. Must not know: what is counted about it,
// threads.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// The most visits of one customer that a walk holds. Only loops whose waits are tiny beside the
/// horizon lead so far: a journey without them has at most 1,000,000 expected visits.
inline constexpr std::size_t most_visits = std::size_t{1} << 24U;

/// Thrown where one customer makes more than `most_visits` visits.
class TooManyVisits : public std::runtime_error {
  public:
    TooManyVisits();
};

/// Walks customers of one journey and seed, one after the other, in any order. One per thread.
/// The path of a customer depends on the journey, the seed and the customer's number alone.
class Walker {
  public:
    /// journey  must outlive the walker
    /// stop     optional: looked at every few thousand steps; once true, walks end early
    Walker(const CompiledJourney& journey, std::uint64_t seed,
           const std::atomic<bool>* stop = nullptr);

    /// Fills `path` with what happens to the customer; its memory is reused, so that nothing is
    /// allocated once it has grown. Returns false where the stop flag ended the walk: the path is
    /// then meaningless. Throws TooManyVisits. Cost: O(visits), about 50 ns a visit.
    [[nodiscard]] bool walk(std::uint64_t customer, Path& path);

  private:
    static constexpr std::uint32_t steps_between_looks = 4096;  // a fraction of a millisecond

    const CompiledJourney* journey_;
    std::uint64_t seed_;
    const std::atomic<bool>* stop_;
    std::uint32_t steps_to_look_ = steps_between_looks;
    std::vector<std::uint32_t>
        visits_;  // by touchpoint, of the customer under way; 0 between walks
};

/// One customer's walk where speed does not matter.
void walk_customer(const CompiledJourney& journey, std::uint64_t seed, std::uint64_t customer,
                   Path& path);

}  // namespace cjm::simulate
