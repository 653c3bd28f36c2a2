// Owns: what the cells of a sheet are filled with, as far as their layout must know it. Must not
// know: journeys, pages.
#pragma once
#include <memory>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render::sheet {

/// A piece of a cell that can be set at any width: a paragraph, a card, a bar, an empty box.
class Block {
  public:
    Block() = default;
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    virtual ~Block() = default;

    /// Millimetres that it takes at a width.
    [[nodiscard]] virtual double height(double width) const = 0;
    /// The width under which it breaks words or looks cramped.
    [[nodiscard]] virtual double least_width() const = 0;
    /// About how many square millimetres it fills: columns with more to show become wider.
    [[nodiscard]] virtual double bulk() const = 0;
    /// Draws itself into a box of that width and at least that height.
    virtual void draw(const Box& box, std::vector<Item>& items) const = 0;
};
using BlockPtr = std::shared_ptr<const Block>;

}  // namespace cjm::render::sheet
