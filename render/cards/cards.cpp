#include "render/cards/cards.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "render/cards/sheet.hpp"
#include "render/frame/frame.hpp"
#include "render/page/fit.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {
namespace cards {
namespace {

constexpr double persona_height = 132, touchpoint_height = 90;
constexpr double foot = 6.4;  // below cards and cutting marks, for the line of provenance
constexpr double small_type = 6.2;

std::vector<Deck> decks_of(const Scene& scene) {
    return {{scene.journey.personas.size(),
             [&scene](std::size_t i, double width, double height, double scale) {
                 return persona_card(scene, i, width, height, scale);
             },
             persona_height},
            {scene.journey.touchpoints.size(),
             [&scene](std::size_t i, double width, double height, double scale) {
                 return touchpoint_card(scene, i, width, height, scale);
             },
             touchpoint_height}};
}

/// Lines to cut along: dashed round the rows, with marks in the margin where the page has one.
class CutLines {
  public:
    CutLines(const Theme& theme, double mark) : theme_(theme), mark_(mark) {}

    void add(const Box& box, std::size_t cards, double card, std::vector<Item>& items) const {
        for (const double y : {box.y, box.bottom()})
            line({box.x, y}, {box.right(), y}, {1, 0}, items);
        for (std::size_t i = 0; i <= cards; ++i) {
            const double x = box.x + static_cast<double>(i) * card;
            line({x, box.y}, {x, box.bottom()}, {0, 1}, items);
        }
    }

  private:
    void line(Point from, Point to, Point along, std::vector<Item>& items) const {
        Path path;
        path.segments = {MoveTo{from}, LineTo{to}};
        path.stroke = Stroke{theme_.card_border, 0.2, {1.6, 1.2}};
        items.emplace_back(std::move(path));
        if (mark_ <= 0) return;
        Path marks;
        const Point by{along.x * mark_, along.y * mark_};
        marks.segments = {MoveTo{{from.x - by.x, from.y - by.y}}, LineTo{from}, MoveTo{to},
                          LineTo{{to.x + by.x, to.y + by.y}}};
        marks.stroke = Stroke{theme_.soft_ink, 0.15, {}};
        items.emplace_back(std::move(marks));
    }

    const Theme& theme_;
    double mark_;
};

/// Puts rows on pages from the top down.
class Pages {
  public:
    Pages(const Scene& scene, PageSize size, double edge)
        : scene_(scene), size_(size), edge_(edge), cuts_(scene.theme, std::min(3.0, edge / 2)) {}

    void add(std::vector<CardRow> rows, double card, std::size_t in_row) {
        const double bottom = size_.height - edge_ - foot;
        const double left = (size_.width - static_cast<double>(in_row) * card) / 2;
        for (auto& row : rows) {
            constexpr double rounding = 1e-6;
            if (pages_.empty() || y_ + row.height > bottom + rounding) turn();
            auto& items = pages_.back().content.items;
            double x = left;
            for (auto& made : row.cards) {
                items.emplace_back(translated(std::move(made.group), x, y_));
                x += card;
            }
            cuts_.add({left, y_, x - left, row.height}, row.cards.size(), card, items);
            y_ += row.height;
        }
        y_ = std::numeric_limits<double>::infinity();  // another kind begins a page
    }

    std::vector<Page> finish(const std::string& origin) {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            const auto words = scene_.words(Message::card_page, std::to_string(i + 1),
                                            std::to_string(pages_.size())) +
                               "  ·  " + origin;
            auto line = set_text(words, style(small_type, Weight::regular, scene_.theme.soft_ink),
                                 size_.width - 2 * edge_, 1);
            const double y = size_.height - edge_ - line.box.height;
            pages_[i].content.items.push_back(placed_at(std::move(line), {edge_, y}));
            pages_[i].label = scene_.words(Message::card_page, std::to_string(i + 1),
                                           std::to_string(pages_.size()));
        }
        return std::move(pages_);
    }

  private:
    void turn() {
        Page page;
        page.width = size_.width;
        page.height = size_.height;
        page.background = scene_.theme.page;
        pages_.push_back(std::move(page));
        y_ = edge_;
    }

