// Owns: how a touchpoint's card looks: its face, its start tab, and the tray below with those who
// leave. Must not know: where it stands.
#pragma once
#include <optional>
#include <vector>

#include "render/flow/scene.hpp"
#include "render/picture.hpp"

namespace cjm::render::flow {

/// A figure below a card: those who left, or left in one way.
struct TrayPart {
    std::optional<EndKind> kind;  ///< whose mark stands before it; none = all who left
    TextItem figure;              ///< no lines where the mark alone says it
    Point at;                     ///< of mark and figure, from the card's lower left
    double line_height = 0;
};

/// A card's texts, measured, before it has a place.
struct CardFace {
    TextItem title;
    std::optional<TextItem> channel, moment, found, owner, reach;
    bool channel_above = false;         ///< of the moment, as there is no room beside it
    std::vector<TextItem> changes;      ///< the kind of change, then what is changed
    std::vector<TextItem> differences;  ///< how differently customers fare here
    double height = 0;                  ///< of the card alone
    double tray_height = 0;             ///< below it; 0 = nobody leaves here
    std::vector<TrayPart> tray;
    bool tab = false;  ///< customers start here
};

[[nodiscard]] CardFace measure_card(const Scene& scene, const Card& card);

/// The card with everything on and below it; `box` is at least as large as measured.
[[nodiscard]] Group draw_card(const Scene& scene, std::size_t card, const CardFace& face,
                              const Box& box);

/// Those who left at a card as a bar, divided by cause.
void add_causes(const Scene& scene, const CardNumbers& numbers, const Box& box,
                std::vector<Item>& items);
/// The sign of a moment of truth, and of one that was declared but not found.
[[nodiscard]] Path moment_star(const Scene& scene, Point centre, double size);
[[nodiscard]] Path hollow_star(const Scene& scene, Point centre, double size);
/// "start" on a flag; `corner` is its lower left.
[[nodiscard]] Group start_tab(const Scene& scene, std::optional<double> share, Point corner);

}  // namespace cjm::render::flow
