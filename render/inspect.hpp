// Owns: finding what a reader would call wrong in a drawing. Must not know: layouts, file formats.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

enum class DefectKind : std::uint8_t {
    overlapping_text,  ///< two lines of text share room
    outside_frame,     ///< text leaves the frame of a group that it belongs to
    outside_page,      ///< text or a shape leaves the page, or lies at no number
    too_small,         ///< type under InspectOptions::least_pt
    missing_glyphs,    ///< no installed font has a character of it
    hidden_text,       ///< a shape painted later covers or crosses it
    crossed_text,      ///< a line painted earlier runs through it, with no ground between them
};
[[nodiscard]] std::string_view to_string(DefectKind kind);

struct Defect {
    DefectKind kind = DefectKind::overlapping_text;
    std::size_t page = 0;
    std::string text;   ///< the line of text; empty for a shape
    std::string other;  ///< the other line, or the id of the group whose frame or shape it is
    Box where;          ///< of the text or shape, millimetres
};
/// One line for a test's failure message.
[[nodiscard]] std::string to_string(const Defect& defect);

struct InspectOptions {
    double least_pt = 6;
    double tolerance = 0.05;  ///< millimetres that boxes may share or stick out by
};

/// All defects, page by page; by kind, then in the order of painting. Sound drawings give none.
/// Of a group that is clipped counts what shows.
///
/// Text takes the room of line_box(); for what hides or crosses it only the band between the
/// baseline and the height of capitals counts, so that a line may pass close by. Dashed lines count
/// as whole ones. cost  lines of text x shapes, boxes compared first; milliseconds for a page of 60
/// touchpoints
[[nodiscard]] std::vector<Defect> inspect(const Picture& picture,
                                          const InspectOptions& options = {});

}  // namespace cjm::render
