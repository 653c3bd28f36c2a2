#include "render/map/touchpoint_card.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>
#include <variant>

#include "render/change/marks.hpp"
#include "render/flow/card.hpp"
#include "render/flow/describe.hpp"
#include "render/map/touchpoint_row.hpp"
#include "render/marks.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double padding = 1.4, star_size = 3.8, piece_gap = 1.4, chip_padding = 1.0,
                 owner_mark = 2.8, sign_size = 2.7, sign_room = 3.4, title_gap = 0.3,
                 number_gap = 1.1, star_gap = 1.2, star_inset = 0.4;

TextStyle title_style(const Content& content) {
    TextStyle style = content.tokens.body(content.scene.theme.ink);
    style.weight = Weight::semibold;
    return style;
}

/// The cards of a cell.
class CardGrid final : public sheet::Block {
  public:
    explicit CardGrid(std::vector<TouchpointCard> cards) : cards_(std::move(cards)) {}

    [[nodiscard]] double height(double width) const override {
        const Stacks stacks = stacks_in(width);
        double height = 0;
        for (std::size_t row = 0; row < rows(stacks); ++row)
            height +=
                row_height(stacks, row, stacks.width(width)) + (row > 0 ? Stacks::card_gap : 0);
        return height;
    }
    [[nodiscard]] double least_width() const override {
        double least = 0;
        for (const TouchpointCard& card : cards_) least = std::max(least, card.least_width());
        return least;
    }
    [[nodiscard]] double bulk() const override {
        double bulk = 0;
        for (const TouchpointCard& card : cards_) bulk += card.bulk();
        return bulk;
    }
    void draw(const Box& box, std::vector<Item>& items) const override {
        const Stacks stacks = stacks_in(box.width);
        const double width = stacks.width(box.width);
        std::vector<Box> places(cards_.size());
        double y = box.y;
        for (std::size_t row = 0; row < rows(stacks); ++row) {
            const double height = row_height(stacks, row, width);
            for_row(stacks, row, [&](std::size_t card, std::size_t stack) {
                const double x = box.x + static_cast<double>(stack) * (width + Stacks::card_gap);
                places[card] = {x, y, width, height};
            });
            y += height + Stacks::card_gap;
        }
        // in the order of the way, as they are read aloud
        for (std::size_t card = 0; card < cards_.size(); ++card)
            items.emplace_back(cards_[card].draw(places[card]));
    }

  private:
    [[nodiscard]] Stacks stacks_in(double width) const {
        return stack_cards(cards_.size(), least_width(), width);
    }
    [[nodiscard]] static std::size_t rows(const Stacks& stacks) {
        return stacks.first(1);  // none is higher than the first
    }
    template <class Visit>
    static void for_row(const Stacks& stacks, std::size_t row, const Visit& visit) {
        for (std::size_t stack = 0; stack < stacks.across; ++stack)
            if (stacks.first(stack) + row < stacks.first(stack + 1))
                visit(stacks.first(stack) + row, stack);
    }
    [[nodiscard]] double row_height(const Stacks& stacks, std::size_t row, double width) const {
        double height = 0;
        for_row(stacks, row, [&](std::size_t card, std::size_t) {
            height = std::max(height, cards_[card].height(width));
        });
        return height;
    }

    std::vector<TouchpointCard> cards_;
};

/// What is worth a line on a card: fewer who leave move every share on a little.
std::vector<FieldChange> telling_fields(const std::vector<FieldChange>& fields) {
    constexpr double least = 0.05;  // of a share
    const auto is_slight = [](const FieldChange& change) {
        if (change.field != ChangedField::share) return false;
        const auto* before = std::get_if<double>(&change.before);
        const auto* after = std::get_if<double>(&change.after);
        return change.experience ||
               (before != nullptr && after != nullptr && std::fabs(*after - *before) < least);
    };
    std::vector<FieldChange> telling;
    std::ranges::remove_copy_if(fields, std::back_inserter(telling), is_slight);
    return telling;
}

}  // namespace

double TouchpointCard::Piece::width() const {
    return words.box.width + (chip ? 2 * chip_padding : 0) + (outside ? owner_mark : 0);
}

TouchpointCard::TouchpointCard(const Content& content, const Stop& stop)
    : content_(content), stop_(stop) {
    const Touchpoint& touchpoint = content_.touchpoint(stop_);
    if (touchpoint.channel) add_piece(touchpoint.channel->value, false, false);
    if (touchpoint.moment) {
        constexpr std::array messages{Message::flow_moment_know, Message::flow_moment_go,
                                      Message::flow_moment_do, Message::flow_moment_buy};
        add_piece(
            content_.scene.words(messages[static_cast<std::size_t>(touchpoint.moment->value)]),
            true, false);
    }
    if (touchpoint.owner_or_us() != Owner::us)
        add_piece(content_.scene.words(touchpoint.owner_or_us() == Owner::partner
                                           ? Message::map_partner
                                           : Message::map_third_party),
                  false, true);
    add_changes();
}

