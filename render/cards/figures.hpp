// Owns: the row of simulated figures at the bottom of a card. Must not know: what they are.
#pragma once
#include <string>
#include <vector>

#include "render/frame/voice.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::cards {

struct Figure {
    Estimate share;
    std::string words;
    Colour colour;
};

/// Between the texts of a card and its figures, millimetres at full size.
inline constexpr double figures_gap = 2;

/// Figures side by side: the share, its interval, what it is.
class FigureRow {
  public:
    FigureRow(const Voice& voice, const std::vector<Figure>& figures, double width, double scale);
    [[nodiscard]] double height() const { return height_; }  ///< 0 without figures
    void draw(Point corner, std::vector<Item>& items) const;

  private:
    struct Face {
        TextItem share, interval, words;
    };
    std::vector<Face> faces_;
    double column_ = 0, height_ = 0, share_height_ = 0, interval_height_ = 0;
    Colour rule_;
    double width_ = 0;
};

}  // namespace cjm::render::cards
