// Owns: the natural sizes of a sheet's parts, in three densities. Must not know: what they are
// filled with.
#pragma once
#include "render/picture.hpp"

namespace cjm::render::sheet {

/// Millimetres and points of a sheet before it is scaled to its page; all of it grows together. The
/// smallest type is the same in all densities.
struct Tokens {
    double title_type = 19, subtitle_type = 9.5;
    double heading_type = 10.5, label_type = 8.8, body_type = 8.4, small_type = 7.4;
    double smallest_type = 7;
    double heading_padding = 2.2, heading_point = 3.2;
    double cell_padding = 1.7, band_padding = 1.5, block_gap = 0.9;
    double label_gap = 2.6;  ///< between the labels of rows and the first column
    double least_label = 17, most_label = 31;
    double least_column = 17, most_word = 34;  ///< longer words are broken
    double strip_gap = 5;
    double curve_share = 0.2;  ///< of the page's height, for what is drawn across

    [[nodiscard]] TextStyle heading(Colour colour) const;
    [[nodiscard]] TextStyle label(Colour colour) const;
    [[nodiscard]] TextStyle body(Colour colour) const;
    [[nodiscard]] TextStyle small(Colour colour) const;
    [[nodiscard]] TextStyle smallest(Colour colour) const;
};

inline constexpr Tokens comfortable{};
/// Less air and less difference between the types, so that more goes onto a page at a legible size.
inline constexpr Tokens compact{.title_type = 15,
                                .subtitle_type = 8.2,
                                .heading_type = 9,
                                .label_type = 7.8,
                                .body_type = 7.3,
                                .small_type = 7,
                                .heading_padding = 1.4,
                                .heading_point = 2.6,
                                .cell_padding = 1.3,
                                .band_padding = 0.9,
                                .block_gap = 0.35,
                                .label_gap = 1.8,
                                .curve_share = 0.16};

/// Compact with hardly any air, for what would else need another page.
inline constexpr Tokens tight = [] {
    Tokens tokens = compact;
    tokens.heading_padding = 1.1;
    tokens.band_padding = 0.55;
    tokens.block_gap = 0.2;
    tokens.strip_gap = 4;
    tokens.curve_share = 0.11;
    return tokens;
}();

}  // namespace cjm::render::sheet
