#include "base/nearest.hpp"

#include <vector>

#include <catch2/catch.hpp>

using cjm::nearest_name;

namespace {
const std::vector<std::string> names{"book", "remind", "phone", "visited", "đặt-lịch", "Stage"};
}

TEST_CASE("nearest: one slip is forgiven", "[base][nearest]") {
    CHECK(nearest_name("remnd", names) == "remind");
    CHECK(nearest_name("remidn", names) == "remind");
    CHECK(nearest_name("bok", names) == "book");
    CHECK(nearest_name("Phone", names) == "phone");
    CHECK(nearest_name("stage", names) == "Stage");
}

TEST_CASE("nearest: nothing where nothing is near", "[base][nearest]") {
    CHECK_FALSE(nearest_name("zebra", names));
    CHECK_FALSE(nearest_name("", names));
    CHECK_FALSE(nearest_name("c", std::vector<std::string>{"a", "b"}));
    CHECK_FALSE(nearest_name("bxxk", names));
    CHECK_FALSE(nearest_name(std::string(100000, 'x'), names));
    CHECK_FALSE(nearest_name("book", std::vector<std::string>{std::string(100000, 'b')}));
}

TEST_CASE("nearest: the closest first, then the first of equals", "[base][nearest]") {
    const std::vector<std::string> close{"cart", "card", "care"};
    CHECK(nearest_name("card", close) == "card");
    CHECK(nearest_name("carx", close) == "cart");
}

TEST_CASE("nearest: composition and forgotten marks", "[base][nearest]") {
    CHECK(nearest_name("đặt-lich", names) == "đặt-lịch");
    CHECK(nearest_name("dat-lich", names) == "đặt-lịch");
    CHECK(nearest_name("ĐẶT-LỊCH", names) == "đặt-lịch");
    CHECK(nearest_name("đặt-lịch", std::vector<std::string>{"đặt-lịch"}) == "đặt-lịch");
}
