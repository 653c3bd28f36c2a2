#include "render/image/logo.hpp"

#include <catch2/catch.hpp>

#include "render/image/place_logo.hpp"
#include "render/inspect.hpp"
#include "render/text/measure.hpp"
#include "render/writers.hpp"
#include "tests/support/package.hpp"
#include "tests/support/shell.hpp"

using namespace cjm::render;
using Catch::Matchers::Contains;

namespace {

const std::string svg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#c00"/></svg>)";

/// A PNG of so many dots.
std::string png(double width, double height) {
    Picture picture;
    picture.pages.push_back({width, height, {200, 0, 0, 1}, {}, ""});
    return to_png(picture, 25.4);
}

std::string mistake(const std::string& bytes) {
    const ReadLogo read = read_logo(bytes);
    CHECK_FALSE(read.logo);
    return read.mistake;
}

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

Picture page_with(const std::string& words, PageSize size) {
    Page page{size.width, size.height, {255, 255, 255, 1}, {}, ""};
    const Box inside = printable(size);
    page.content.items.emplace_back(
        placed_at(set_text(words, {}, inside.width, 1), {inside.x, inside.y}));
    return {"T", "", "en", "", {page}};
}

}  // namespace

TEST_CASE("logo: PNG and SVG with their proportions", "[render][image]") {
    const ReadLogo dots = read_logo(png(60, 20));
    REQUIRE(dots.logo);
    CHECK(dots.logo->aspect == Approx(3));
    CHECK_FALSE(dots.logo->svg);
    const ReadLogo lines = read_logo(svg);
    REQUIRE(lines.logo);
    CHECK(lines.logo->aspect == Approx(2));
    CHECK(*lines.logo->svg == svg);
    CHECK(lines.logo->png->starts_with("\x89PNG"));
    const std::string declared =
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- made by hand -->\n" + svg;
    CHECK(read_logo(declared).logo);
}

TEST_CASE("logo: what is neither is refused in words", "[render][image]") {
    CHECK(mistake("") == "it is neither PNG nor SVG");
    CHECK(mistake("GIF89a...") == "it is neither PNG nor SVG");
    CHECK(mistake("\xFF\xD8\xFF\xE0 JFIF") == "it is neither PNG nor SVG");
    CHECK_THAT(mistake("<svg><g></svg>"), Contains("no well-formed SVG"));
    CHECK_THAT(mistake("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4000 1\"/>"),
               Contains("20 to 1"));
    const std::string whole = png(60, 20);
    CHECK_THAT(mistake(whole.substr(0, 20)), Contains("broken"));
    CHECK_THAT(mistake(whole.substr(0, whole.size() / 2)), Contains("broken"));
    CHECK_THAT(mistake(std::string(5 << 20, ' ')), Contains("larger than 4 MB"));
}

TEST_CASE("logo: bombs are refused before they are unpacked", "[render][image]") {
    std::string bomb = png(60, 20);
    bomb.replace(16, 8, big_endian(30000) + big_endian(30000));
    CHECK_THAT(mistake(bomb), Contains("30000 x 30000 dots"));
    bomb.replace(16, 8, big_endian(0) + big_endian(0));
    mistake(bomb);
    std::string entities = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'l'; ++c) {
        entities += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) entities += std::string("&") + static_cast<char>(c - 1) + ";";
        entities += "\">";
    }
    entities +=
        "]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>&k;</text></svg>";
    static_cast<void>(read_logo(entities));  // ends, whatever it says
}

TEST_CASE("logo: an SVG reads no file", "[render][image]") {
    const cjm::testing::ScratchFile secret("secret.png", png(10, 10));
    const auto with = [&](const std::string& address) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 10\"><image "
               "width=\"10\" height=\"10\" xlink:href=\"" +
               address + "\"/></svg>";
    };
    const ReadLogo blank = read_logo(with("none.png"));
    REQUIRE(blank.logo);
    for (const std::string& address : {secret.path(), "file://" + secret.path()})
        CHECK(*read_logo(with(address)).logo->png == *blank.logo->png);
}

TEST_CASE("logo: drawn by every writer, with words for those who do not see it",
          "[render][image]") {
    for (const std::string& bytes : {svg, png(60, 20)}) {
        const auto marked = with_logo(page_with("Title", {297, 210}), *read_logo(bytes).logo);
        REQUIRE(marked);
        CHECK(inspect(*marked).empty());
        CHECK_THAT(to_svg(*marked), Contains("href=\"data:image/") && Contains("<title>logo"));
        const auto members = cjm::testing::members_of(to_pptx(*marked));
        CHECK(members.count("ppt/media/image1.png") == 1);
        CHECK(members.count("ppt/media/image2.svg") == (bytes == svg ? 1U : 0U));
        CHECK_THAT(members.at("ppt/slides/slide1.xml"), Contains("descr=\"logo\""));
        CHECK(to_pdf(*marked) == to_pdf(*marked));
        CHECK(to_png(*marked, 50) != to_png(page_with("Title", {297, 210}), 50));
    }
}

TEST_CASE("logo: at the top right, never over what is drawn", "[render][image]") {
    const Logo logo = *read_logo(svg).logo;
    const PageSize a4{297, 210};
    const auto beside = with_logo(page_with("Short", a4), logo);
    REQUIRE(beside);
    const auto& image = std::get<Image>(beside->pages[0].content.items.back());
    CHECK(image.box.right() == Approx(printable(a4).right()));
    CHECK(image.box.y == Approx(printable(a4).y));
    CHECK(image.box.width / image.box.height == Approx(2));
    const std::string wide(400, 'm');
    CHECK_FALSE(with_logo(page_with(wide, a4), logo));
    const double strip = logo_strip(a4, logo);
    const Picture above = with_logo_above(page_with(wide, {297, 210 - strip}), logo, strip);
    CHECK(above.pages[0].height == Approx(210));
    CHECK(inspect(above).empty());
}
