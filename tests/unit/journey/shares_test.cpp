#include "journey/shares.hpp"

#include <catch2/catch.hpp>

#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::testing;

TEST_CASE("shares: a sum within 1e-9 of 1 is exactly 1", "[journey][shares]") {
    CHECK(sum_of_shares(numbers({{"a", 0.7}, {"b", 0.2}, {"c", 0.1}})) == 1.0);
    CHECK(sum_of_shares(numbers({{"a", 1.0 - 0.9e-9}})) == 1.0);
    CHECK(sum_of_shares(numbers({{"a", 1.0 - 1.1e-9}})) < 1.0);
    CHECK(sum_of_shares(numbers({{"a", 1.0 + 0.9e-9}})) == 1.0);
    CHECK(sum_of_shares({}) == 0.0);
}

TEST_CASE("shares: the likely values are summed", "[journey][shares]") {
    CHECK(sum_of_shares(numbers({{"a", {0.1, 0.25, 0.9, {}}}, {"b", 0.25}})) == 0.5);
}
