// Owns: paragraphs in cells, with a mark before them. Must not know: what they say.
#pragma once
#include <string>
#include <vector>

#include "render/sheet/block.hpp"

namespace cjm::render::sheet {

/// One of the marks of marks.hpp.
using Mark = Path (*)(Point centre, double size, Fill fill);

struct Paragraph {
    std::string words;
    TextStyle style;
    Mark mark = nullptr;  ///< hangs left of the first line; none = no indent
    Fill mark_fill{};
    double mark_size = 0;  ///< 0 = suits the type
    std::string link{};
};

class TextBlock final : public Block {
  public:
    explicit TextBlock(Paragraph paragraph);
    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double least_width() const override { return least_width_; }
    [[nodiscard]] double bulk() const override { return bulk_; }
    void draw(const Box& box, std::vector<Item>& items) const override;

  private:
    Paragraph paragraph_;
    double indent_ = 0, least_width_ = 0, bulk_ = 0;
};

[[nodiscard]] BlockPtr text_block(Paragraph paragraph);
/// Paragraphs or other blocks below one another, in two or three columns where that is much
/// shorter.
[[nodiscard]] BlockPtr list_block(const std::vector<Paragraph>& paragraphs, double gap);
[[nodiscard]] BlockPtr list_block(std::vector<BlockPtr> blocks, double gap);
/// A small dot, as lists have.
[[nodiscard]] Path dot(Point centre, double size, Fill fill);

}  // namespace cjm::render::sheet
