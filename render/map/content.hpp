// Owns: what all rows of a map are made from: the scene, the plan, words and styles. Must not know:
// pages.
#pragma once
#include "render/flow/scene.hpp"
#include "render/map/plan.hpp"
#include "render/notes/note.hpp"
#include "render/sheet/sheet.hpp"
#include "render/sheet/strip.hpp"
#include "render/sheet/text_block.hpp"

namespace cjm::render::map {

struct Content {
    const flow::Scene& scene;
    const Plan& plan;
    sheet::Tokens tokens{};
    CarriedNotes carried = {};  ///< texts that stand as numbers
    /// Millimetres per column, see with_card_widths(); none = not measured, all are narrow.
    std::vector<double> least_cards = {};

    [[nodiscard]] const flow::Card& card(const Stop& stop) const {
        return scene.graph.cards[stop.card];
    }
    [[nodiscard]] const Touchpoint& touchpoint(const Stop& stop) const {
        return *card(stop).touchpoint;
    }
    /// Where it stands in a strip that holds its column.
    [[nodiscard]] double x_of(const Stop& stop, const sheet::Ground& ground) const {
        return stop_x(stop, least_cards.empty() ? 0 : least_cards[stop.column], ground);
    }
};

/// One cell per column, empty ones left out. blocks  per column
[[nodiscard]] sheet::Band band_of(std::vector<std::vector<sheet::BlockPtr>> blocks);
/// The words in quotation marks, unless they have some.
[[nodiscard]] std::string quoted_words(const std::string& words);

}  // namespace cjm::render::map
