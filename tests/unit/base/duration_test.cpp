#include "base/duration.hpp"

#include <limits>

#include <catch2/catch.hpp>

TEST_CASE("duration: every unit, with and without white space", "[base][duration]") {
    CHECK(cjm::duration_days("86400 s") == 1.0);
    CHECK(cjm::duration_days("90 min") == 0.0625);
    CHECK(cjm::duration_days("12h") == 0.5);
    CHECK(cjm::duration_days("2 d") == 2.0);
    CHECK(cjm::duration_days("1.5\tw") == 10.5);
    CHECK(cjm::duration_days("1 mo") == 30.0);
    CHECK(cjm::duration_days(" 2 y ") == 730.0);
    CHECK(cjm::duration_days("1e-1 d") == 0.1);
    CHECK(cjm::duration_days("0") == 0.0);
    CHECK(cjm::duration_days("0 h") == 0.0);
    CHECK(cjm::duration_days("-1 d") == -1.0);
    CHECK(cjm::duration_days("1e308 y") == std::numeric_limits<double>::infinity());
}

TEST_CASE("duration: anything else is none", "[base][duration]") {
    for (const char* text : {"", " ", "d", "5", "5 D", "5 days", "+1 d", "nan d", "inf d",
                             "1 d 2 h", "1,5 d", "0x1 d", "1e999 d", ". d"}) {
        INFO(text);
        CHECK_FALSE(cjm::duration_days(text).has_value());
    }
}

TEST_CASE("duration: what somebody meant who wrote no duration", "[base][duration]") {
    CHECK(cjm::duration_hint("28 hours") == "write \"28 h\"");
    CHECK(cjm::duration_hint("28 hrz") == "write \"28 h\"");
    CHECK(cjm::duration_hint("3 tháng") == "write \"3 mo\"");
    CHECK(cjm::duration_hint("3 weks") == "write \"3 w\"");
    CHECK(cjm::duration_hint("7") == "write \"7 d\" for days");
    CHECK(cjm::duration_hint("1,5 d") == "write \"1.5 d\"");
    CHECK(cjm::duration_hint("3,5") == "write \"3.5 d\" for days");
    CHECK(cjm::duration_hint("3,5 ngày") == "write \"3.5 d\"");
    CHECK_FALSE(cjm::duration_hint("3,5,1 d").empty());
    for (const char* text : {"", "soon", "3 xy", "3 quarters", "-2 hours"}) {
        INFO(text);
        CHECK(cjm::duration_hint(text).empty());
    }
}
