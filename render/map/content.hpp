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

    [[nodiscard]] const flow::Card& card(const Stop& stop) const {
        return scene.graph.cards[stop.card];
    }
    [[nodiscard]] const Touchpoint& touchpoint(const Stop& stop) const {
        return *card(stop).touchpoint;
    }
};

/// One cell per column, empty ones left out. blocks  per column
[[nodiscard]] sheet::Band band_of(std::vector<std::vector<sheet::BlockPtr>> blocks);
/// The words in quotation marks, unless they have some.
[[nodiscard]] std::string quoted_words(const std::string& words);

}  // namespace cjm::render::map
