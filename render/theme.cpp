#include "render/theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/contract.hpp"

namespace cjm::render {
namespace {

constexpr std::size_t meanings = static_cast<std::size_t>(Meaning::count_);

}  // namespace

/// What readable() gives, worked out once: contrasts take powers.
struct ReadableColours {
    std::array<Colour, meanings> text, line;
};

namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 1};
}

constexpr Colour white = rgb(0xFFFFFF), black = rgb(0x000000);

/// The palette of Okabe and Ito (2008), safe for colour-blind eyes.
namespace okabe_ito {
constexpr Colour orange = rgb(0xE69F00), sky = rgb(0x56B4E9), green = rgb(0x009E73),
                 yellow = rgb(0xF0E442), blue = rgb(0x0072B2), vermilion = rgb(0xD55E00),
                 purple = rgb(0xCC79A7), grey = rgb(0x999999);
}

/// How a meaning looks in the three themes.
struct Look {
    Colour light, dark;
    Pattern pattern;               // in print
    Colour grey;                   // in print: of the pattern, or of the solid fill
    std::array<double, 4> dashes;  // on and off, in widths of the line; zeros end it
};

// The six causes stand beside each other; so do success and lost, ghosted and left openly, traffic
// and loop.
constexpr std::array<Look, meanings> looks{{
    // traffic, loop
    {okabe_ito::blue, rgb(0x2E8FD0), Pattern::solid, rgb(0x3A3A3A), {}},
    {rgb(0x9C4A78), rgb(0xC277A0), Pattern::upright_lines, rgb(0x595959), {4, 2}},
    // success, lost
    {okabe_ito::green, okabe_ito::green, Pattern::solid, rgb(0x6E6E6E), {}},
    {rgb(0xA33B00), rgb(0xE58A73), Pattern::cross_lines, black, {1.5, 1.5}},
    // ghosted, left openly
    {rgb(0x6E7F99), rgb(0x7F91AD), Pattern::dots, rgb(0x6E6E6E), {0.6, 2}},
    {rgb(0x374151), rgb(0xDCE2EA), Pattern::upright_lines, black, {6, 2, 1, 2}},
    // dissatisfaction, price, neglect, priorities, delay, own cause
    {okabe_ito::vermilion, okabe_ito::vermilion, Pattern::lines, black, {}},
    {okabe_ito::orange, okabe_ito::orange, Pattern::dots, black, {5, 1.5}},
    {okabe_ito::sky, okabe_ito::sky, Pattern::falling_lines, black, {2, 2}},
    {okabe_ito::purple, okabe_ito::purple, Pattern::grid, black, {3, 1, 1, 1}},
    {okabe_ito::yellow, okabe_ito::yellow, Pattern::level_lines, black, {1, 1}},
    {okabe_ito::grey, okabe_ito::grey, Pattern::solid, rgb(0xC4C4C4), {8, 3}},
    // moment of truth, outside control
    {rgb(0xB8860B), rgb(0xE3B23C), Pattern::solid, black, {}},
    {rgb(0x7A6A4F), rgb(0xB3A586), Pattern::dense_dots, black, {3, 2, 3, 2}},
    // change
    {rgb(0x7B1FA2), rgb(0xCE93D8), Pattern::solid, rgb(0x969696), {}},
}};

constexpr std::array<Colour, 8> stage_hues{
    okabe_ito::sky,  okabe_ito::green,     okabe_ito::orange, okabe_ito::purple,
    okabe_ito::blue, okabe_ito::vermilion, okabe_ito::yellow, rgb(0x8A94A3)};

/// Shares of the stage hues over the page, so that all bands look equally strong.
constexpr std::array<double, 8> light_tints{0.24, 0.16, 0.22, 0.22, 0.17, 0.18, 0.28, 0.20};
constexpr std::array<double, 8> dark_tints{0.20, 0.24, 0.18, 0.20, 0.28, 0.22, 0.14, 0.18};

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

/// The lowest contrast that a colour has on anything that text and lines of a theme lie on.
double worst_contrast(const Theme& theme, Colour colour) {
    double worst = std::min(contrast(colour, theme.page), contrast(colour, theme.card));
    for (std::size_t n = 0; n < stage_hues.size(); ++n)
        worst = std::min(worst, contrast(colour, theme.stage_tint(n).colour));
    return worst;
}

/// The colour moved towards the theme's ink just as far as the contrast asks.
Colour readable(const Theme& theme, Colour colour, double least) {
    for (int percent = 0; percent < 100; percent += 2) {
        const Colour candidate = mixed(theme.ink, colour, percent / 100.0);
        if (worst_contrast(theme, candidate) >= least) return candidate;
    }
    return theme.ink;
}

std::shared_ptr<const ReadableColours> readable_colours(const Theme& theme) {
    auto colours = std::make_shared<ReadableColours>();
    for (std::size_t i = 0; i < meanings; ++i) {
        const Colour colour = theme.mark(static_cast<Meaning>(i)).colour;
        colours->text[i] = readable(theme, colour, 4.5);
        colours->line[i] = readable(theme, colour, 3.0);
    }
    return colours;
}

