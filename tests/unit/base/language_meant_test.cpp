#include "base/language_meant.hpp"

#include <catch2/catch.hpp>

TEST_CASE("language: other codes and names of it", "[base][language]") {
    using cjm::Language;
    using cjm::language_meant;
    for (const char* typed : {"vi", "vn", "VN", "Tiếng Việt", "Vietnamese", "vi-VN"}) {
        INFO(typed);
        CHECK(language_meant(typed) == Language::vietnamese);
    }
    for (const char* typed : {"en", "English", "en_US", "uk"}) {
        INFO(typed);
        CHECK(language_meant(typed) == Language::english);
    }
    for (const char* typed : {"", "fr", "v", "english-ish"}) {
        INFO(typed);
        CHECK_FALSE(language_meant(typed));
    }
}
