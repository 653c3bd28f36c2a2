#include "render/cards/sheet.hpp"

#include <algorithm>
#include <cmath>

#include "render/cards/writer.hpp"
#include "render/page/fit.hpp"

namespace cjm::render::cards {
namespace {

constexpr double usual_width = 88, most_width = 130;
const double least_scale = least_type_pt / card_type.small;

/// The largest scale of up to `most` that sets a card within a height; least_scale where none does.
double scale_for(const Deck& deck, std::size_t index, double width, double height, double most) {
    constexpr double step = 0.05;
    for (double scale = most; scale > least_scale; scale -= step)
        if (deck.make(index, width, 0, scale).height <= height) return scale;
    return least_scale;
}

/// The scale of all cards but those with more to say: as large as the fullest of the others allow,
/// between the natural size and what looks well.
double common_scale(const Deck& deck, double width, double height) {
    constexpr double largest = 1.4, natural = 1;
    double scale = largest;
    for (std::size_t i = 0; i < deck.count && scale > natural; ++i)
        scale = std::max(natural, scale_for(deck, i, width, height, scale));
    return scale;
}

}  // namespace

std::size_t cards_in_row(double inside) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(inside / usual_width));
}

double card_width(double inside) {
    return std::min(inside / static_cast<double>(cards_in_row(inside)), most_width);
}

std::vector<CardRow> set_rows(const Deck& deck, double width, std::size_t in_row,
                              double most_height) {
    const double on_page = std::max(1.0, std::floor(most_height / deck.height));
    constexpr double most_stretch = 1.15;
    const double usual = std::min({most_height, most_height / on_page, most_stretch * deck.height});
    const double most = common_scale(deck, width, usual);
    std::vector<CardRow> rows;
    for (std::size_t first = 0; first < deck.count; first += in_row) {
        const std::size_t end = std::min(deck.count, first + in_row);
        std::vector<double> scales;
        CardRow row{{}, usual};
        for (std::size_t i = first; i < end; ++i) {
            scales.push_back(scale_for(deck, i, width, usual, most));
            row.height = std::max(row.height, deck.make(i, width, 0, scales.back()).height);
        }
        for (std::size_t i = first; i < end; ++i)
            row.cards.push_back(deck.make(i, width, row.height, scales[i - first]));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace cjm::render::cards
