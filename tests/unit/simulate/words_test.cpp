#include "simulate/random/words.hpp"

#include <catch2/catch.hpp>

using namespace cjm::simulate;

TEST_CASE("words: the published vectors of Threefry4x32 with 20 rounds", "[simulate][random]") {
    // Random123, kat_vectors: all bits 0, all bits 1, and digits of pi as counter and key
    CHECK(ThreefryWords(0)(0, 0, 0, 0) ==
          WordBlock{0x9c6ca96aU, 0xe17eae66U, 0xfc10ecd4U, 0x5256a7d8U});
    constexpr auto ones = ~std::uint64_t{0};
    CHECK(ThreefryWords(ones)(ones, ones, 0xffffffffU, 0xffffffffU) ==
          WordBlock{0x2a881696U, 0x57012287U, 0xf6c7446eU, 0xa16a6732U});
    CHECK(ThreefryWords(0x299f31d0'a4093822U)(0xec4e6c89'082efa98U, 0x85a308d3'243f6a88U,
                                              0x13198a2eU, 0x03707344U) ==
          WordBlock{0x59cd1dbbU, 0xb8879579U, 0x86b5d00cU, 0xac8b6d84U});
}

TEST_CASE("words: every part of the place of a draw counts", "[simulate][random]") {
    const WordBlock block = ThreefryWords(1)(2, 3, 4, 5);
    CHECK(ThreefryWords(1)(2, 3, 4, 5) == block);
    CHECK(ThreefryWords(1U + (1ULL << 32))(2, 3, 4, 5) != block);
    CHECK(ThreefryWords(1)(2U + (1ULL << 32), 3, 4, 5) != block);
    CHECK(ThreefryWords(1)(2, 3U + (1ULL << 32), 4, 5) != block);
    CHECK(ThreefryWords(1)(2, 3, 5, 5) != block);
    CHECK(ThreefryWords(1)(2, 3, 4, 6) != block);
}
