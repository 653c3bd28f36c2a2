#include "simulate/random/threshold.hpp"

#include <array>
#include <vector>

#include <catch2/catch.hpp>

#include "base/contract.hpp"

using namespace cjm;
using namespace cjm::simulate;

TEST_CASE("threshold: never and certain are exact, everything between stays between",
          "[simulate][random]") {
    CHECK(threshold(0) == 0);
    CHECK(threshold(1) == certain);
    CHECK(threshold(0.25) == 1U << 30);
    CHECK(threshold(1e-300) == 1);
    CHECK(threshold(0x1p-33) == 1);
    CHECK(threshold(1 - 0x1p-53) == certain - 1);
    CHECK(threshold(-0.5) == 0);
    CHECK(threshold(1.5) == certain);
}

TEST_CASE("threshold: no word reaches certain, every word reaches never", "[simulate][random]") {
    for (const std::uint32_t word : {0U, 1U, 0x8000'0000U, 0xffff'fffeU, 0xffff'ffffU}) {
        CHECK(decision_word(word) < threshold(1));
        CHECK_FALSE(decision_word(word) < threshold(0));
    }
    CHECK(decision_word(0) < threshold(1e-300));
    CHECK_FALSE(decision_word(0xffff'ffffU) < threshold(1 - 0x1p-53));
}

TEST_CASE("threshold: a cumulative row splits the words by share", "[simulate][random]") {
    const std::array<double, 3> shares{1, 2, 1};
    CHECK(cumulative_thresholds(shares) ==
          std::vector<Threshold>{1U << 30, (1U << 31) + (1U << 30), certain});
}

TEST_CASE("threshold: a share of nothing gets no word, the smallest share gets one",
          "[simulate][random]") {
    const std::array<double, 6> shares{0, 0.5, 0, 1e-300, 0.5, 0};
    CHECK(cumulative_thresholds(shares) ==
          std::vector<Threshold>{0, 1U << 31, 1U << 31, (1U << 31) + 1, certain, certain});
}

TEST_CASE("threshold: crowds at the end keep a word each", "[simulate][random]") {
    const std::array<double, 4> at_the_end{1, 1e-20, 1e-20, 1e-20};
    CHECK(cumulative_thresholds(at_the_end) ==
          std::vector<Threshold>{certain - 3, certain - 2, certain - 1, certain});
    const std::array<double, 4> at_the_start{1e-20, 1e-20, 1e-20, 1};
    CHECK(cumulative_thresholds(at_the_start) == std::vector<Threshold>{1, 2, 3, certain});
}

TEST_CASE("threshold: one positive share is the remainder", "[simulate][random]") {
    const std::array<double, 2> shares{0, 1e-9};
    CHECK(cumulative_thresholds(shares) == std::vector<Threshold>{0, certain});
    const std::array<double, 2> nothing{0, 0};
    CHECK_THROWS_AS(cumulative_thresholds(nothing), ContractViolation);
}
