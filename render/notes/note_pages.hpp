// Owns: pages on which the notes of a picture stand. Must not know: the picture.
#pragma once
#include <cstddef>
#include <vector>

#include "render/draw_options.hpp"
#include "render/frame/frame.hpp"
#include "render/frame/voice.hpp"
#include "render/notes/note.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// Notes laid out in columns on pages of one size, in type to read: 9 pt on A4, larger on larger
/// paper, never under 7.6 pt. Headings say whose they are, smaller ones in which row they stood. A
/// note longer than a column goes on in the next.
class NotePages {
  public:
    /// All must outlive the pages. expects  notes (contract)
    NotePages(const Voice& voice, const DrawOptions& options, const CarriedNotes& notes,
              PageSize size);
    [[nodiscard]] std::size_t count() const { return pages_.size(); }
    /// first  number of the first of them among the `total` pages of the picture, from 1
    [[nodiscard]] std::vector<Page> draw(std::size_t first, std::size_t total) const;

  private:
    /// Something in a column: a heading, some lines of a note.
    struct Piece {
        Group group;  ///< its own origin
        double height = 0;
        double above = 0;     ///< room above it, but for at the top of a column
        bool sticks = false;  ///< stands in the same column as the next
    };
    using Column = std::vector<std::size_t>;  ///< positions of pieces

    void add_note(std::size_t index);
    void add_heading(const std::string& words, double size_pt, double above, Colour colour);
    [[nodiscard]] std::vector<Column> columns_of(std::size_t first, std::size_t last,
                                                 double height) const;
    void balance_last_page(double height);
    [[nodiscard]] Frame frame(std::size_t page, std::size_t total) const;
    void draw_column(const Column& column, Point corner, Group& group) const;

    const Voice& voice_;
    DrawOptions options_;
    const CarriedNotes& notes_;
    PageSize size_;
    double scale_ = 1, column_width_ = 0;
    std::size_t across_ = 1;
    std::vector<Piece> pieces_;
    std::vector<std::vector<Column>> pages_;
};

}  // namespace cjm::render
