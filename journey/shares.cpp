#include "journey/shares.hpp"

#include <cmath>

namespace cjm {

double sum_of_shares(std::span<const NamedNumber> shares) {
    double sum = 0;
    for (const auto& share : shares) sum += share.number.likely;
    return std::abs(sum - 1.0) <= share_tolerance ? 1.0 : sum;
}

}  // namespace cjm
