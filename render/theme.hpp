// Owns: the visual language: colours, patterns and dashes by meaning, in one place. Must not know:
// layouts.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "render/picture.hpp"

namespace cjm::render {

enum class ThemeName : std::uint8_t { light, dark, print };
/// "light", "dark" or "print"; none for anything else.
[[nodiscard]] std::optional<ThemeName> theme_from(std::string_view name);
[[nodiscard]] std::string_view to_string(ThemeName name);

/// What a colour or pattern means; every drawing asks the theme by meaning, never by colour.
enum class Meaning : std::uint8_t {
    traffic,  ///< customers going on
    loop,     ///< customers going back
    success,
    lost,  ///< outcomes
    ghosted,
    left_openly,
    dissatisfaction,
    price,
    neglect,
    priorities,
    delay,
    own_cause,
    moment_of_truth,
    outside_control,
    change,  ///< what a scenario changes
    count_
};

struct ReadableColours;

/// The tokens of one theme. `ink` and `soft_ink` have contrast >= 4.5:1 on `page`, `card` and every
/// stage tint.
struct Theme {
    ThemeName name = ThemeName::light;
    Colour page;                        ///< the paper
    Colour card;                        ///< of a touchpoint
    Colour card_border;                 ///< >= 3:1 against page and card
    Colour ink;                         ///< main text
    Colour soft_ink;                    ///< secondary text
    Colour rule;                        ///< decorative lines, grids, empty parts of bars
    std::optional<Colour> accent = {};  ///< a client's colour, see with_accent()
    std::shared_ptr<const ReadableColours> readable = {};  ///< worked out once

    /// Tint and border of the n-th stage band, cycling over colour-blind-safe hues.
    [[nodiscard]] Fill stage_tint(std::size_t n) const;
    /// Contrast >= 2:1 against the page.
    [[nodiscard]] Colour stage_border(std::size_t n) const;

    /// Fill of a bar or bubble of some size; in the print theme (pattern, grey) differs for every
    /// meaning.
    [[nodiscard]] Fill mark(Meaning meaning) const;
    /// Fill of a small drawn sign (marks.hpp), solid in every theme: patterns need room. >= 3:1
    /// likewise.
    [[nodiscard]] Fill glyph(Meaning meaning) const;
    /// Outline of a mark: >= 3:1 against page, card and every stage tint, which pale fills are not.
    [[nodiscard]] Stroke mark_outline(Meaning meaning, double width = 0.2) const;
    /// A line that means it, such as an edge: >= 3:1 likewise; dashes tell meanings apart without
    /// colour.
    [[nodiscard]] Stroke line(Meaning meaning, double width) const;
    /// Colour of text that speaks of it, on page, card or a stage tint; contrast >= 4.5:1.
    [[nodiscard]] Colour text(Meaning meaning) const;
    /// Colour of text upon mark(meaning); contrast >= 4.5:1. Patterns are no ground for text: set
    /// it on a plate of `page`.
    [[nodiscard]] Colour text_on(Meaning meaning) const;
};

[[nodiscard]] const Theme& theme(ThemeName name);

/// The theme in a client's colour: what stands for customers going on, and the stages, whose tints
/// are of this one hue. Where the colour has too little contrast (3:1 for lines and signs, 4.5:1
/// for text) it is moved towards the ink just as far as needed. Colours that tell causes and
/// outcomes apart stay. The print theme stays as it is.
[[nodiscard]] Theme with_accent(const Theme& theme, Colour accent);

/// "#RRGGBB", in any case; none for anything else.
[[nodiscard]] std::optional<Colour> colour_from(std::string_view hex);
[[nodiscard]] std::string to_hex(Colour colour);

/// WCAG 2.1 contrast of two opaque colours, from 1 (equal) to 21 (black on white); symmetric.
[[nodiscard]] double contrast(Colour a, Colour b);
/// `share` in [0, 1] of `top` over `ground`, as one opaque colour.
[[nodiscard]] Colour mixed(Colour top, Colour ground, double share);

}  // namespace cjm::render
