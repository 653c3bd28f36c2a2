// Owns: integer sums of how the same customers fare differently at the places of two variants of a
// journey. Must not know: how customers are walked, estimates.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "simulate/paired/difference_sums.hpp"
#include "simulate/paired/trails.hpp"

namespace cjm::simulate {

/// Customers by what became of them at a place in the first variant and in the other. Who never
/// came in either is not counted.
struct StayTable {
    std::array<std::uint64_t, stay_count * stay_count> customers{};

    [[nodiscard]] std::uint64_t& at(Stay before, Stay after) {
        return customers[stay_count * static_cast<std::size_t>(before) +
                         static_cast<std::size_t>(after)];
    }
    [[nodiscard]] std::uint64_t at(Stay before, Stay after) const {
        return customers[stay_count * static_cast<std::size_t>(before) +
                         static_cast<std::size_t>(after)];
    }
    friend bool operator==(const StayTable&, const StayTable&) = default;
};

/// By common number of a place: sums over customers. Those of disjoint sets of customers add up.
struct PlaceSums {
    explicit PlaceSums(const CommonPlaces& places);

    std::vector<StayTable> touchpoints, stages;
    std::vector<DifferenceSums::Change> visits, ways;  ///< of visits and of arrivals
    std::vector<DifferenceSums::Change> outcomes;      ///< of 0 or 1

    PlaceSums& operator+=(const PlaceSums& other);
    friend bool operator==(const PlaceSums&, const PlaceSums&) = default;
};

/// Adds up customers' trails. One per thread and pair of variants.
class PlaceCounter {
  public:
    explicit PlaceCounter(const CommonPlaces& places);

    /// One customer in the first variant and in the other. Cost: O(touchpoints visited + ways).
    void add(const Trails& before, const Trails& after, std::size_t place_in_block);
    [[nodiscard]] PlaceSums take() { return std::move(sums_); }

  private:
    struct Known {  // of a place, while a customer is looked at; all 0 in between
        std::uint32_t times = 0;
        Stay stay = Stay::never;
    };
    void add_touchpoints(const Trails& before, const Trails& after, const Trails::Trail& one,
                         const Trails::Trail& other);
    void add_ways(const Trails::Trail& one, const Trails::Trail& other);
    void add_stages();

    PlaceSums sums_;
    std::vector<Known> touchpoints_, ways_;
    struct StageStay {
        Stay before = Stay::never, after = Stay::never;
    };
    std::vector<StageStay> stages_;
    std::vector<std::uint32_t> stages_touched_;
};

}  // namespace cjm::simulate