void TouchpointCard::add_changes() {
    const flow::Scene& scene = content_.scene;
    if (scene.change == nullptr) return;
    constexpr std::size_t most_fields = 4;
    const flow::Card& card = content_.card(stop_);
    const ChangeWords words = flow::change_words(scene);
    const bool changed = card.change != nullptr;
    if (changed) {
        changes_.push_back({words.kind(card.change->kind), Weight::bold, true});
        for (const std::string& line : words.fields(card.change->fields, most_fields))
            changes_.push_back({line, Weight::regular, false});
    }
    add_changed_ways(words);
    if (card.difference == nullptr || (changed && card.change->kind == ChangeKind::added)) return;
    const auto tell = [&](Message message, const MaybeEstimate& difference) {
        if (flow::shows_difference(scene, difference, changed))
            changes_.push_back(
                {scene.words(message, words.points(*difference)), Weight::semibold, false});
    };
    tell(Message::change_reach, card.difference->reach);
    tell(Message::change_left, card.difference->left);
}

// A map draws no ways, so that what becomes of them stands where they begin.
void TouchpointCard::add_changed_ways(const ChangeWords& words) {
    constexpr std::size_t most_fields = 2, most_lines = 4;
    std::vector<std::string> lines;
    for (const flow::Edge& edge : content_.scene.graph.edges) {
        if (edge.from != stop_.card || edge.change == nullptr) continue;
        const std::string to = "→\u00a0" + name_of(edge.to) + ": ";
        const WayChange& change = *edge.change;
        if (change.kind != ChangeKind::changed)
            lines.push_back(to + words.kind(change.kind));
        else
            for (const auto& line : words.brief_fields(telling_fields(change.fields), most_fields))
                lines.push_back(to + line);
    }
    for (const std::string& line : words.shortened(std::move(lines), most_lines))
        changes_.push_back({line, Weight::regular, false});
}

/// The number on a card, or what an end is called.
std::string TouchpointCard::name_of(std::size_t node) const {
    const flow::FlowGraph& graph = content_.scene.graph;
    if (graph.is_end(node)) return graph.ends[node - graph.cards.size()].title;
    return std::to_string(content_.plan.stops[content_.plan.stop_of_card[node]].number);
}

TextItem TouchpointCard::change_line(const ChangeLine& line, double width) const {
    TextStyle style = content_.tokens.small(content_.scene.theme.text(Meaning::change));
    style.weight = line.weight;
    return set_text(line.words, style,
                    std::max(4.0, width - 2 * padding - (line.sign ? sign_room : 0)));
}

double TouchpointCard::changes_height(double width) const {
    double height = 0;
    for (const ChangeLine& line : changes_) height += change_line(line, width).box.height;
    return height;
}

void TouchpointCard::draw_changes(Point at, double width, std::vector<Item>& items) const {
    for (const ChangeLine& line : changes_) {
        TextItem words = change_line(line, width);
        const double height = words.box.height;
        if (line.sign)
            items.emplace_back(change_sign(content_.scene.theme, content_.card(stop_).change->kind,
                                           {at.x + sign_size / 2, at.y + height / 2}, sign_size));
        items.emplace_back(placed_at(std::move(words), {at.x + (line.sign ? sign_room : 0), at.y}));
        at.y += height;
    }
}

void TouchpointCard::add_piece(const std::string& words, bool chip, bool outside) {
    const Theme& theme = content_.scene.theme;
    const Colour colour = outside ? theme.text(Meaning::outside_control) : theme.soft_ink;
    pieces_.push_back({set_text(words, content_.tokens.small(colour), unlimited), chip, outside});
}

double TouchpointCard::star_room() const {
    return starred() ? star_size + star_gap - star_inset : 0;
}

bool TouchpointCard::starred() const {
    const flow::Card& card = content_.card(stop_);
    return card.declared() || card.found;
}

TextItem TouchpointCard::title(double width, bool balanced) const {
    const double room = width - 2 * padding - badge_size - number_gap - star_room();
    const auto set = balanced ? set_balanced : set_text;
    TextItem item =
        set(content_.touchpoint(stop_).shown(), title_style(content_), std::max(room, 4.0), 0);
    if (const auto& links = content_.touchpoint(stop_).links; !links.empty())
        item.link = links.front().value;
    return item;
}

std::vector<TouchpointCard::PlacedPiece> TouchpointCard::place_pieces(double width,
                                                                      double& height) const {
    std::vector<PlacedPiece> placed;
    const double room = width - 2 * padding;
    double x = 0, y = 0, line = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const Piece& piece = pieces_[i];
        const double extra = piece.width() - piece.words.box.width;
        if (x > 0 && x + piece.width() > room) {
            x = 0;
            y += line;
            line = 0;
        }
        const double words_room = std::max(room - x - extra, 3.0);
        const TextItem set = set_text(piece.words.paragraph, piece.words.style, words_room);
        placed.push_back({i, {x, y}, words_room});
        line = std::max(line, set.box.height);
        x += set.box.width + extra + piece_gap;
    }
    height = pieces_.empty() ? 0 : y + line;
    return placed;
}

