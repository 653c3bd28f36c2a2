#include <algorithm>

#include "render/cards/card.hpp"
#include "render/cards/figures.hpp"
#include "render/cards/writer.hpp"
#include "render/marks.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::cards {
namespace {

constexpr double padding = 5, band_padding = 3.6, portrait = 13, portrait_gap = 3;

std::vector<std::string> values(const std::vector<Text>& texts) {
    std::vector<std::string> list;
    for (const auto& text : texts) list.push_back(text.value);
    return list;
}

/// The default persona of a file that has none.
bool is_nobody(const Persona& persona) {
    return persona.id.value == "everyone" && !persona.title;
}

std::string name_of(const Scene& scene, const Persona& persona) {
    return is_nobody(persona) ? scene.words(Message::everyone) : persona.shown();
}

/// Head and shoulders in a circle: a place for a drawing or a photograph.
void add_portrait(const Theme& theme, std::size_t hue, Point centre, double size,
                  std::vector<Item>& items) {
    auto ground = circle(centre, size, Fill{theme.page});
    ground.stroke = Stroke{theme.stage_border(hue), 0.4, {}};
    items.push_back(std::move(ground));
    const Fill fill{theme.stage_border(hue)};
    items.push_back(circle({centre.x, centre.y - 0.12 * size}, 0.34 * size, fill));
    const double half = 0.28 * size, top = centre.y + 0.1 * size, bottom = centre.y + 0.34 * size;
    Path shoulders;
    shoulders.segments = {
        MoveTo{{centre.x - half, bottom}},
        CurveTo{{centre.x - half, top}, {centre.x - half / 2, top}, {centre.x, top}},
        CurveTo{{centre.x + half / 2, top}, {centre.x + half, top}, {centre.x + half, bottom}},
        ClosePath{}};
    shoulders.fill = fill;
    items.emplace_back(std::move(shoulders));
}

std::vector<Section> sections_of(const Scene& scene, const Persona& persona) {
    const auto& theme = scene.theme;
    std::vector<Section> sections;
    if (!persona.about) sections.push_back({scene.words(Message::card_about), {}});
    if (!persona.quote) sections.push_back({scene.words(Message::card_quote), {}});
    const Fill dot{theme.soft_ink};
    sections.push_back({scene.words(Message::card_goals), values(persona.goals), tick,
                        theme.glyph(Meaning::success)});
    sections.push_back({scene.words(Message::card_needs), values(persona.needs), nullptr, dot});
    sections.push_back({scene.words(Message::card_frustrations), values(persona.frustrations),
                        triangle, theme.glyph(Meaning::dissatisfaction)});
    return sections;
}

std::vector<Figure> figures_of(const Scene& scene, const Persona& persona) {
    std::vector<Figure> figures;
    if (!scene.result) return figures;
    for (const auto& result : scene.result->personas) {
        if (result.id != persona.id.value) continue;
        if (result.success)
            figures.push_back({*result.success, scene.words(Message::card_succeed),
                               scene.theme.text(Meaning::success)});
        if (result.ghosted)
            figures.push_back({*result.ghosted, scene.words(Message::card_ghosted),
                               scene.theme.text(Meaning::ghosted)});
    }
    return figures;
}

/// Everything down to the figures, with so many lines in empty sections.
Writer write(const Scene& scene, std::size_t index, double width, double scale, std::size_t lines,
             Group& band) {
    const auto& persona = scene.journey.personas[index];
    const auto& theme = scene.theme;
    const double inset = scale * padding;
    const double face = scale * portrait, beside = face + scale * portrait_gap;
    Writer head(theme, inset + beside, width - 2 * inset - beside, scale, scale * band_padding);
    head.text(name_of(scene, persona), style(card_type.title, Weight::bold, theme.ink));
    if (scene.journey.personas.size() > 1 || !is_nobody(persona)) {
        head.text(scene.words(Message::card_share, scene.share(persona.share.likely)),
                  style(card_type.body, Weight::medium, theme.soft_ink));
    }
    const double band_height =
        std::max(head.y() + scale * band_padding, face + 2 * scale * band_padding);
    band.items.push_back(Rectangle{{0, 0, width, band_height}, 0, theme.stage_tint(index), {}});
    add_portrait(theme, index, {inset + face / 2, band_height / 2}, face, band.items);
    for (auto& item : head.take()) band.items.push_back(std::move(item));

    Writer writer(theme, inset, width - 2 * inset, scale, band_height + scale * 2.4);
    if (persona.about)
        writer.text(persona.about->value, style(card_type.body, Weight::regular, theme.ink));
    if (persona.quote) {
        if (persona.about) writer.gap(1.6);
        auto quote = style(card_type.quote, Weight::medium, theme.ink);
        quote.italic = true;
        writer.text("“" + persona.quote->value + "”", quote);
    }
    write_sections(writer, theme, sections_of(scene, persona), lines);
    return writer;
}

}  // namespace

Card persona_card(const Scene& scene, std::size_t index, double width, double height,
                  double scale) {
    const auto& persona = scene.journey.personas[index];
    const double inset = scale * padding;
    const FigureRow figures(scene, figures_of(scene, persona), width - 2 * inset, scale);
    const double foot = figures.height() + scale * padding;
    const double gap = scale * figures_gap;
    Group measured;
    const double least = write(scene, index, width, scale, least_lines, measured).y() + gap + foot;
    const auto lines = lines_for(sections_of(scene, persona), height - least);
    Card card;
    auto writer = write(scene, index, width, scale, lines, card.group);
    card.height = std::max(height, writer.y() + gap + foot);
    for (auto& item : writer.take()) card.group.items.push_back(std::move(item));
    figures.draw({inset, card.height - foot}, card.group.items);
    card.group.id = "persona-" + std::to_string(index + 1);
    card.group.title = name_of(scene, persona);
    card.group.description = persona.about ? persona.about->value : std::string();
    card.group.frame = Box{0, 0, width, card.height};
    return card;
}

}  // namespace cjm::render::cards
