#include "render/worksheet/persona_room.hpp"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "render/text/measure.hpp"

namespace cjm::render::worksheet {
namespace {

constexpr double gap = 1.6, padding = 1.6, below = 2;

struct Field {
    Message heading;
    std::string words;
};

std::string joined(const std::vector<Text>& texts) {
    return fmt::format("{}", fmt::join(texts | std::views::transform(&Text::value), "\n"));
}

/// Several personas are named only: the sheet is for one of them.
std::vector<Field> fields_of(const Journey& journey) {
    std::vector<Field> fields{{Message::worksheet_name, {}},
                              {Message::card_quote, {}},
                              {Message::card_goals, {}},
                              {Message::card_needs, {}},
                              {Message::card_frustrations, {}}};
    const auto& personas = journey.personas;
    if (personas.size() > 1) {
        const auto names = personas | std::views::transform(&Persona::shown);
        fields[0].words = fmt::format("{}", fmt::join(names, "\n"));
        return fields;
    }
    const auto& persona = personas.front();
    if (persona.title) fields[0].words = persona.title->value;
    if (persona.about)
        fields[0].words += (fields[0].words.empty() ? "" : "\n") + persona.about->value;
    if (persona.quote) fields[1].words = "“" + persona.quote->value + "”";
    fields[2].words = joined(persona.goals);
    fields[3].words = joined(persona.needs);
    fields[4].words = joined(persona.frustrations);
    return fields;
}

}  // namespace

Room persona_room(const Content& content, const Filling& filling, double label_width, double width,
                  double height) {
    const auto& theme = content.scene.theme;
    const auto& tokens = content.tokens;
    Room room;
    auto& items = room.group.items;
    room.group.id = "persona";
    room.group.title = content.scene.words(Message::card_persona);
    auto label = set_text(room.group.title, tokens.label(theme.ink), label_width);
    auto note = set_text(persona_prompts(content, filling.prompts), tokens.small(theme.soft_ink),
                         label_width);
    double needed = label.box.height + note.box.height;
    const auto fields = fields_of(content.scene.journey);
    const double left = label_width + tokens.label_gap;
    const auto count = static_cast<double>(fields.size());
    const double side = (width - left - (count - 1) * gap) / count;
    std::vector<std::pair<TextItem, TextItem>> faces;
    for (const auto& field : fields) {
        auto heading = set_text(content.scene.words(field.heading), tokens.small(theme.soft_ink),
                                side - 2 * padding);
        auto words = set_text(field.words, tokens.body(theme.soft_ink), side - 2 * padding);
        needed = std::max(needed, heading.box.height + 2 * padding +
                                      (field.words.empty() ? 0 : words.box.height));
        faces.emplace_back(std::move(heading), std::move(words));
    }
    room.height = std::max(height, needed);
    const double label_height = label.box.height;
    items.push_back(std::move(label));
    if (!note.paragraph.empty()) items.push_back(placed_at(std::move(note), {0, label_height}));
    double x = left;
    for (auto& [heading, words] : faces) {
        items.push_back(Rectangle{
            {x, 0, side, room.height}, 1.2, Fill{theme.card}, Stroke{theme.card_border, 0.25, {}}});
        const double y = padding + heading.box.height;
        items.push_back(placed_at(std::move(heading), {x + padding, padding}));
        if (!words.paragraph.empty())
            items.push_back(placed_at(std::move(words), {x + padding, y}));
        x += side + gap;
    }
    room.height += below;
    return room;
}

}  // namespace cjm::render::worksheet
