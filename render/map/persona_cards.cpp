#include "render/map/persona_cards.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "render/map/content.hpp"
#include "render/map/initials.hpp"
#include "render/marks.hpp"
#include "render/page/transform.hpp"
#include "render/sheet/note_paragraph.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double avatar = 8.5, padding = 1.8, gap = 2.4, text_gap = 2.2, pleasant_card = 62;

bool says_something(const Persona& persona) {
    return persona.quote || persona.about || !persona.goals.empty() || !persona.needs.empty() ||
           !persona.frustrations.empty();
}

struct Card {
    std::vector<TextItem> lines;  ///< below one another, from the top
    double height = 0;
    std::optional<Path> note;  ///< the mark beside the last line, where that stands for notes
};

/// Writes a persona's texts below one another.
class CardWriter {
  public:
    CardWriter(const Content& content, double room)
        : content_(content), scene_(content.scene), room_(room) {}

    void start_column(double left) {
        left_ = left;
        y_ = padding;
    }

    void write_about(const Persona& persona) {
        TextStyle bold = content_.tokens.body(scene_.theme.ink);
        bold.weight = Weight::bold;
        std::string name = persona.shown();
        if (scene_.journey.personas.size() > 1)
            name += "  ·  " + scene_.share(persona.share.likely);
        add(name, bold);
        if (persona.about)
            add_text(*persona.about, persona.about->value,
                     content_.tokens.small(scene_.theme.soft_ink));
        TextStyle italic = content_.tokens.body(scene_.theme.ink);
        italic.italic = true;
        if (persona.quote) add_text(*persona.quote, quoted_words(persona.quote->value), italic);
    }

    /// Goals, needs, frustrations, and where the notes tell the rest.
    void write_wants(const Persona& persona) {
        add_list(persona.goals, Message::card_goals);
        add_list(persona.needs, Message::card_needs);
        add_list(persona.frustrations, Message::card_frustrations);
        if (!carried_.empty()) add_references();
    }

    Card take() {
        card_.height += padding;
        return std::move(card_);
    }

  private:
    void advance(double height) {
        y_ += height;
        card_.height = std::max(card_.height, y_);
    }

    void add(const std::string& words, const TextStyle& style) {
        TextItem item = set_text(words, style, room_);
        const double height = item.box.height;
        card_.lines.push_back(placed_at(std::move(item), {left_, y_}));
        advance(height);
    }

    void add_text(const Text& text, const std::string& words, const TextStyle& style) {
        if (const auto number = content_.carried.number_of(text))
            carried_.push_back(*number);
        else
            add(words, style);
    }

    void add_list(const std::vector<Text>& texts, Message message) {
        std::string all;
        for (const Text& text : texts) {
            if (const auto number = content_.carried.number_of(text))
                carried_.push_back(*number);
            else
                all += (all.empty() ? "" : "; ") + text.value;
        }
        if (!all.empty())
            add(scene_.words(Message::map_persona_list, scene_.words(message), all),
                content_.tokens.small(scene_.theme.ink));
    }

    void add_references() {
        std::sort(carried_.begin(), carried_.end());
        const auto block =
            sheet::text_block(sheet::note_paragraph(content_.tokens, scene_.theme, carried_));
        const double height = block->height(room_);
        std::vector<Item> items;
        block->draw({left_, y_, room_, height}, items);
        for (Item& item : items) {
            if (auto* mark = std::get_if<Path>(&item)) card_.note = std::move(*mark);
            if (auto* words = std::get_if<TextItem>(&item))
                card_.lines.push_back(std::move(*words));
        }
        advance(height);
    }

    const Content& content_;
    const flow::Scene& scene_;
    double room_, left_ = 0, y_ = padding;
    std::vector<std::size_t> carried_;
    Card card_{{}, padding, {}};
};

class PersonaCards {
  public:
    PersonaCards(const Content& content, double width) : content_(content), scene_(content.scene) {
        const auto& personas = scene_.journey.personas;
        const auto most = static_cast<std::size_t>(
            std::max(1.0, std::floor((width + gap) / (pleasant_card + gap))));
        const std::size_t rows = (personas.size() + most - 1) / most;
        across_ = (personas.size() + rows - 1) / rows;
        width_ = (width - static_cast<double>(across_ - 1) * gap) / static_cast<double>(across_);
    }

    sheet::Part take() {
        sheet::Part part;
        const auto& personas = scene_.journey.personas;
        for (std::size_t first = 0; first < personas.size(); first += across_) {
            const std::size_t end = std::min(first + across_, personas.size());
            std::vector<Card> cards;
            double height = avatar + 2 * padding;
            for (std::size_t i = first; i < end; ++i) {
                cards.push_back(measure(personas[i]));
                height = std::max(height, cards.back().height);
            }
            if (first > 0) part.height += gap;
            for (std::size_t i = first; i < end; ++i)
                part.group.items.emplace_back(draw(i, std::move(cards[i - first]),
                                                   {static_cast<double>(i - first) * (width_ + gap),
                                                    part.height, width_, height}));
            part.height += height;
        }
        return part;
    }

  private:
    /// In two columns where that is lower: who it is, then what it wants.
    [[nodiscard]] Card measure(const Persona& persona) const {
        const double room = width_ - 2 * padding - avatar - text_gap;
        CardWriter whole(content_, room);
        whole.write_about(persona);
        whole.write_wants(persona);
        Card one = whole.take();
        constexpr double least_column = 45, column_gap = 5;
        const double column = (room - column_gap) / 2;
        if (column < least_column) return one;
        CardWriter halves(content_, column);
        halves.write_about(persona);
        halves.start_column(column + column_gap);
        halves.write_wants(persona);
        Card two = halves.take();
        return two.height < one.height ? two : one;
    }

    [[nodiscard]] Group draw(std::size_t index, Card card, const Box& box) const {
        const Theme& theme = scene_.theme;
        Group group;
        group.id = "persona-" + std::to_string(index + 1);
        group.title = scene_.journey.personas[index].shown();
        group.frame = box;
        constexpr double radius = 1.5;
        group.items.emplace_back(
            Rectangle{box, radius, Fill{theme.card}, Stroke{theme.rule, 0.3, {}}});
        const Point centre{box.x + padding + avatar / 2, box.y + padding + avatar / 2 + 0.4};
        group.items.emplace_back(circle(centre, avatar, theme.stage_tint(index)));
        TextStyle bold = content_.tokens.label(theme.ink);
        bold.weight = Weight::bold;
        TextItem letters = set_text(initials(scene_.journey.personas[index].shown()), bold,
                                    std::numeric_limits<double>::infinity());
        const double width = letters.box.width, height = letters.box.height;
        group.items.emplace_back(
            placed_at(std::move(letters), {centre.x - width / 2, centre.y - height / 2}));
        // few words stand beside the middle of the avatar, many begin at its top
        const double spare = std::max(0.0, avatar + 2 * padding - card.height) / 2;
        Group texts;
        for (TextItem& line : card.lines) texts.items.emplace_back(std::move(line));
        if (card.note) texts.items.emplace_back(std::move(*card.note));
        group.items.emplace_back(
            translated(std::move(texts), box.x + padding + avatar + text_gap, box.y + spare));
        return group;
    }

    const Content& content_;
    const flow::Scene& scene_;
    std::size_t across_ = 1;
    double width_ = 0;
};

}  // namespace

sheet::Part persona_cards(const Content& content, double width) {
    const auto& personas = content.scene.journey.personas;
    if (personas.empty() || (personas.size() == 1 && !says_something(personas.front()))) return {};
    return PersonaCards(content, width).take();
}

}  // namespace cjm::render::map
