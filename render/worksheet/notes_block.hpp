// Owns: boxes for sticky notes in a cell, some of them written in already. Must not know: rows.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "render/sheet/block.hpp"
#include "render/sheet/tokens.hpp"
#include "render/theme.hpp"

namespace cjm::render::worksheet {

/// As many boxes side by side as have room, in so many lines. Texts stand in the boxes one by one,
/// the last ones together where there are more texts than boxes; a line grows with its texts.
class NotesBlock final : public sheet::Block {
  public:
    /// references  a paragraph below the texts of the first box; none = nothing to refer to
    NotesBlock(const Theme& theme, const sheet::Tokens& tokens, double side, std::size_t lines,
               std::vector<std::string> texts, sheet::BlockPtr references)
        : theme_(theme),
          tokens_(tokens),
          side_(side),
          lines_(lines),
          texts_(std::move(texts)),
          references_(std::move(references)) {}

    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double least_width() const override { return side_; }
    [[nodiscard]] double bulk() const override { return 0; }
    void draw(const Box& box, std::vector<Item>& items) const override;

  private:
    [[nodiscard]] std::size_t in_line(double width) const;
    [[nodiscard]] std::string text_of(std::size_t box, std::size_t boxes) const;
    [[nodiscard]] TextItem set(const std::string& words, double side) const;
    [[nodiscard]] double line_height(std::size_t line, double width) const;

    const Theme& theme_;
    const sheet::Tokens& tokens_;
    double side_;
    std::size_t lines_;
    std::vector<std::string> texts_;
    sheet::BlockPtr references_;
};

}  // namespace cjm::render::worksheet