struct Themes {
    Themes() {
        for (Theme& each : all) each.readable = readable_colours(each);
    }
    std::array<Theme, 3> all{
        Theme{ThemeName::light, white, white, rgb(0x7C8796), rgb(0x1B2430), rgb(0x4B5563),
              rgb(0xD5DAE1)},
        Theme{ThemeName::dark, rgb(0x12161C), rgb(0x1D242E), rgb(0x8A97A8), rgb(0xF2F5F9),
              rgb(0xBAC4D1), rgb(0x3A4452)},
        Theme{ThemeName::print, white, white, black, black, rgb(0x333333), rgb(0xBFBFBF)}};
};

const Themes& themes() {
    static const Themes instance;
    return instance;
}

std::size_t index(Meaning meaning) {
    CJM_EXPECTS(meaning < Meaning::count_);
    return static_cast<std::size_t>(meaning);
}

/// A client's colour over the page, at most as strong as `strength` says in contrast and as text on
/// it can be read.
Colour accent_tint(const Theme& theme, double strength) {
    for (int percent = 40; percent > 0; percent -= 2) {
        const Colour tint = mixed(*theme.accent, theme.page, percent / 100.0);
        if (contrast(tint, theme.page) <= strength && contrast(theme.soft_ink, tint) >= 4.5 &&
            contrast(theme.ink, tint) >= 4.5)
            return tint;
    }
    return theme.page;
}

}  // namespace

std::optional<ThemeName> theme_from(std::string_view name) {
    for (const ThemeName candidate : {ThemeName::light, ThemeName::dark, ThemeName::print})
        if (name == to_string(candidate)) return candidate;
    return std::nullopt;
}

std::string_view to_string(ThemeName name) {
    switch (name) {
        case ThemeName::dark:
            return "dark";
        case ThemeName::print:
            return "print";
        case ThemeName::light:
            break;
    }
    return "light";
}

Fill Theme::stage_tint(std::size_t n) const {
    if (name == ThemeName::print) return {n % 2 == 0 ? rgb(0xF0F0F0) : rgb(0xFAFAFA)};
    if (accent) return {accent_tint(*this, n % 2 == 0 ? 1.28 : 1.13)};
    const std::size_t hue = n % stage_hues.size();
    const double share = (name == ThemeName::dark ? dark_tints : light_tints)[hue];
    return {mixed(stage_hues[hue], page, share)};
}

Colour Theme::stage_border(std::size_t n) const {
    if (name == ThemeName::print) return rgb(0x767676);
    const Colour hue = accent ? *accent : stage_hues[n % stage_hues.size()];
    for (int percent = 0; percent < 100; percent += 5) {
        const Colour candidate = mixed(ink, hue, percent / 100.0);
        if (contrast(candidate, page) >= 2) return candidate;
    }
    return ink;
}

Fill Theme::glyph(Meaning meaning) const {
    return {mark_outline(meaning).colour};
}

Fill Theme::mark(Meaning meaning) const {
    const Look& look = looks[index(meaning)];
    if (name == ThemeName::print) return {look.grey, look.pattern};
    if (accent && meaning == Meaning::traffic) return {*accent};
    return {name == ThemeName::dark ? look.dark : look.light};
}

Stroke Theme::mark_outline(Meaning meaning, double width) const {
    return {name == ThemeName::print ? black : readable->line[index(meaning)], width, {}};
}

Stroke Theme::line(Meaning meaning, double width) const {
    Stroke stroke = mark_outline(meaning, width);
    const bool dashed = name == ThemeName::print || meaning == Meaning::loop ||
                        meaning == Meaning::ghosted || meaning == Meaning::outside_control;
    if (!dashed) return stroke;
    for (const double length : looks[index(meaning)].dashes)
        if (length > 0) stroke.dashes.push_back(length * std::max(width, 0.25));
    return stroke;
}

Colour Theme::text(Meaning meaning) const {
    return name == ThemeName::print ? ink : readable->text[index(meaning)];
}

Colour Theme::text_on(Meaning meaning) const {
    const Fill fill = mark(meaning);
    const Colour ground = fill.pattern == Pattern::solid ? fill.colour : fill.ground;
    return contrast(white, ground) >= contrast(black, ground) ? white : black;
}

const Theme& theme(ThemeName name) {
    return themes().all[static_cast<std::size_t>(name)];
}

Theme with_accent(const Theme& theme, Colour accent) {
    Theme branded = theme;
    if (theme.name == ThemeName::print) return branded;
    branded.accent = accent;
    branded.readable = readable_colours(branded);
    return branded;
}

std::optional<Colour> colour_from(std::string_view hex) {
    constexpr std::size_t length = 7;
    if (hex.size() != length || hex[0] != '#') return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(hex.data() + 1, hex.data() + length, number, 16);
    if (error != std::errc() || end != hex.data() + length) return std::nullopt;
    return rgb(number);
}

std::string to_hex(Colour colour) {
    return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Colour mixed(Colour top, Colour ground, double share) {
    CJM_EXPECTS(share >= 0 && share <= 1);
    const auto channel = [&](std::uint8_t over, std::uint8_t under) {
        return static_cast<std::uint8_t>(std::lround(over * share + under * (1 - share)));
    };
    return {channel(top.red, ground.red), channel(top.green, ground.green),
            channel(top.blue, ground.blue), 1};
}

}  // namespace cjm::render
