#include "cli/report/tornado_bar.hpp"

#include <catch2/catch.hpp>

using cjm::cli::tornado_bar;

namespace {

const std::string blank = "\u00a0";

}  // namespace

TEST_CASE("tornado_bar: from one end over the mark to the other", "[cli][tornado]") {
    CHECK(tornado_bar({0.5, 0, 1}, 5) == "░░│██");
    CHECK(tornado_bar({0.5, 0.75, 0.25}, 5) == blank + "█│░" + blank);
    CHECK(tornado_bar({0.5, 0.5, 0.5}, 3) == blank + "│" + blank);
    CHECK(tornado_bar({0, 0, 1}, 4) == "│███");
}

TEST_CASE("tornado_bar: both ends on one side, the shorter on top", "[cli][tornado]") {
    CHECK(tornado_bar({0, 0.5, 1}, 5) == "│░░██");
    CHECK(tornado_bar({0, 1, 0.5}, 5) == "│██░░");
    CHECK(tornado_bar({1, -3, 0.5}, 5) == "░░██│");
}
