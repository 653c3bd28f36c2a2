// Owns: where the customers of a block have been, in a few words each. Must not know: other
// variants, sums.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/kernel/fast_walk.hpp"
#include "simulate/paired/common_places.hpp"

namespace cjm::simulate {

/// What became of a customer at a touchpoint or in a stage.
enum class Stay : std::uint8_t { never, went_on, left_openly, left_silently };
inline constexpr std::size_t stay_count = 4;

/// Where the customers of a block have been in one variant, by common numbers.
class Trails {
  public:
    /// A touchpoint visited, or a way taken.
    struct Entry {
        std::uint32_t place = 0;
        std::uint32_t times = 0;    ///< >= 1
        Stay stay = Stay::went_on;  ///< of a touchpoint
    };
    struct Trail {
        std::span<const Entry> touchpoints, ways;
        std::uint32_t outcome = none_index;
    };

    /// Both must outlive it. variant  its number among the places
    Trails(const CommonPlaces& places, std::size_t variant, const CompiledJourney& journey);

    /// Nobody of so many customers is known.
    void clear(std::size_t customers);
    /// A customer at their end; in any order.
    void add(std::size_t place_in_block, const EndedCustomer& customer);
    [[nodiscard]] Trail of(std::size_t place_in_block) const;
    /// By common touchpoint: the stage in this variant; none_index: none.
    [[nodiscard]] std::uint32_t stage_of(std::uint32_t touchpoint) const {
        return stage_of_[touchpoint];
    }

  private:
    struct Extent {
        std::size_t first = 0, touchpoints = 0, ways = 0;
        std::uint32_t outcome = none_index;
    };
    const CommonPlaces::Own* own_;
    const CompiledJourney* journey_;
    std::vector<std::uint32_t> stage_of_;
    std::vector<Entry> entries_;  ///< of all, one after the other
    std::vector<Extent> extents_;
};

}  // namespace cjm::simulate
