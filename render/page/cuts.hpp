// Owns: where a long page is cut into pieces. Must not know: what is drawn, sheets of paper.
#pragma once
#include <optional>
#include <vector>

namespace cjm::render {

/// What had better not be cut: from, to along the page, and how bad a cut through it is.
struct Obstacle {
    double from = 0, to = 0, cost = 1;
};

/// How much of the page one sheet takes, along one side, millimetres.
struct SheetRoom {
    double window = 0;   ///< that can be printed on
    double bleed = 0;    ///< printed before the cut of every piece but the first
    double overlap = 0;  ///< printed after the cut of every piece but the last
    /// The most that one of `count` pieces may be long.
    [[nodiscard]] double piece(std::size_t at, std::size_t count) const;
};

struct Cuts {
    std::vector<double> places;  ///< ascending, within (0, length); one fewer than pieces
    double cost = 0;             ///< of all that is cut
};

/// The cheapest cuts into the fewest pieces that fit, on a grid of half millimetres; of equally
/// cheap ones the most even. None where the overlaps leave no room for anything.
/// cost  pieces x length x window in half millimetres: about 10 ms for 1.2 m on A4
[[nodiscard]] std::optional<Cuts> choose_cuts(double length, const SheetRoom& room,
                                              const std::vector<Obstacle>& obstacles);

}  // namespace cjm::render
