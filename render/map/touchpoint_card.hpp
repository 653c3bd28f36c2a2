// Owns: how a touchpoint looks on a map, and several beside or below one another in a cell. Must
// not know: where the cell is.
#pragma once
#include <string>
#include <vector>

#include "render/change/words.hpp"
#include "render/map/content.hpp"

namespace cjm::render::map {

/// A touchpoint's card, measured at any width.
class TouchpointCard {
  public:
    TouchpointCard(const Content& content, const Stop& stop);
    [[nodiscard]] double height(double width) const;
    [[nodiscard]] double least_width() const;
    [[nodiscard]] double bulk() const;
    [[nodiscard]] Group draw(const Box& box) const;

  private:
    /// Something small in the lines below the title.
    struct Piece {
        TextItem words;
        bool chip = false, outside = false;
        [[nodiscard]] double width() const;
    };
    /// A line about what a scenario changes.
    struct ChangeLine {
        std::string words;
        Weight weight = Weight::regular;
        bool sign = false;  ///< the change's sign stands before it
    };
    struct PlacedPiece {
        std::size_t piece = 0;
        Point at;
        double room = 0;
    };
    /// balanced  lines of about the same length; no higher than without, and dearer
    [[nodiscard]] TextItem title(double width, bool balanced) const;
    [[nodiscard]] std::vector<PlacedPiece> place_pieces(double width, double& height) const;
    void add_piece(const std::string& words, bool chip, bool outside);
    void add_changes();
    void add_changed_ways(const ChangeWords& words);
    [[nodiscard]] std::string name_of(std::size_t node) const;
    [[nodiscard]] TextItem change_line(const ChangeLine& line, double width) const;
    [[nodiscard]] double changes_height(double width) const;
    void draw_changes(Point at, double width, std::vector<Item>& items) const;
    [[nodiscard]] bool starred() const;
    [[nodiscard]] double star_room() const;  ///< right of the title

    const Content& content_;
    Stop stop_;
    std::vector<Piece> pieces_;
    std::vector<ChangeLine> changes_;
};

/// The cards of one column in rows of as many as are wide enough.
/// Knows how narrow the cards of each column can be.
[[nodiscard]] Content with_card_widths(Content content);

[[nodiscard]] sheet::BlockPtr card_grid(std::vector<TouchpointCard> cards);

}  // namespace cjm::render::map
