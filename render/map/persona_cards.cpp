#include "render/map/persona_cards.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <glib.h>

#include "render/map/content.hpp"
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

/// First letters of the last two words that begin with a letter: "Chị Hạnh, sợ đau" is CH.
std::string initials(const std::string& name) {
    std::string letters;
    int found = 0;
    bool word = true;
    for (const char* at = name.c_str(); *at != '\0' && found < 2; at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char_validated(at, -1);
        if (letter >= static_cast<gunichar>(-2) || letter == ',') break;
        if (g_unichar_isalpha(letter) && word) {
            char bytes[6];
            letters.append(bytes, static_cast<std::size_t>(
                                      g_unichar_to_utf8(g_unichar_toupper(letter), bytes)));
            ++found;
        }
        word = g_unichar_isspace(letter);
    }
    return letters;
}

struct Card {
    std::vector<TextItem> lines;  ///< below one another, from the top
    double height = 0;
    std::optional<Path> note;  ///< the mark beside the last line, where that stands for notes
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
    [[nodiscard]] Card measure(const Persona& persona) const {
        const Theme& theme = scene_.theme;
        Card card;
        const double room = width_ - 2 * padding - avatar - text_gap;
        card.height = padding;
        const auto add = [&](const std::string& words, const TextStyle& style) {
            TextItem item = set_text(words, style, room);
            const double height = item.box.height;
            card.lines.push_back(placed_at(std::move(item), {0, card.height}));
            card.height += height;
        };
        TextStyle bold = content_.tokens.body(theme.ink);
        bold.weight = Weight::bold;
        std::string name = persona.shown();
        if (scene_.journey.personas.size() > 1)
            name += "  ·  " + scene_.share(persona.share.likely);
        add(name, bold);
        std::vector<std::size_t> carried;
        const auto add_text = [&](const Text& text, const std::string& words,
                                  const TextStyle& style) {
            if (const auto number = content_.carried.number_of(text))
                carried.push_back(*number);
            else
                add(words, style);
        };
        const auto add_list = [&](const std::vector<Text>& texts, Message message) {
            std::string all;
            for (const Text& text : texts) {
                if (const auto number = content_.carried.number_of(text))
                    carried.push_back(*number);
                else
                    all += (all.empty() ? "" : "; ") + text.value;
            }
            if (!all.empty())
                add(scene_.words(Message::map_persona_list, scene_.words(message), all),
                    content_.tokens.small(theme.ink));
        };
        if (persona.about)
            add_text(*persona.about, persona.about->value, content_.tokens.small(theme.soft_ink));
        TextStyle italic = content_.tokens.body(theme.ink);
        italic.italic = true;
        if (persona.quote) add_text(*persona.quote, quoted_words(persona.quote->value), italic);
        add_list(persona.goals, Message::card_goals);
        add_list(persona.needs, Message::card_needs);
        add_list(persona.frustrations, Message::card_frustrations);
        if (!carried.empty()) add_references(carried, room, card);
        card.height += padding;
        return card;
    }

    void add_references(std::vector<std::size_t> numbers, double room, Card& card) const {
        std::sort(numbers.begin(), numbers.end());
        const auto block =
            sheet::text_block(sheet::note_paragraph(content_.tokens, scene_.theme, numbers));
        const double height = block->height(room);
        std::vector<Item> items;
        block->draw({0, card.height, room, height}, items);
        for (Item& item : items) {
            if (auto* mark = std::get_if<Path>(&item)) card.note = std::move(*mark);
            if (auto* words = std::get_if<TextItem>(&item)) card.lines.push_back(std::move(*words));
        }
        card.height += height;
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
        const double spare = std::max(0.0, box.height - card.height) / 2;
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
