#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "render/marks.hpp"
#include "render/writers.hpp"
#include "tests/support/sample_picture.hpp"

using namespace cjm::render;

namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

Page page_of(double width, double height) {
    return {width, height, {255, 255, 255, 1}, {}, ""};
}

}  // namespace

TEST_CASE("png: signature, size and resolution", "[render][png]") {
    const std::string png = to_png(testing::sample(ThemeName::light), 150);
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    CHECK(number_at(png, 16) == 1241);  // 210 mm at 150 dpi, rounded up
    CHECK(number_at(png, 20) == 875);
    CHECK(png.substr(37, 4) == "pHYs");
    CHECK(number_at(png, 41) == 5906);  // dots a metre
    CHECK(png.find("iTXt") != std::string::npos);
    CHECK(png.find("100,000 customers, seed 42") != std::string::npos);
}

TEST_CASE("png: whole dots are not rounded up", "[render][png]") {
    Picture picture;
    picture.pages.push_back(page_of(25.4, 50.8));
    const std::string png = to_png(picture, 96);
    CHECK(number_at(png, 16) == 96);
    CHECK(number_at(png, 20) == 192);
}

TEST_CASE("png: the same bytes every time", "[render][png]") {
    const Picture picture = testing::sample(ThemeName::print);
    CHECK(to_png(picture, 72) == to_png(picture, 72));
    CHECK(to_png(picture, 72) != to_png(picture, 73));
}

TEST_CASE("png: refuses more dots than the limit", "[render][png]") {
    for (const Page& page :
         {page_of(210, 297), page_of(841, 1189), page_of(5000, 100), page_of(25.4, 25.4)}) {
        const double dpi = largest_dpi(page);
        CHECK(dpi == std::floor(dpi));
        CHECK(std::ceil(page.width / 25.4 * dpi) * std::ceil(page.height / 25.4 * dpi) <=
              png_pixel_limit);
        CHECK((page.width / 25.4 * (dpi + 1) * page.height / 25.4 * (dpi + 1) >
                   0.995 * png_pixel_limit ||
               std::max(page.width, page.height) / 25.4 * (dpi + 1) > 32'767));
    }
    CHECK(largest_dpi(page_of(841, 1189)) == 359);
    Picture picture;
    picture.pages.push_back(page_of(841, 1189));
    for (const double dpi : {0.0, -1.0, 360.0, 1e300, std::nan("")})
        CHECK_THROWS_AS(to_png(picture, dpi), std::runtime_error);
}

TEST_CASE("png: dashes of one line do not reach into the next pattern", "[render][png]") {
    const Path bubble = circle({10, 10}, 8, {{0, 0, 0, 1}, Pattern::lines});
    Path dashed;
    dashed.segments = {MoveTo{{0, 1}}, LineTo{{20, 1}}};
    dashed.stroke = Stroke{{255, 255, 255, 1}, 0.2, {0.5, 0.5}};  // cannot be seen on white
    Picture alone, after;
    alone.pages.push_back(page_of(20, 20));
    after.pages.push_back(page_of(20, 20));
    alone.pages[0].content.items = {bubble};
    after.pages[0].content.items = {dashed, bubble};
    CHECK(to_png(alone, 150) == to_png(after, 150));
}
