// Owns: Picture, the plain description of a drawing that layouts make, writers draw and tests read.
// Must not know: journeys, results, file formats.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cjm::render {

// All lengths are millimetres on paper, x to the right, y down, origin at the page's top left
// corner; type sizes are points.

struct Point {
    double x = 0, y = 0;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    double opacity = 1;
};

/// Fills of the black-and-white theme, told apart without colour.
enum class Pattern : std::uint8_t {
    solid,
    lines,        ///< rising from left to right
    cross_lines,  ///< rising and falling
    dots,
    falling_lines,
    level_lines,
    upright_lines,
    grid,
    dense_dots,
    count_
};

struct Fill {
    Colour colour;
    Pattern pattern = Pattern::solid;
    Colour ground{255, 255, 255, 1};  ///< what a pattern other than solid lies on
};

struct Stroke {
    Colour colour;
    double width = 0.2;
    std::vector<double> dashes;  ///< lengths on and off; empty = unbroken
};

struct Rectangle {
    Box box;
    double radius = 0;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

struct MoveTo {
    Point to;
};
struct LineTo {
    Point to;
};
struct CurveTo {
    Point control1, control2, to;
};
struct ClosePath {};
using Segment = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;

struct Path {
    std::vector<Segment> segments;
    std::optional<Fill> fill;
    std::optional<Stroke> stroke;
};

enum class Weight : std::uint8_t { regular, medium, semibold, bold };
enum class Align : std::uint8_t { left, centre, right };

struct TextStyle {
    double size_pt = 9;
    Weight weight = Weight::regular;
    bool italic = false;
    Colour colour;
    Align align = Align::left;
    double line_height =
        1.35;  ///< of the type size; at least 1.35 so that stacked Vietnamese marks fit
};

/// One line as it is drawn: already broken and measured.
struct TextLine {
    std::string text;
    Point start;       ///< left end of the baseline
    double width = 0;  ///< as measured
};

/// A paragraph with the lines it was broken into. PDF, PNG and SVG draw the lines, PPTX the
/// paragraph.
struct TextItem {
    std::string paragraph;
    TextStyle style;
    Box box;  ///< what the lines cover, ascent to descent; tests check that no two intersect
    std::vector<TextLine> lines;
    std::string link;  ///< http, https or mailto; empty = none
};

/// A picture from elsewhere, such as a client's logo, stretched over its box.
struct Image {
    Box box;
    std::shared_ptr<const std::string> png;  ///< bytes of a PNG file, as read_image() checked them
    std::shared_ptr<const std::string> svg;  ///< of the SVG file that `png` was made from, or none
    std::string description;                 ///< for screen readers
};

struct Group;
using Item = std::variant<Rectangle, Path, TextItem, Image, Group>;

/// Things that belong together and are told to a screen reader as one.
struct Group {
    std::string id;            ///< unique in the picture, or empty
    std::string title;         ///< what it is, for screen readers; empty = only grouping
    std::string description;   ///< what it says, for screen readers
    std::optional<Box> frame;  ///< all text of the group lies within; tests check it
    std::vector<Item> items;   ///< painted in order
    /// What shows of it: the rest is not painted. For pages that are cut into sheets.
    std::optional<Box> clip = {};
};

struct Page {
    double width = 0, height = 0;
    Colour background{255, 255, 255, 1};
    Group content;
    std::string label;  ///< for outlines, such as "Page 2 of 4"
};

struct Picture {
    std::string title, description;
    std::string language;    ///< "en" or "vi"
    std::string provenance;  ///< customers, seed, version, hash: goes into the file's metadata
    std::vector<Page> pages;
    /// Date in the file's metadata, such as 2026-11-29T08:00:00Z; empty = no date of its own.
    std::string created = {};
};

}  // namespace cjm::render
