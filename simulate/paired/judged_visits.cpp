#include "simulate/paired/judged_visits.hpp"

namespace cjm::simulate {

void JudgedVisits::add(std::size_t place_in_block, const EndedCustomer& customer) {
    auto number = numbers_.begin() + static_cast<std::ptrdiff_t>(place_in_block * columns());
    for (const auto& touchpoints : *attributes_) {
        std::int64_t net = 0, visits = 0;
        for (const TouchpointId touchpoint : touchpoints) {
            const kernel::Visited& here = customer.visits.at(touchpoint.index());
            net += std::int64_t{here.good} - std::int64_t{here.bad};
            visits += here.visits;
        }
        *number++ = net;
        *number++ = visits;
    }
}

}  // namespace cjm::simulate
