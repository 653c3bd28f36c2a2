#include "render/link.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render;

TEST_CASE("link: known schemes in any case, the rest as it is", "[render][link]") {
    for (const char* link : {"https://a.b/c?d=e&f=g#h", "http://a", "mailto:a@b.c", "HTTPS://A.b",
                             "https://[::1]/(x)"})
        CHECK(safe_link(link) == link);
}

TEST_CASE("link: percent-encodes what formats could trip over", "[render][link]") {
    CHECK(safe_link("https://a/\"'<>\\`{}|^") == "https://a/%22%27%3C%3E%5C%60%7B%7D%7C%5E");
    CHECK(safe_link("https://a/đ") == "https://a/%C4%91");
    CHECK(safe_link("https://a/%C4%91") == "https://a/%C4%91");
}

TEST_CASE("link: nothing else is a link", "[render][link]") {
    for (const char* link :
         {"", "https", "https://", "mailto:", "javascript:x", "ftp://a", "httpss://a", " http://a",
          "http://a b", "http://a\n", "http://a\x7f", "java\nscript:x"})
        CHECK_FALSE(safe_link(link));
}
