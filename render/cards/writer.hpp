// Owns: setting a card's texts from the top down. Must not know: journeys, pages.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "render/picture.hpp"
#include "render/theme.hpp"

namespace cjm::render::cards {

/// Points at full size; all of a card shrinks together.
struct CardType {
    double title = 13, quote = 10.5, body = 9, small = 7.6;
};
inline constexpr CardType card_type{};

/// One of the marks of marks.hpp.
using Mark = Path (*)(Point centre, double size, Fill fill);

/// Writes from `top` down into a column; all millimetres but `width` grow with `scale`.
class Writer {
  public:
    Writer(const Theme& theme, double left, double width, double scale, double top = 0)
        : theme_(theme), left_(left), width_(width), scale_(scale), y_(top) {}

    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] double width() const { return width_; }
    /// Millimetres of a full-size card at this one's scale.
    [[nodiscard]] double scaled(double length) const { return scale_ * length; }

    void gap(double length) { y_ += scaled(length); }
    /// style.size_pt at full size. right  room left free at the right
    void text(const std::string& words, TextStyle style, double indent = 0, double right = 0);
    /// A text with a mark before it, hanging.
    void marked(const std::string& words, TextStyle style, Mark mark, Fill fill);
    /// Lines to write on, so many, `pitch` apart (not scaled: hands do not shrink).
    void ruled(std::size_t lines, double pitch);

    [[nodiscard]] std::vector<Item> take() { return std::move(items_); }

  private:
    const Theme& theme_;
    double left_, width_, scale_, y_;
    std::vector<Item> items_;
};

/// A list below its heading, or lines to write on where it is empty.
struct Section {
    std::string heading;
    std::vector<std::string> texts;
    Mark mark = nullptr;  ///< none = a dot
    Fill fill{};          ///< of the mark
    bool quoted = false;  ///< texts are thoughts: italic, in quotation marks
};

/// Lines that each empty section gets at least, and their distance in millimetres.
inline constexpr std::size_t least_lines = 2;
inline constexpr double line_pitch = 6.5;

/// The sections below one another; `lines` for each empty one.
void write_sections(Writer& writer, const Theme& theme, const std::vector<Section>& sections,
                    std::size_t lines);
/// How many lines each empty section can have where `spare` millimetres are left with the least.
[[nodiscard]] std::size_t lines_for(const std::vector<Section>& sections, double spare);

}  // namespace cjm::render::cards
