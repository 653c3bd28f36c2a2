// Owns: variants of a journey, ready to be walked by the same customers. Must not know: how they
// differ, what is compared.
#pragma once
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/tally/amounts.hpp"

namespace cjm::simulate {

/// One way a journey could be.
struct Variant {
    CompiledJourney journey;
    Amounts amounts;
};

/// Variants whose amounts share their scales, so that what a customer takes and gives in one may be
/// subtracted from the same customer's in another. The first is what the others are compared with.
/// expects at least one journey
[[nodiscard]] std::vector<Variant> make_variants(std::vector<CompiledJourney> journeys);

}  // namespace cjm::simulate
