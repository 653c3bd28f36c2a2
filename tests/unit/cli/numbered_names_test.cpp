#include <catch2/catch.hpp>

#include "cli/commands/picture_output.hpp"

using cjm::cli::numbered_names;
using Names = std::vector<std::string>;

TEST_CASE("numbered names: before the suffix, as wide as the last", "[cli]") {
    CHECK(numbered_names("map.svg", 2) == Names{"map-1.svg", "map-2.svg"});
    CHECK(numbered_names("a.b/map", 1) == Names{"a.b/map-1"});
    CHECK(numbered_names("../.hidden", 1) == Names{"../.hidden-1"});
    CHECK(numbered_names("x.tar.png", 1) == Names{"x.tar-1.png"});
    const Names ten = numbered_names("map.svg", 10);
    CHECK(ten.front() == "map-01.svg");
    CHECK(ten.back() == "map-10.svg");
}
