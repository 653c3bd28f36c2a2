#include "render/text/breaker.hpp"

#include "render/text/direction.hpp"

namespace cjm::render::detail {
namespace {

constexpr const char* ellipsis = "…";
/// What rounding may add to a line that fits exactly, millimetres.
constexpr double tolerance = 1e-6;

}  // namespace

Breaker::Breaker(const std::string& text, const TextStyle& style)
    : text_(text),
      em_(style.size_pt / points_per_mm),
      metrics_(style, is_right_to_left(text)),
      shared_places_(metrics_.places(text)),
      places_(*shared_places_) {}

BrokenLine Breaker::line_of(std::string text) {
    const LineSize ems = metrics_.line(text);
    return {std::move(text), {ems.width * em_, ems.above * em_, ems.below * em_}};
}

BrokenLine Breaker::line_between(std::size_t from, std::size_t to) {
    const std::size_t begin = places_[from].byte, end = places_[before_blanks(from, to)].byte;
    return line_of(text_.substr(begin, end - begin));
}

double Breaker::width_between(std::size_t from, std::size_t to) const {
    return (places_[before_blanks(from, to)].from_start - places_[from].from_start) * em_;
}

std::size_t Breaker::after_blanks(std::size_t place) const {
    while (!places_[place].line_end && text_[places_[place].byte] == ' ') ++place;
    return place;
}

std::size_t Breaker::before_blanks(std::size_t from, std::size_t place) const {
    while (place > from && text_[places_[place - 1].byte] == ' ') --place;
    return place;
}

/// The best place to end the line that begins at `from`, by the widths that letters have among the
/// others.
std::size_t Breaker::best_end(std::size_t from, double max_width) const {
    std::size_t word_end = from, grapheme_end = from;
    for (std::size_t to = from; to < places_.size(); ++to) {
        const bool fits = width_between(from, to) <= max_width + tolerance;
        if (places_[to].grapheme && to > from && (fits || grapheme_end == from)) grapheme_end = to;
        if (places_[to].may_break && fits) word_end = to;
        if (places_[to].line_end || (!fits && grapheme_end > from)) break;
    }
    return places_[from].line_end || word_end > from ? word_end : grapheme_end;
}

/// As much of the rest of the given line as fits together with an ellipsis.
BrokenLine Breaker::shortened(std::size_t from, double max_width) {
    std::size_t to = from;
    while (!places_[to].line_end && width_between(from, to + 1) <= max_width) ++to;
    for (; to > from; --to) {
        if (!places_[to].grapheme) continue;
        const std::size_t begin = places_[from].byte, end = places_[before_blanks(from, to)].byte;
        BrokenLine line = line_of(text_.substr(begin, end - begin) + ellipsis);
        if (line.size.width <= max_width + tolerance) return line;
    }
    return line_of(ellipsis);
}

std::vector<BrokenLine> Breaker::lines(double max_width, std::size_t max_lines) {
    std::vector<BrokenLine> lines;
    std::size_t from = 0;
    while (true) {
        std::size_t end = best_end(from, max_width);
        BrokenLine line = line_between(from, end);
        // letters can be wider alone than among the others; then the line ends one grapheme or word
        // earlier
        for (double allowed = max_width; line.size.width > max_width + tolerance;) {
            allowed -= line.size.width - max_width;
            const std::size_t earlier = best_end(from, allowed);
            if (earlier >= end) break;
            end = earlier;
            line = line_between(from, end);
        }
        const std::size_t next = places_[end].line_end ? end + 1 : after_blanks(end);
        const bool last = next >= places_.size();
        if (lines.size() + 1 == max_lines && !last) line = shortened(from, max_width);
        lines.push_back(std::move(line));
        if (last || lines.size() == max_lines) return lines;
        from = next;
    }
}

}  // namespace cjm::render::detail
