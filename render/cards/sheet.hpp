// Owns: laying cards out on pages in rows, to be cut apart. Must not know: what is on them.
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "render/cards/card.hpp"
#include "render/page/paper.hpp"

namespace cjm::render::cards {

/// Draws card `index` of a kind at a width, at least `height` high, at a scale.
using CardMaker = std::function<Card(std::size_t index, double width, double height, double scale)>;

/// Cards of one kind.
struct Deck {
    std::size_t count = 0;
    CardMaker make;
    double height = 0;  ///< usual, millimetres
};

/// Cards side by side, all as high as the highest.
struct CardRow {
    std::vector<Card> cards;
    double height = 0;
};

/// Width of a card on a page that broad inside, between 88 and 130 mm, so that cards fill it; the
/// whole of a narrower page.
[[nodiscard]] double card_width(double inside);
/// How many cards of that width stand side by side.
[[nodiscard]] std::size_t cards_in_row(double inside);

/// The rows of a deck. All cards are set as large as fits the usual height; one with more to say
/// smaller, no type under 6 pt, then it grows, and its row with it.
/// most_height  of the page's inside: rows of usual height are stretched to fill pages evenly
[[nodiscard]] std::vector<CardRow> set_rows(const Deck& deck, double width, std::size_t in_row,
                                            double most_height);

}  // namespace cjm::render::cards
