#include "cli/source_date.hpp"

#include <catch2/catch.hpp>

using cjm::cli::date_of_seconds;

TEST_CASE("source date: seconds as a date, and nothing else", "[cli]") {
    CHECK(date_of_seconds("0") == "1970-01-01T00:00:00Z");
    CHECK(date_of_seconds("1700000000") == "2023-11-14T22:13:20Z");
    CHECK(date_of_seconds("951782399") == "2000-02-28T23:59:59Z");
    CHECK(date_of_seconds("951782400") == "2000-02-29T00:00:00Z");
    CHECK(date_of_seconds("253402300799") == "9999-12-31T23:59:59Z");
    for (const char* wrong : {"", "-1", "now", "1.5", "253402300800", "99999999999999999999", "1 "})
        CHECK_FALSE(date_of_seconds(wrong));
}
