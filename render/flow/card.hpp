// Owns: how a touchpoint's card looks: its face, its start tab, and the tray below with those who
// leave. Must not know: where it stands.
#pragma once
#include <optional>
#include <vector>

#include "render/flow/scene.hpp"
#include "render/picture.hpp"

namespace cjm::render::flow {

/// A card's texts, measured, before it has a place.
struct CardFace {
    TextItem title;
    std::optional<TextItem> channel, moment, found, owner, reach;
    bool channel_above = false;         ///< of the moment, as there is no room beside it
    std::vector<TextItem> changes;      ///< the kind of change, then what is changed
    std::vector<TextItem> differences;  ///< how differently customers fare here
    double height = 0;                  ///< of the card alone
    double tray_height = 0;             ///< below it; 0 = nobody leaves here
    double bubble = 0;                  ///< diameter of the drop-off bubble
    bool tab = false;                   ///< customers start here
};

/// most_left  the largest share that leaves at any card: the scale of the bubbles
[[nodiscard]] CardFace measure_card(const Scene& scene, const Card& card, double most_left);

/// The card with everything on and below it; `box` is at least as large as measured.
[[nodiscard]] Group draw_card(const Scene& scene, std::size_t card, const CardFace& face,
                              const Box& box);

/// Diameter of the bubble for a share that leaves, so that areas compare.
[[nodiscard]] double bubble_size(const Scene& scene, double left, double most_left);
/// Those who left at a card: sectors by cause, round them a ring that tells ghosts from open
/// leavers.
void add_bubble(const Scene& scene, const CardNumbers& numbers, Point centre, double size,
                std::vector<Item>& items);
/// The sign of a moment of truth, and of one that was declared but not found.
[[nodiscard]] Path moment_star(const Scene& scene, Point centre, double size);
[[nodiscard]] Path hollow_star(const Scene& scene, Point centre, double size);
/// "start" on a flag; `corner` is its lower left.
[[nodiscard]] Group start_tab(const Scene& scene, std::optional<double> share, Point corner);

}  // namespace cjm::render::flow
