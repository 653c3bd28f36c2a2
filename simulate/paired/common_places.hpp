// Owns: touchpoints, ways, stages and outcomes of several variants of a journey under common
// numbers. Must not know: customers.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "simulate/paired/variants.hpp"

namespace cjm::simulate {

/// What any of the variants has, by id; that of the first variant comes first, in its order.
struct CommonPlaces {
    std::vector<std::string> touchpoints, stages, outcomes;
    std::vector<std::pair<std::string, std::string>> ways;  ///< from a touchpoint to a target

    /// By the numbers of one variant: the common ones.
    struct Own {
        std::vector<std::uint32_t> touchpoint, outcome;
        std::vector<std::uint32_t> stage;  ///< by touchpoint; none_index: in none
        std::vector<std::uint32_t> way;    ///< by transition
    };
    std::vector<Own> own;  ///< by variant
};

/// journeys, variants  the same, in the same order
[[nodiscard]] CommonPlaces common_places(std::span<const Journey> journeys,
                                         std::span<const Variant> variants);

}  // namespace cjm::simulate
