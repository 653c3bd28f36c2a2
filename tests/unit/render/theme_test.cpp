#include "render/theme.hpp"

#include <set>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

using namespace cjm::render;

namespace {

constexpr ThemeName names[]{ThemeName::light, ThemeName::dark, ThemeName::print};

std::vector<Meaning> meanings() {
    std::vector<Meaning> all;
    for (int i = 0; i < static_cast<int>(Meaning::count_); ++i)
        all.push_back(static_cast<Meaning>(i));
    return all;
}

/// Everything in a theme that text and lines may lie on.
std::vector<Colour> grounds(const Theme& theme) {
    std::vector<Colour> all{theme.page, theme.card};
    for (std::size_t n = 0; n < 20; ++n) all.push_back(theme.stage_tint(n).colour);
    return all;
}

}  // namespace

TEST_CASE("theme: contrast as WCAG defines it", "[render][theme]") {
    CHECK(contrast({0, 0, 0, 1}, {255, 255, 255, 1}) == Approx(21));
    CHECK(contrast({119, 119, 119, 1}, {255, 255, 255, 1}) == Approx(4.478).margin(0.001));
    CHECK(contrast({255, 0, 0, 1}, {255, 0, 0, 1}) == 1);
}

TEST_CASE("theme: names", "[render][theme]") {
    for (const ThemeName name : names) CHECK(theme_from(to_string(name)) == name);
    CHECK_FALSE(theme_from("Light"));
}

TEST_CASE("theme: all text can be read on all it may lie on", "[render][theme]") {
    for (const ThemeName name : names) {
        const Theme& t = theme(name);
        for (const Colour ground : grounds(t)) {
            CHECK(contrast(t.ink, ground) >= 7);
            CHECK(contrast(t.soft_ink, ground) >= 4.5);
            for (const Meaning meaning : meanings()) {
                INFO("theme " << to_string(name) << ", meaning " << static_cast<int>(meaning));
                CHECK(contrast(t.text(meaning), ground) >= 4.5);
                CHECK(contrast(t.line(meaning, 1).colour, ground) >= 3);
                CHECK(contrast(t.mark_outline(meaning).colour, ground) >= 3);
            }
        }
        for (std::size_t n = 0; n < 20; ++n) CHECK(contrast(t.stage_border(n), t.page) >= 2);
        CHECK(contrast(t.card_border, t.page) >= 3);
        CHECK(contrast(t.card_border, t.card) >= 3);
        for (const Meaning meaning : meanings()) {
            const Fill fill = t.mark(meaning);
            const Colour ground = fill.pattern == Pattern::solid ? fill.colour : fill.ground;
            CHECK(contrast(t.text_on(meaning), ground) >= 4.5);
        }
    }
}

TEST_CASE("theme: every meaning differs in colour", "[render][theme]") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark}) {
        std::set<std::tuple<int, int, int>> colours;
        for (const Meaning meaning : meanings()) {
            const Colour c = theme(name).mark(meaning).colour;
            CHECK(theme(name).mark(meaning).pattern == Pattern::solid);
            colours.insert({c.red, c.green, c.blue});
        }
        CHECK(colours.size() == meanings().size());
    }
}

TEST_CASE("theme: print tells every meaning apart without colour", "[render][theme]") {
    const Theme& print = theme(ThemeName::print);
    for (const Meaning a : meanings()) {
        const Fill first = print.mark(a);
        CHECK(first.colour.red == first.colour.green);
        CHECK(first.colour.green == first.colour.blue);
        for (const Meaning b : meanings()) {
            if (a == b) continue;
            const Fill second = print.mark(b);
            INFO(static_cast<int>(a) << " and " << static_cast<int>(b));
            const bool same_pattern = first.pattern == second.pattern;
            CHECK((!same_pattern || contrast(first.colour, second.colour) > 1.4));
        }
    }
}

TEST_CASE("theme: lines that stand beside each other differ in dashes in print",
          "[render][theme]") {
    const Theme& print = theme(ThemeName::print);
    const std::vector<std::vector<Meaning>> companies{
        {Meaning::traffic, Meaning::loop, Meaning::lost, Meaning::ghosted, Meaning::left_openly},
        {Meaning::dissatisfaction, Meaning::price, Meaning::neglect, Meaning::priorities,
         Meaning::delay, Meaning::own_cause}};
    for (const auto& company : companies) {
        std::set<std::vector<double>> dashes;
        for (const Meaning meaning : company) dashes.insert(print.line(meaning, 0.5).dashes);
        CHECK(dashes.size() == company.size());
    }
}

TEST_CASE("theme: a client's colour, moved where it could not be read", "[render][theme]") {
    for (const ThemeName name : {ThemeName::light, ThemeName::dark})
        for (const char* hex : {"#FFFFFF", "#000000", "#FFE600", "#7A0019", "#0072B2", "#808080"}) {
            const Colour accent = *colour_from(hex);
            const Theme branded = with_accent(theme(name), accent);
            INFO(to_string(name) << " " << hex);
            CHECK(to_hex(branded.mark(Meaning::traffic).colour) == hex);
            for (std::size_t i = 0; i < static_cast<std::size_t>(Meaning::count_); ++i) {
                const auto meaning = static_cast<Meaning>(i);
                for (std::size_t n = 0; n < 3; ++n) {
                    const Colour tint = branded.stage_tint(n).colour;
                    CHECK(contrast(branded.line(meaning, 1).colour, tint) >= 3);
                    CHECK(contrast(branded.text(meaning), tint) >= 4.5);
                    CHECK(contrast(branded.ink, tint) >= 4.5);
                    CHECK(contrast(branded.soft_ink, tint) >= 4.5);
                }
            }
        }
    const Colour deep = *colour_from("#003366");
    CHECK(to_hex(with_accent(theme(ThemeName::light), deep).text(Meaning::traffic)) == "#003366");
    CHECK(to_hex(with_accent(theme(ThemeName::print), deep).mark(Meaning::traffic).colour) ==
          to_hex(theme(ThemeName::print).mark(Meaning::traffic).colour));
}

TEST_CASE("theme: colours as they are typed", "[render][theme]") {
    CHECK(colour_from("#aBcDeF")->green == 0xCD);
    for (const char* wrong :
         {"", "#", "abcdef", "#abcde", "#abcdefg", "#abcdeg", "#-12345", "#0x1234", "red"})
        CHECK_FALSE(colour_from(wrong));
}
