#include "cli/terminal/progress.hpp"

#include <catch2/catch.hpp>

using cjm::cli::progress_line;

TEST_CASE("progress: share, rate and remaining time", "[cli][progress]") {
    CHECK(progress_line(250'000'000, 1'000'000'000, 20.33, 80) ==
          "[#######.....................]  25 %, 12,300,000 customers a second, 1 min left");
    CHECK(progress_line(999, 1000, 10, 120) ==
          "[#############################.]  99 %, 100 customers a second, 1 s left");
    CHECK(progress_line(1000, 1000, 10, 120) ==
          "[##############################] 100 %, 100 customers a second");
    CHECK(progress_line(30, 40, 10, 120, "parameter draws") ==
          "[######################........]  75 %, 3 parameter draws a second, 4 s left");
}

TEST_CASE("progress: nothing done yet says nothing of the time left", "[cli][progress]") {
    CHECK(progress_line(0, 1000, 1.5, 120) ==
          "[..............................]   0 %, 0 customers a second");
    CHECK(progress_line(0, 1000, 0, 120) ==
          "[..............................]   0 %, 0 customers a second");
}

TEST_CASE("progress: the line stays shorter than the terminal is wide", "[cli][progress]") {
    for (int columns = 1; columns < 130; ++columns) {
        const auto size = static_cast<int>(progress_line(123, 1000, 1e6, columns).size());
        CAPTURE(columns, size);
        CHECK(size < columns);
    }
    CHECK(progress_line(123, 1000, 1.5, 0).size() < 80);
}
