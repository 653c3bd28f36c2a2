#include "simulate/random/luck.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm::simulate;

TEST_CASE("luck: FNV-1a and the finaliser are as published", "[simulate][random]") {
    // FNV-1a 64 of "" is its offset basis, of "a" af63dc4c8601ec8c; finalised by hand once
    const auto finalised = [](std::uint64_t hash) {
        hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdU;
        hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53U;
        return hash ^ (hash >> 33U);
    };
    CHECK(luck_of("") == finalised(0xcbf29ce484222325U));
    CHECK(luck_of("a") == finalised(0xaf63dc4c8601ec8cU));
    CHECK(luck_of("foobar") == finalised(0x85944171f73967e8U));
}

TEST_CASE("luck: bytes above 127 are bytes", "[simulate][random]") {
    CHECK(luck_of("\xc4\x91") != luck_of("\x44\x91"));
}

TEST_CASE("luck: a touchpoint's number does not hang on the others", "[simulate][random]") {
    const std::vector<std::string> few{"book", "remind"};
    const std::vector<std::string> more{"new", "book", "other", "remind"};
    CHECK(distinct_luck(few)[0] == luck_of("book"));
    CHECK(distinct_luck(more)[1] == distinct_luck(few)[0]);
    CHECK(distinct_luck(more)[3] == distinct_luck(few)[1]);
}

TEST_CASE("luck: names with equal hashes still get numbers of their own", "[simulate][random]") {
    // a poor hash: every name of one letter has that of the empty name
    const auto poor = [](std::string_view name) -> std::uint64_t {
        return name.size() <= 1 ? 0 : name.size();
    };
    const std::vector<std::string> names{"a", "b", "cc", "d"};
    const auto numbers = distinct_luck(names, poor);
    CHECK(numbers == std::vector<std::uint64_t>{2, 3, 4, 5});
    CHECK(std::set<std::uint64_t>(numbers.begin(), numbers.end()).count(0) == 0);
}
