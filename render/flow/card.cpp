#include "render/flow/card.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "render/change/marks.hpp"
#include "render/flow/describe.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double star_size = 4.4, star_gap = 0.5;       // beside a title
constexpr double bar_height = 1.4, figure_room = 10.5;  // the figure stands right of the bar
constexpr double tray_gap = 0.7, tray_bar = 2.1, tray_blank = 1.3, tray_mark = 2.7,
                 tray_mark_gap = 0.5;
constexpr double tab_height = 3.7;
constexpr double sign_size = 2.7, sign_room = 3.4, chip_padding = 1, chip_gap = 1.6;
constexpr std::size_t most_change_lines = 4;
constexpr double point = 25.4 / 72;  // millimetres

bool has_star(const Card& card) {
    return card.declared() || card.found;
}

/// Filled where a moment of truth was found, or declared and not looked for; else an outline.
Path star_of(const Scene& scene, const Card& card, Point centre, double size) {
    const bool filled = card.found || !scene.graph.moments_known;
    return filled ? moment_star(scene, centre, size) : hollow_star(scene, centre, size);
}

std::optional<Message> moment_message(const Touchpoint& touchpoint) {
    if (!touchpoint.moment) return std::nullopt;
    constexpr std::array messages{Message::flow_moment_know, Message::flow_moment_go,
                                  Message::flow_moment_do, Message::flow_moment_buy};
    return messages[static_cast<std::size_t>(touchpoint.moment->value)];
}

void add_reach(const Scene& scene, double reach, const TextItem& figure, const Box& box,
               std::vector<Item>& items) {
    const double middle = box.bottom() - scene.measures.card_padding + 0.7 - figure.box.height / 2;
    Box bar{box.x + scene.measures.card_padding, middle - bar_height / 2,
            box.width - 2 * scene.measures.card_padding - figure_room, bar_height};
    items.push_back(Rectangle{bar, bar_height / 2, Fill{scene.theme.rule}, {}});
    bar.width = std::max(bar.width * std::min(reach, 1.0), bar_height);
    if (reach > 0) {
        items.push_back(
            Rectangle{bar, bar_height / 2, Fill{scene.theme.line(Meaning::traffic, 1).colour}, {}});
    }
    items.push_back(placed_at(figure, {box.right() - scene.measures.card_padding - figure.box.width,
                                       middle - figure.box.height / 2}));
}

Stroke border_of(const Scene& scene, const Card& card) {
    const auto& theme = scene.theme;
    if (card.declared()) return {theme.mark_outline(Meaning::moment_of_truth).colour, 0.75, {}};
    if (card.touchpoint->owner_or_us() != Owner::us) {
        return {theme.line(Meaning::outside_control, 0.4).colour, 0.4, {1.5, 1.0}};
    }
    return {theme.card_border, 0.25, {}};
}

/// Below each other: the sign and word of the change, what is changed, how customers fare.
void add_changes(const Scene& scene, const Card& card, const CardFace& face, Point at,
                 std::vector<Item>& items) {
    double room = sign_room;  // right of the sign
    for (const TextItem& line : face.changes) {
        if (room > 0)
            items.emplace_back(change_sign(scene.theme, card.change->kind,
                                           {at.x + sign_size / 2, at.y + line.box.height / 2},
                                           sign_size));
        items.push_back(placed_at(line, {at.x + room, at.y}));
        at.y += line.box.height;
        room = 0;
    }
    for (const TextItem& line : face.differences) {
        items.push_back(placed_at(line, at));
        at.y += line.box.height;
    }
}

void add_texts(const Scene& scene, const Card& card, const CardFace& face, const Box& box,
               std::vector<Item>& items) {
    double y = box.y + scene.measures.card_padding - 0.4;
    items.push_back(placed_at(face.title, {box.x + scene.measures.card_padding, y}));
    y += face.title.box.height;
    const double left = box.x + scene.measures.card_padding;
    double x = left, line = 0;
    if (face.channel) {
        items.push_back(placed_at(*face.channel, {x, y}));
        line = face.channel->box.height;
        if (face.channel_above)
            y += std::exchange(line, 0);
        else
            x += face.channel->box.width + chip_gap;
    }
    if (face.moment) {
        const auto chip = face.moment->box;
        items.push_back(Rectangle{{x, y + 0.2, chip.width + 2 * chip_padding, chip.height - 0.4},
                                  (chip.height - 0.4) / 2,
                                  {},
                                  Stroke{scene.theme.soft_ink, 0.2, {}}});
        items.push_back(placed_at(*face.moment, {x + chip_padding, y}));
        line = std::max(line, chip.height);
    }
    y += line;
    if (face.found) {
        items.push_back(placed_at(*face.found, {box.x + scene.measures.card_padding, y}));
        y += face.found->box.height;
    }
    if (face.owner) {
        const double middle =
            y + face.owner->style.size_pt * point * face.owner->style.line_height / 2;
        items.push_back(outside_badge({box.x + scene.measures.card_padding + 1.2, middle}, 2.4,
                                      Fill{scene.theme.text(Meaning::outside_control)}));
        items.push_back(placed_at(*face.owner, {box.x + scene.measures.card_padding + 3.2, y}));
        y += face.owner->box.height;
    }
    add_changes(scene, card, face, {box.x + scene.measures.card_padding, y}, items);
}

