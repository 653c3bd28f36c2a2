#include "base/wide_sum.hpp"

#include <catch2/catch.hpp>

using cjm::Integer128;
using cjm::Unsigned128;
using cjm::WideSum;

TEST_CASE("wide sum: carries past 128 bits and back", "[base][wide_sum]") {
    const auto largest = static_cast<Integer128>(~Unsigned128{0} >> 1);  // 2^127 - 1
    WideSum sum;
    for (int i = 0; i < 4; ++i) sum.add(largest);
    CHECK(sum.high() == 1);  // 2^129 - 4
    CHECK((sum.low() == ~Unsigned128{0} - 3));
    for (int i = 0; i < 4; ++i) sum.add(-largest);
    CHECK(sum == WideSum());
    sum.add(-1);
    CHECK(sum.high() == -1);
    CHECK((sum.low() == ~Unsigned128{0}));
}

TEST_CASE("wide sum: parts added together are the whole", "[base][wide_sum]") {
    const auto large = static_cast<Integer128>(1) << 126;
    WideSum whole, first, second;
    for (int i = -40; i < 60; ++i) {
        whole.add(large * (i % 2) + i);
        (i % 3 == 0 ? first : second).add(large * (i % 2) + i);
    }
    second += first;
    CHECK(second == whole);
    CHECK_FALSE(first == whole);
    whole -= first;
    second = first;
    second += whole;
    second -= first;
    CHECK(second == whole);
}
