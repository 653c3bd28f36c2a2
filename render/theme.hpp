// Owns: the visual language: colours, type scale, marks, in one place. Must not know: layouts.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "render/picture.hpp"

namespace cjm::render {

enum class ThemeName : std::uint8_t { light, dark, print };
[[nodiscard]] std::optional<ThemeName> theme_from(std::string_view name);

/// What a colour or pattern means; every drawing asks the theme by meaning, never by colour.
enum class Meaning : std::uint8_t {
    traffic,        ///< customers going on
    loop,           ///< customers going back
    success, lost,  ///< outcomes
    ghosted, left_openly,
    dissatisfaction, price, neglect, priorities, delay, own_cause,
    moment_of_truth, outside_control,
    count_
};

/// The tokens of one theme. Text on `card`, `page` and every stage tint has contrast >= 4.5:1.
struct Theme {
    Colour page, card, card_border, ink, soft_ink, rule;
    /// Tint and border of the n-th stage band, cycling over colour-blind-safe hues.
    [[nodiscard]] Fill stage_tint(std::size_t n) const;
    [[nodiscard]] Colour stage_border(std::size_t n) const;
    /// Fill of a mark; in the print theme a pattern distinct from all others that appear beside it.
    [[nodiscard]] Fill mark(Meaning meaning) const;
    ThemeName name = ThemeName::light;
};

[[nodiscard]] const Theme& theme(ThemeName name);

}  // namespace cjm::render