/// Share that left, then how many of them without a word and how many openly.
void measure_tray(const Scene& scene, const CardNumbers& numbers, CardFace& face) {
    const auto& measures = scene.measures;
    const double room = measures.card_width - 2 * measures.card_padding;
    double x = 0;
    const auto add = [&](double share, Weight weight, std::optional<EndKind> kind) {
        TrayPart part;
        part.kind = kind;
        // where all of them left in one way, the mark alone says it
        const bool all = kind && share >= numbers.left;
        part.figure =
            set_text(scene.share(share), style(measures.label_type, weight, scene.theme.ink), 1e9);
        const double line = part.figure.box.height;
        if (all) part.figure.lines.clear();
        const double mark = kind ? tray_mark + tray_mark_gap : 0;
        const double width = mark + (all ? 0 : part.figure.box.width);
        if (x > 0 && x + width > room) {
            x = 0;
            face.tray_height += line;
        }
        if (face.tray.empty()) face.tray_height = tray_gap + tray_bar + line;
        part.at = {x, face.tray_height - line};
        part.line_height = line;
        x += width + tray_blank;
        face.tray.push_back(std::move(part));
    };
    add(numbers.left, Weight::bold, std::nullopt);
    constexpr double nobody = 1e-12;
    if (numbers.ghosted > nobody) add(numbers.ghosted, Weight::regular, EndKind::ghosted);
    if (numbers.left - numbers.ghosted > nobody)
        add(numbers.left - numbers.ghosted, Weight::regular, EndKind::left_openly);
}

/// The tray's bar, and its figures below that.
void add_tray(const Scene& scene, const CardNumbers& numbers, const CardFace& face, const Box& box,
              std::vector<Item>& items) {
    const double padding = scene.measures.card_padding;
    add_causes(scene, numbers,
               {box.x + padding, box.bottom() + tray_gap, box.width - 2 * padding, tray_bar},
               items);
    for (const TrayPart& part : face.tray) {
        double x = box.x + padding + part.at.x;
        const double y = box.bottom() + part.at.y;
        if (part.kind) {
            items.emplace_back(end_sign(*part.kind, {x + tray_mark / 2, y + part.line_height / 2},
                                        tray_mark, Fill{scene.theme.text(meaning_of(*part.kind))}));
            x += tray_mark + tray_mark_gap;
        }
        if (!part.figure.lines.empty()) items.emplace_back(placed_at(part.figure, {x, y}));
    }
}

void measure_changes(const Scene& scene, const Card& card, double width, CardFace& face) {
    const ChangeWords words = change_words(scene);
    const Colour colour = scene.theme.text(Meaning::change);
    const auto add = [&](std::vector<TextItem>& lines, const std::string& line, Weight weight,
                         double room) {
        lines.push_back(set_text(line, style(scene.measures.smallest_type, weight, colour), room));
        face.height += lines.back().box.height;
    };
    const bool changed = card.change != nullptr;
    if (changed) {
        add(face.changes, words.kind(card.change->kind), Weight::bold, width - sign_room);
        for (const std::string& line : words.fields(card.change->fields, most_change_lines))
            add(face.changes, line, Weight::regular, width);
    }
    if (card.difference == nullptr || (changed && card.change->kind == ChangeKind::added)) return;
    const auto tell = [&](Message message, const MaybeEstimate& difference) {
        if (shows_difference(scene, difference, changed))
            add(face.differences, scene.words(message, words.short_points(*difference)),
                Weight::semibold, width);
    };
    tell(Message::change_reach, card.difference->reach);
    tell(Message::change_left, card.difference->left);
}

}  // namespace

void add_causes(const Scene& scene, const CardNumbers& numbers, const Box& box,
                std::vector<Item>& items) {
    const Theme& theme = scene.theme;
    double total = 0;
    for (const auto& part : numbers.causes) total += part.share;
    double x = box.x;
    for (const auto& part : numbers.causes) {
        const double width = total > 0 ? box.width * part.share / total : 0;
        const Meaning meaning = meaning_of_cause(part.cause);
        constexpr double outline = 0.12;
        if (width > 0)
            items.emplace_back(Rectangle{
                {x, box.y, width, box.height},
                0,
                theme.mark(meaning),
                Stroke{theme.name == ThemeName::print ? theme.ink : theme.page, outline, {}}});
        x += width;
    }
}

Path moment_star(const Scene& scene, Point centre, double size) {
    auto mark = star(centre, size, scene.theme.mark(Meaning::moment_of_truth));
    mark.stroke = scene.theme.mark_outline(Meaning::moment_of_truth);
    return mark;
}

Path hollow_star(const Scene& scene, Point centre, double size) {
    constexpr double outline = 0.35;
    auto mark = star(centre, size, Fill{scene.theme.card});
    mark.stroke = scene.theme.mark_outline(Meaning::moment_of_truth, outline);
    return mark;
}

