#include "cli/values.hpp"

#include <limits>

#include <catch2/catch.hpp>

#include "cli/usage_error.hpp"

namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

std::uint64_t whole(const std::string& value) {
    return cjm::cli::whole_number("--customers", value, 1, largest);
}

}  // namespace

TEST_CASE("whole number: the ways to write one", "[cli][values]") {
    CHECK(whole("1000000") == 1'000'000);
    CHECK(whole("1e6") == 1'000'000);
    CHECK(whole("1E+6") == 1'000'000);
    CHECK(whole("1_000_000") == 1'000'000);
    CHECK(whole("2.5e3") == 2500);
    CHECK(whole("1.0") == 1);
    CHECK(whole("1200e-2") == 12);
    CHECK(whole("007") == 7);
    CHECK(whole("18446744073709551615") == largest);
    CHECK(cjm::cli::whole_number("--seed", "0", 0, largest) == 0);
    CHECK(cjm::cli::whole_number("--seed", "0e300", 0, largest) == 0);
}

TEST_CASE("whole number: what is refused", "[cli][values]") {
    for (const char* value : {"",
                              "0",
                              "-5",
                              "+5",
                              "1.5",
                              "1e",
                              "1e-1",
                              "e6",
                              "1e400",
                              "1e20",
                              "18446744073709551616",
                              "_1",
                              "1_",
                              "1__0",
                              "1,000",
                              " 1",
                              "1 ",
                              "ten",
                              "0x10",
                              "nan",
                              "inf",
                              "1e6e6",
                              "1.2.3",
                              "99999999999999999999999999999999999999999999999999"}) {
        INFO(value);
        CHECK_THROWS_AS(whole(value), cjm::cli::UsageError);
    }
    CHECK_THROWS_WITH(cjm::cli::whole_number("--threads", "0", 1, 1024),
                      "--threads is \"0\"; it must be a whole number from 1 to 1024");
}

TEST_CASE("number: within open bounds", "[cli][values]") {
    CHECK(cjm::cli::number_between("--confidence", "0.99", 0, 1) == 0.99);
    for (const char* value : {"0", "1", "1.5", "-0.5", "nan", "inf", "95%", "", "0.5x"}) {
        INFO(value);
        CHECK_THROWS_AS(cjm::cli::number_between("--confidence", value, 0, 1),
                        cjm::cli::UsageError);
    }
    CHECK_THROWS_WITH(cjm::cli::number_between("--confidence", "95", 0, 1),
                      "--confidence is \"95\"; it must be a number between 0 and 1");
}

TEST_CASE("number: as people type it", "[cli][values]") {
    CHECK(cjm::cli::decimal_number("0.05") == 0.05);
    CHECK(cjm::cli::decimal_number("200_000_000") == 2e8);
    CHECK(cjm::cli::decimal_number("2.5e3") == 2500);
    CHECK(cjm::cli::decimal_number("-1.5") == -1.5);
    CHECK(cjm::cli::decimal_number("0") == 0);
    for (const char* wrong :
         {"", "-", "1_", "_1", "1__0", "1,5", "inf", "nan", "1e999", "5 %", "--1"})
        CHECK_FALSE(cjm::cli::decimal_number(wrong).has_value());
}