double TouchpointCard::height(double width) const {
    double below = 0;
    const auto placed = place_pieces(width, below);
    const double above = std::max(title(width, false).box.height, badge_size);
    return 2 * padding - 0.4 + above + (pieces_.empty() ? 0 : title_gap + below) +
           changes_height(width);
}

double TouchpointCard::least_width() const {
    const double word = longest_word(content_.touchpoint(stop_).shown(), title_style(content_));
    double least = word + badge_size + number_gap + star_room();
    for (const Piece& piece : pieces_)
        least = std::max(least, longest_word(piece.words.paragraph, piece.words.style) +
                                    piece.width() - piece.words.box.width);
    return least + 2 * padding;
}

double TouchpointCard::bulk() const {
    const Box words =
        set_text(content_.touchpoint(stop_).shown(), title_style(content_), unlimited).box;
    double bulk = (words.width + badge_size + 2 * padding) * words.height;
    for (const Piece& piece : pieces_) bulk += (piece.width() + piece_gap) * piece.words.box.height;
    for (const ChangeLine& line : changes_) {
        const Box set = change_line(line, unlimited).box;
        bulk += set.width * set.height;
    }
    return bulk;
}

Group TouchpointCard::draw(const Box& box) const {
    const flow::Scene& scene = content_.scene;
    const Theme& theme = scene.theme;
    const flow::Card& card = content_.card(stop_);
    const bool outside = card.touchpoint->owner_or_us() != Owner::us;
    Group group;
    group.id = "touchpoint-" + std::to_string(stop_.card + 1);
    group.title = card.touchpoint->shown();
    group.description = flow::describe_card(scene, card);
    group.frame = box;
    constexpr double radius = 1.2;
    const Stroke border =
        outside ? Stroke{theme.line(Meaning::outside_control, 0.35).colour, 0.35, {1.3, 0.9}}
                : Stroke{theme.stage_border(card.stage), 0.35, {}};
    group.items.emplace_back(Rectangle{box, radius, Fill{theme.card}, border});
    if (card.change != nullptr)
        for (Item& line : change_frame(theme, card.change->kind, box, radius))
            group.items.emplace_back(std::move(line));
    TextItem words = title(box.width, true);
    const double first_line = words.box.height / static_cast<double>(words.lines.size());
    const double middle = box.y + padding - 0.2 + std::max(first_line, badge_size) / 2;
    const Point badge{box.x + padding + badge_size / 2, middle};
    add_badge(content_, stop_.number, badge, badge_size, group.items);
    const double title_height = words.box.height;
    group.items.emplace_back(placed_at(
        std::move(words), {box.x + padding + badge_size + number_gap, middle - first_line / 2}));
    if (starred()) {
        const Point centre{box.right() - padding - star_size / 2 + star_inset, middle};
        const bool filled = card.found || !scene.graph.moments_known;
        group.items.emplace_back(filled ? flow::moment_star(scene, centre, star_size)
                                        : flow::hollow_star(scene, centre, star_size));
    }
    double below = 0;
    const double top = box.y + padding - 0.2 + std::max(title_height, badge_size) + title_gap;
    for (const PlacedPiece& place : place_pieces(box.width, below)) {
        const Piece& piece = pieces_[place.piece];
        TextItem item = set_text(piece.words.paragraph, piece.words.style, place.room);
        const double x = box.x + padding + place.at.x, y = top + place.at.y;
        const double line = item.box.height / static_cast<double>(item.lines.size());
        if (piece.chip)
            group.items.emplace_back(
                Rectangle{{x, y + 0.25, item.box.width + 2 * chip_padding, item.box.height - 0.5},
                          std::min(line, item.box.height) / 2 - 0.25,
                          {},
                          Stroke{theme.soft_ink, 0.2, {}}});
        if (piece.outside)
            group.items.emplace_back(outside_badge({x + 1.1, y + line / 2}, 2.2,
                                                   Fill{theme.text(Meaning::outside_control)}));
        group.items.emplace_back(
            placed_at(std::move(item),
                      {x + (piece.chip ? chip_padding : 0) + (piece.outside ? owner_mark : 0), y}));
    }
    draw_changes({box.x + padding, top + below}, box.width, group.items);
    return group;
}

Content with_card_widths(Content content) {
    content.least_cards.assign(content.plan.columns, 0.0);
    for (const Stop& stop : content.plan.stops) {
        double& least = content.least_cards[stop.column];
        least = std::max(least, TouchpointCard(content, stop).least_width());
    }
    return content;
}

sheet::BlockPtr card_grid(std::vector<TouchpointCard> cards) {
    return std::make_shared<const CardGrid>(std::move(cards));
}

}  // namespace cjm::render::map
