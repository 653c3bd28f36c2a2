// Owns: the visits of the customers of a block by which a CSI judges. Must not know: how customers
// are walked, scores.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/kernel/fast_walk.hpp"

namespace cjm::simulate {

/// By customer and attribute of a variant's CSI: good less bad visits, then visits.
class JudgedVisits {
  public:
    explicit JudgedVisits(const CompiledJourney& journey)
        : attributes_(&journey.survey.attributes) {}

    /// Room for so many customers.
    void resize(std::size_t customers) { numbers_.resize(customers * columns()); }
    /// A customer at their end; in any order.
    void add(std::size_t place_in_block, const EndedCustomer& customer);
    [[nodiscard]] std::span<const std::int64_t> of(std::size_t place_in_block) const {
        return std::span(numbers_).subspan(place_in_block * columns(), columns());
    }
    [[nodiscard]] std::size_t columns() const { return 2 * attributes_->size(); }

  private:
    const std::vector<std::vector<TouchpointId>>* attributes_;
    std::vector<std::int64_t> numbers_;
};

}  // namespace cjm::simulate