Group start_tab(const Scene& scene, std::optional<double> share, Point corner) {
    const auto& theme = scene.theme;
    Group tab;
    const auto words = share ? scene.words(Message::flow_start_share, scene.share(*share))
                             : scene.words(Message::flow_start);
    auto label =
        set_text(words, style(scene.measures.smallest_type, Weight::semibold, theme.page), 1e9);
    const Box box{corner.x, corner.y - tab_height, label.box.width + 5.2, tab_height};
    tab.items.push_back(Rectangle{box, 1, Fill{theme.ink}, {}});
    const double middle = box.y + box.height / 2;
    tab.items.push_back(arrow_head({box.x + 3.2, middle}, {box.x, middle}, 2, Fill{theme.page}));
    tab.items.push_back(placed_at(std::move(label), {box.x + 4, middle - label.box.height / 2}));
    tab.frame = box;
    return tab;
}

CardFace measure_card(const Scene& scene, const Card& card) {
    const auto& theme = scene.theme;
    const auto& touchpoint = *card.touchpoint;
    CardFace face;
    const double inner = scene.measures.card_width - 2 * scene.measures.card_padding;
    const double star_room = has_star(card) ? star_size + star_gap : 0;
    face.title = set_balanced(touchpoint.shown(),
                              style(scene.measures.title_type, Weight::semibold, theme.ink),
                              inner - star_room, most_name_lines);
    if (!touchpoint.links.empty()) face.title.link = touchpoint.links.front().value;
    const auto small = style(scene.measures.smallest_type, Weight::regular, theme.soft_ink);
    if (const auto moment = moment_message(touchpoint))
        face.moment = set_text(scene.words(*moment), small, inner - 2 * chip_padding);
    if (touchpoint.channel)
        face.channel = set_text(touchpoint.channel->value, small, inner, most_name_lines);
    const double channel = face.channel ? face.channel->box.height : 0;
    const double moment = face.moment ? face.moment->box.height : 0;
    face.channel_above =
        face.channel && face.moment &&
        face.channel->box.width + chip_gap + face.moment->box.width + 2 * chip_padding > inner;
    const double line = face.channel_above ? channel + moment : std::max(channel, moment);
    face.height = 2 * scene.measures.card_padding - 0.6 + face.title.box.height + line;
    if (card.found) {
        face.found = set_text(found_words(scene, *card.found),
                                  style(scene.measures.smallest_type, Weight::semibold,
                                        theme.text(Meaning::moment_of_truth)),
                                  inner);
        face.height += face.found->box.height;
    }
    if (touchpoint.owner_or_us() != Owner::us) {
        const auto words = touchpoint.owner_or_us() == Owner::partner ? Message::flow_partner
                                                                      : Message::flow_third_party;
        face.owner = set_text(scene.words(words),
                              style(scene.measures.smallest_type, Weight::medium,
                                    theme.text(Meaning::outside_control)),
                              inner - 3.2);
        face.height += face.owner->box.height;
    }
    if (card.numbers) {
        face.reach = set_text(
            scene.share(card.numbers->reach),
            style(scene.measures.label_type, Weight::bold, theme.text(Meaning::traffic)), inner);
        face.height += face.reach->box.height - 0.2;
        if (card.numbers->left > 0) measure_tray(scene, *card.numbers, face);
    }
    face.tab = card.start_share > 0;
    if (scene.change != nullptr) measure_changes(scene, card, inner, face);
    return face;
}

Group draw_card(const Scene& scene, std::size_t index, const CardFace& face, const Box& box) {
    const auto& card = scene.graph.cards[index];
    Group group;
    group.id = "touchpoint-" + std::to_string(index + 1);
    group.title = card.touchpoint->shown();
    group.description = describe_card(scene, card);
    Box frame = box;
    if (face.tab) {
        const bool only = card.start_share > 1 - 1e-9;
        auto tab = start_tab(scene, only ? std::nullopt : std::optional(card.start_share),
                             {box.x + 1.2, box.y + 0.4});
        frame.y = tab.frame->y;
        group.items.emplace_back(std::move(tab));
    }
    constexpr double radius = 1.8;
    group.items.push_back(Rectangle{box, radius, Fill{scene.theme.card}, border_of(scene, card)});
    if (card.numbers) add_reach(scene, card.numbers->reach, *face.reach, box, group.items);
    if (card.change != nullptr)
        for (Item& line : change_frame(scene.theme, card.change->kind, box, radius))
            group.items.push_back(std::move(line));
    add_texts(scene, card, face, box, group.items);
    if (has_star(card)) {
        const Point centre{box.right() - star_size / 2 - 0.7, box.y + star_size / 2 + 0.5};
        group.items.emplace_back(star_of(scene, card, centre, star_size));
    }
    if (card.numbers && card.numbers->left > 0) {
        add_tray(scene, *card.numbers, face, box, group.items);
        frame.height += box.y - frame.y + face.tray_height;
    } else {
        frame.height += box.y - frame.y;
    }
    group.frame = frame;
    return group;
}

}  // namespace cjm::render::flow