    const Scene& scene_;
    PageSize size_;
    double edge_;
    CutLines cuts_;
    std::vector<Page> pages_;
    double y_ = std::numeric_limits<double>::infinity();
};

double highest(const std::vector<CardRow>& rows) {
    double height = 0;
    for (const auto& row : rows) height = std::max(height, row.height);
    return height;
}

/// Height that the highest card takes on a page.
double needed_height(const Scene& scene, PageSize page) {
    const double inside = printable(page).width;
    double height = 0;
    for (const auto& deck : decks_of(scene)) {
        height = std::max(height, highest(set_rows(deck, card_width(inside), cards_in_row(inside),
                                                   printable(page).height - foot)));
    }
    return height;
}

bool holds(const Scene& scene, PageSize page) {
    return needed_height(scene, page) <= printable(page).height - foot + 1e-6;
}

Diagnostic page_too_small(const Scene& scene, PageSize page) {
    const auto paper =
        paper_that_would_do(page, [&](PageSize larger) { return holds(scene, larger); });
    Diagnostic diagnostic;
    diagnostic.id = "page-too-small";
    diagnostic.where = scene.journey.title.where;
    diagnostic.message = fmt::format(
        "a card is {:.0f} mm high with type of {} pt, the smallest; the page has room "
        "for {:.0f} mm",
        needed_height(scene, page), least_type_pt, printable(page).height - foot);
    diagnostic.hint = paper.empty() ? "shorten its texts" : "draw it with " + paper;
    return diagnostic;
}

std::vector<Page> pages_of(const Scene& scene, const DrawOptions& options, PageSize page) {
    Pages pages(scene, page, margin(page));
    const double inside = printable(page).width;
    for (const auto& deck : decks_of(scene)) {
        pages.add(
            set_rows(deck, card_width(inside), cards_in_row(inside), printable(page).height - foot),
            card_width(inside), cards_in_row(inside));
    }
    return pages.finish(provenance(scene, options));
}

/// One sheet with all cards, as many in a row as keep it about square.
std::vector<Page> free_sheet(const Scene& scene, const DrawOptions& options) {
    constexpr double width = 94, edge = 9;
    const auto all =
        static_cast<double>(scene.journey.personas.size() + scene.journey.touchpoints.size());
    const auto in_row =
        std::max<std::size_t>(2, static_cast<std::size_t>(std::ceil(std::sqrt(all))));
    std::vector<std::vector<CardRow>> decks;
    double height = 0;
    for (const auto& deck : decks_of(scene)) {
        decks.push_back(set_rows(deck, width, in_row, deck.height));
        for (const auto& row : decks.back()) height += row.height;
    }
    std::vector<CardRow> rows;
    for (auto& deck : decks)
        for (auto& row : deck) rows.push_back(std::move(row));
    const PageSize size{static_cast<double>(in_row) * width + 2 * edge, height + 2 * edge + foot};
    Pages pages(scene, size, edge);
    pages.add(std::move(rows), width, in_row);
    return pages.finish(provenance(scene, options));
}

}  // namespace
}  // namespace cards

Parsed<Picture> make_cards(const Journey& journey, const SimulationResult* result,
                           const DrawOptions& options) {
    const cards::Scene scene{
        {journey, result, theme_of(options), NumberFormat(journey.language, journey.currency)},
        options.moments};
    if (options.page && !cards::holds(scene, *options.page))
        return {{}, {cards::page_too_small(scene, *options.page)}};
    Picture picture;
    picture.title = journey.title.value;
    picture.description = scene.words(
        Message::card_summary, scene.numbers.count(static_cast<double>(journey.personas.size())),
        scene.numbers.count(static_cast<double>(journey.touchpoints.size())));
    picture.language = to_string(journey.language);
    picture.provenance = provenance(scene, options);
    picture.pages = options.page ? cards::pages_of(scene, options, *options.page)
                                 : cards::free_sheet(scene, options);
    return {std::move(picture), {}};
}

}  // namespace cjm::render
