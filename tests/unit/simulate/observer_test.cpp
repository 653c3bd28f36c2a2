#include "simulate/observer.hpp"

#include <catch2/catch.hpp>

using cjm::simulate::observer_waits;

TEST_CASE("observer: round waits up to the horizon, and the file's own", "[simulate][observer]") {
    CHECK(observer_waits(30, 12) == std::vector<double>{1, 2, 3, 5, 7, 10, 12, 14, 21, 30});
    CHECK(observer_waits(30, 14) == std::vector<double>{1, 2, 3, 5, 7, 10, 14, 21, 30});
}

TEST_CASE("observer: the file's wait is kept where it exceeds the horizon",
          "[simulate][observer]") {
    CHECK(observer_waits(5.5, 60) == std::vector<double>{1, 2, 3, 5, 5.5, 60});
}

TEST_CASE("observer: hours under a short horizon", "[simulate][observer]") {
    CHECK(observer_waits(0.5, 0.01) ==
          std::vector<double>{0.01, 1.0 / 24, 2.0 / 24, 3.0 / 24, 0.25, 0.5});
    CHECK(observer_waits(0.01, 0.02) == std::vector<double>{0.01, 0.02});
}
