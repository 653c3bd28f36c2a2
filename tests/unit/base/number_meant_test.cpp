#include "base/number_meant.hpp"

#include <string>

#include <catch2/catch.hpp>

TEST_CASE("number meant: with a currency, a word or a sign behind it", "[base][number_meant]") {
    const auto read = [](std::string_view text) {
        return cjm::number_meant(text).value_or("none");
    };
    CHECK(read("720k") == "720000");
    CHECK(read("20 K") == "20000");
    CHECK(read("720000đ") == "720000");
    CHECK(read("720.000 VND") == "720000");
    CHECK(read("720.000") == "none");  // perhaps 720
    CHECK(read("720.000.000") == "none");
    CHECK(read("720.000.000 đồng") == "720000000");
    CHECK(read("1,5 triệu") == "1500000");
    CHECK(read("0,72 tr đ") == "720000");
    CHECK(read("2 tỷ") == "2000000000");
    CHECK(read("€ 3,50") == "3.5");
    CHECK(read("$1,250.50") == "1250.5");
    CHECK(read("3%") == "0.03");
    CHECK(read("12,5 %") == "0.125");
    CHECK(read("0,88") == "0.88");
    CHECK(read("3,5") == "3.5");
    CHECK(read("đ") == "none");
}

TEST_CASE("number meant: nothing of the kind", "[base][number_meant]") {
    for (const char* text :
         {"", "5", "0.5", "5000", "3 d", "3 y", "5 MIN", "k", "%", "3 quả", "1,2,3", "VND", "5 kg",
          "three", "1.2.3 EUR", "-5", "0x1F", "1e5", "3 %%"}) {
        INFO(text);
        CHECK_FALSE(cjm::number_meant(text));
    }
}
