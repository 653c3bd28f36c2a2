// Owns: where the labels of curves stand, so that they touch nothing. Must not know: why a point is
// labelled, how curves are drawn.
#pragma once
#include <optional>
#include <vector>

#include "render/map/curve_labels.hpp"

namespace cjm::render::map {

/// What labels keep off: hard lines always; soft ones where there is other room, for they can be
/// broken below a label.
struct Obstacles {
    std::vector<std::vector<Point>> hard, soft;  ///< fine lines, from the left
    std::vector<Box> boxes;
};

/// A label set and placed.
struct PlacedLabel {
    TextItem heading;
    TextItem quote;  ///< no lines where there is none
    Point at;        ///< that it speaks of
    Box room;        ///< of both
    /// From the point's mark to a label that stands farther off.
    struct Leader {
        Point from, to;
    };
    std::optional<Leader> leader;
    bool covers = false;  ///< lies on a hard line, as there was nowhere else
};

/// Places labels one after another, above or below their points.
class LabelPlacer {
  public:
    /// room  that labels stay in
    LabelPlacer(const Content& content, const Box& room, Obstacles obstacles);

    /// A label that must stand somewhere: with its quote, near its point, off all lines, as far as
    /// possible. The farther from that, the larger what is returned: 0 for the best place, about 1
    /// a line broken or a centimetre away, more where words are lost.
    double place(const CurveLabel& label, Point at, Colour colour);
    /// Places the label where there is room near its point, else leaves it out.
    void try_place(const CurveLabel& label, Point at);

    [[nodiscard]] const std::vector<PlacedLabel>& placed() const { return placed_; }

  private:
    /// What a label may lie on.
    enum class Ground : std::uint8_t { free, soft, any };
    struct Face {
        TextItem heading, quote;
        double width = 0, height = 0;
    };
    struct Spot {
        bool other_side = false;
        double away = 0, shift = 0;  ///< millimetres more than needed; part of the width
        double cost = 0;
    };
    [[nodiscard]] static std::vector<Spot> spots();
    [[nodiscard]] Face face_of(const CurveLabel& label, bool quoted, Colour colour) const;
    bool set(const CurveLabel& label, const Face& face, Point at, const Spot& spot, Ground ground);
    [[nodiscard]] bool follows(const Box& way, Point at) const;
    [[nodiscard]] bool is_free(const Box& room, Ground ground) const;

    Box room_;
    Obstacles obstacles_;
    TextStyle style_;
    std::vector<Spot> spots_;
    std::vector<PlacedLabel> placed_;
};

}  // namespace cjm::render::map
