#include "base/thousands.hpp"

#include <string>

#include <catch2/catch.hpp>

TEST_CASE("thousands: marks of several countries are left out", "[base][thousands]") {
    const auto read = [](std::string_view text) {
        return cjm::without_thousands_marks(text).value_or("none");
    };
    CHECK(read("5.000") == "5000");
    CHECK(read("5,000") == "5000");
    CHECK(read("999'999") == "999999");
    CHECK(read("1 250 000") == "1250000");
    CHECK(read("1.250.000") == "1250000");
    CHECK(read("1.250.000,50") == "1250000.50");
    CHECK(read("1,250.5") == "1250.5");
}

TEST_CASE("thousands: no other number has them", "[base][thousands]") {
    for (const char* text :
         {"", "5", "5000", "5.0", "5.00", "5.0000", "0.125", "1234.567", ".500", "5.000.00",
          "1.250,000.5x", "5.000 d", "1.2e5", "5_000", "5.000,", "a.b", "1.250'000"}) {
        INFO(text);
        CHECK_FALSE(cjm::without_thousands_marks(text));
    }
}

TEST_CASE("thousands: how to write them instead", "[base][thousands]") {
    CHECK(cjm::thousands_words("5000") == "5000 or 5_000");
    CHECK(cjm::thousands_words("1250000.50") == "1250000.50 or 1_250_000.50");
    CHECK(cjm::thousands_words("999999") == "999999 or 999_999");
}
