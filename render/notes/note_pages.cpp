#include "render/notes/note_pages.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/contract.hpp"
#include "render/frame/frame.hpp"
#include "render/page/paper.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {
namespace {

constexpr double title_type = 15, heading_type = 10, label_type = 8, body_type = 9,
                 smallest_type = 7.5;
constexpr double column_room = 78, column_gap = 7, number_room = 7;  // at 9 pt
constexpr double above_heading = 3.4, above_label = 1.2, above_note = 0.5;
constexpr std::size_t most_lines_together = 8;

double scale_for(PageSize size) {
    constexpr double a4_area = 210 * 297, least = 0.85, most = 1.6;
    return std::clamp(std::sqrt(std::sqrt(size.width * size.height / a4_area)), least, most);
}

/// Lines first to last - 1 of an item as one of their own, at the origin.
TextItem some_lines(const TextItem& item, std::size_t first, std::size_t last) {
    const double line = item.box.height / static_cast<double>(item.lines.size());
    TextItem part = item;
    part.lines.assign(item.lines.begin() + static_cast<std::ptrdiff_t>(first),
                      item.lines.begin() + static_cast<std::ptrdiff_t>(last));
    part.paragraph.clear();
    for (const TextLine& one : part.lines)
        part.paragraph += (part.paragraph.empty() ? "" : " ") + one.text;
    part.box.y = item.box.y + static_cast<double>(first) * line;
    part.box.height = static_cast<double>(last - first) * line;
    return placed_at(std::move(part), {0, 0});
}

}  // namespace

NotePages::NotePages(const Voice& voice, const DrawOptions& options, const CarriedNotes& notes,
                     PageSize size)
    : voice_(voice), options_(options), notes_(notes), size_(size), scale_(scale_for(size)) {
    CJM_EXPECTS(!notes.empty());
    options_.change = nullptr;  // what it changes is told beside the picture
    const Box inside = printable(size_);
    const double gap = column_gap * scale_;
    across_ = static_cast<std::size_t>(
        std::max(1.0, std::floor((inside.width + gap) / (column_room * scale_ + gap))));
    column_width_ = (inside.width + gap) / static_cast<double>(across_) - gap;
    for (std::size_t i = 0; i < notes_.notes().size(); ++i) add_note(i);
    const Frame around = frame(1, 2);
    const double height = inside.height - around.heading_height - around.footer_height;
    const auto columns = columns_of(0, pieces_.size(), height);
    for (std::size_t first = 0; first < columns.size(); first += across_)
        pages_.emplace_back(columns.begin() + static_cast<std::ptrdiff_t>(first),
                            columns.begin() + static_cast<std::ptrdiff_t>(
                                                  std::min(first + across_, columns.size())));
    balance_last_page(height);
}

void NotePages::add_heading(const std::string& words, double size_pt, double above, Colour colour) {
    TextItem item = set_text(words, style(size_pt * scale_, Weight::bold, colour), column_width_);
    Piece piece;
    piece.height = item.box.height;
    piece.above = above * scale_;
    piece.sticks = true;
    piece.group.items.emplace_back(std::move(item));
    pieces_.push_back(std::move(piece));
}

void NotePages::add_note(std::size_t index) {
    const Note& note = notes_.notes()[index];
    const Note* const before = index > 0 ? &notes_.notes()[index - 1] : nullptr;
    const Theme& theme = voice_.theme;
    const bool other = before == nullptr || before->heading != note.heading;
    if (other) add_heading(note.heading, heading_type, above_heading, theme.ink);
    if (other || before->row != note.row)
        add_heading(note.row, label_type, above_label, theme.soft_ink);
    const TextStyle body = style(body_type * scale_, Weight::regular, theme.ink);
    const double room = number_room * scale_;
    const TextItem words = set_text(note.words, body, column_width_ - room);
    for (std::size_t first = 0; first < words.lines.size(); first += most_lines_together) {
        const std::size_t last = std::min(first + most_lines_together, words.lines.size());
        TextItem part = some_lines(words, first, last);
        Piece piece;
        piece.height = part.box.height;
        piece.above = first == 0 ? above_note * scale_ : 0;
        if (first == 0) {
            TextStyle bold = body;
            bold.weight = Weight::bold;
            piece.group.id = "note-" + std::to_string(index + 1);
            piece.group.title = note.heading + " · " + note.row;
            piece.group.items.emplace_back(set_text(std::to_string(index + 1), bold, room));
        }
        piece.group.items.emplace_back(placed_at(std::move(part), {room, 0}));
        pieces_.push_back(std::move(piece));
    }
}

std::vector<NotePages::Column> NotePages::columns_of(std::size_t first, std::size_t last,
                                                     double height) const {
    std::vector<Column> columns(1);
    double used = 0;
    for (std::size_t at = first; at < last;) {
        std::size_t end = at;
        double together = 0;
        do {
            const bool top = columns.back().empty() && end == at;
            together += pieces_[end].height + (top ? 0 : pieces_[end].above);
        } while (pieces_[end++].sticks && end < last);
        if (used + together > height && !columns.back().empty()) {
            columns.emplace_back();
            used = 0;
            continue;
        }
        for (; at < end; ++at) columns.back().push_back(at);
        used += together;
    }
    return columns;
}

/// The columns of the last page about as long as one another.
void NotePages::balance_last_page(double height) {
    const std::size_t first = pages_.back().front().front();
    double low = 0, high = height;
    constexpr int steps = 12;
    for (int step = 0; step < steps; ++step) {
        const double middle = (low + high) / 2;
        auto tried = columns_of(first, pieces_.size(), middle);
        if (tried.size() <= across_) {
            pages_.back() = std::move(tried);
            high = middle;
        } else {
            low = middle;
        }
    }
}

Frame NotePages::frame(std::size_t page, std::size_t total) const {
    const FrameType type{title_type * scale_, heading_type * scale_, smallest_type * scale_};
    return make_frame(voice_, options_, type,
                      voice_.words(Message::notes_heading) + "  ·  " +
                          voice_.words(Message::map_page, page, total),
                      {}, printable(size_).width);
}

void NotePages::draw_column(const Column& column, Point corner, Group& group) const {
    double y = corner.y;
    for (const std::size_t at : column) {
        const Piece& piece = pieces_[at];
        if (at != column.front()) y += piece.above;
        group.items.emplace_back(translated(piece.group, corner.x, y));
        y += piece.height;
    }
}

std::vector<Page> NotePages::draw(std::size_t first, std::size_t total) const {
    const Box inside = printable(size_);
    std::vector<Page> pages;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        Page page;
        page.width = size_.width;
        page.height = size_.height;
        page.background = voice_.theme.page;
        page.label = voice_.words(Message::map_page, first + i, total);
        Frame around = frame(first + i, total);
        auto& items = page.content.items;
        items.emplace_back(translated(std::move(around.heading), inside.x, inside.y));
        double x = inside.x;
        for (const Column& column : pages_[i]) {
            draw_column(column, {x, inside.y + around.heading_height}, page.content);
            x += column_width_ + column_gap * scale_;
        }
        items.emplace_back(
            translated(std::move(around.footer), inside.x, inside.bottom() - around.footer_height));
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace cjm::render
