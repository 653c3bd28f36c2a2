#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "journey/notes.hpp"
#include "render/cards/card.hpp"
#include "render/cards/figures.hpp"
#include "render/cards/writer.hpp"
#include "render/marks.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::cards {
namespace {

constexpr double padding = 4.4, band_padding = 1.8, star_size = 5.2, pill_height = 4.2;

std::vector<std::string> values(const Touchpoint& touchpoint, BuiltInRow row) {
    std::vector<std::string> list;
    for (const auto& text : touchpoint.rows.built_in[static_cast<std::size_t>(row)])
        list.push_back(text.value);
    return list;
}

std::vector<Section> sections_of(const Scene& scene, const Touchpoint& touchpoint) {
    const Fill dot{scene.theme.soft_ink};
    return {{scene.words(Message::map_does), values(touchpoint, BuiltInRow::does), nullptr, dot},
            {scene.words(Message::map_thinks), values(touchpoint, BuiltInRow::thinks), nullptr, dot,
             true},
            {scene.words(Message::map_feels), values(touchpoint, BuiltInRow::feels), nullptr, dot}};
}

std::vector<Figure> figures_of(const Scene& scene, const Touchpoint& touchpoint) {
    std::vector<Figure> figures;
    if (!scene.result) return figures;
    const auto& theme = scene.theme;
    for (const auto& result : scene.result->touchpoints) {
        if (result.id != touchpoint.id.value) continue;
        figures.push_back(
            {result.reach, scene.words(Message::card_reach), theme.text(Meaning::traffic)});
        figures.push_back({result.left, scene.words(Message::card_lost), theme.ink});
        if (result.ghosted.estimate > 0) {
            figures.push_back(
                {result.ghosted, scene.words(Message::card_ghosted), theme.text(Meaning::ghosted)});
        }
        if (result.bad && (result.bad->estimate > 0 || result.good->estimate > 0)) {
            figures.push_back({*result.bad, scene.words(Message::card_bad),
                               theme.text(Meaning::dissatisfaction)});
        }
    }
    return figures;
}

bool is_found(const Scene& scene, const Touchpoint& touchpoint) {
    return scene.moments != nullptr &&
           std::any_of(scene.moments->touchpoints.begin(), scene.moments->touchpoints.end(),
                       [&](const MomentResult& moment) {
                           return moment.id == touchpoint.id.value && moment.moment_of_truth;
                       });
}

/// What the star says; none = no star.
std::optional<Message> moment_words(const Scene& scene, const Touchpoint& touchpoint) {
    if (is_found(scene, touchpoint)) return Message::map_legend_found;
    if (!is_declared(touchpoint)) return std::nullopt;
    return scene.moments == nullptr ? Message::flow_legend_moment
                                    : Message::flow_legend_declared_only;
}

/// Channel, whose it is, who answers for it.
std::string whose(const Scene& scene, const Touchpoint& touchpoint) {
    std::vector<std::string> parts;
    if (touchpoint.channel) parts.push_back(touchpoint.channel->value);
    if (touchpoint.owner_or_us() == Owner::partner)
        parts.push_back(scene.words(Message::flow_partner));
    if (touchpoint.owner_or_us() == Owner::third_party)
        parts.push_back(scene.words(Message::flow_third_party));
    if (touchpoint.responsible)
        parts.push_back(scene.words(Message::card_responsible, touchpoint.responsible->value));
    return fmt::format("{}", fmt::join(parts, "  ·  "));
}

/// Number and stage at the left, the micro-moment as a pill at the right.
double add_band(const Scene& scene, std::size_t index, double width, double scale, Group& group) {
    const auto& touchpoint = scene.journey.touchpoints[index];
    const auto& theme = scene.theme;
    const auto stage =
        touchpoint.stage ? find_stage(scene.journey, touchpoint.stage->value) : StageId{};
    const std::size_t hue = stage ? stage.index() : 0;
    const double inset = scale * padding;
    std::optional<TextItem> moment;
    double right = 0;
    if (touchpoint.moment) {
        constexpr std::array words{Message::card_want_to_know, Message::card_want_to_go,
                                   Message::card_want_to_do, Message::card_want_to_buy};
        moment =
            set_text(scene.words(words[static_cast<std::size_t>(touchpoint.moment->value)]),
                     style(card_type.small * scale, Weight::semibold, theme.ink), width / 2, 1);
        right = moment->box.width + scale * 5;
    }
    Writer writer(theme, inset, width - 2 * inset, scale, scale * band_padding);
    const auto number = std::to_string(index + 1);
    writer.text(stage ? number + "  ·  " + scene.journey.stages[stage.index()].shown() : number,
                style(card_type.small, Weight::semibold, theme.ink), 0, right);
    const double height =
        std::max(writer.y() + scale * band_padding, scale * (pill_height + band_padding));
    group.items.push_back(Rectangle{{0, 0, width, height}, 0, theme.stage_tint(hue), {}});
    group.items.push_back(
        Rectangle{{0, height, width, scale * 0.8}, 0, Fill{theme.stage_border(hue)}, {}});
    for (auto& item : writer.take()) group.items.push_back(std::move(item));
    if (moment) {
        const double pill_width = moment->box.width + scale * 3.6;
        const Box pill{width - inset - pill_width, height / 2 - scale * pill_height / 2, pill_width,
                       scale * pill_height};
        group.items.push_back(
            Rectangle{pill, pill.height / 2, Fill{theme.page}, Stroke{theme.soft_ink, 0.2, {}}});
        group.items.push_back(
            placed_at(*moment, {pill.x + scale * 1.8, height / 2 - moment->box.height / 2}));
    }
    return height;
}

/// Everything down to the figures, with so many lines in empty sections.
Writer write(const Scene& scene, std::size_t index, double width, double scale, std::size_t lines,
             Group& group) {
    const auto& touchpoint = scene.journey.touchpoints[index];
    const auto& theme = scene.theme;
    const double inset = scale * padding;
    const double band = add_band(scene, index, width, scale, group);
    Writer writer(theme, inset, width - 2 * inset, scale, band + scale * 2.4);
    double right = 0;
    const auto moment = moment_words(scene, touchpoint);
    if (moment) {
        constexpr double outline = 0.35;
        const bool hollow = *moment == Message::flow_legend_declared_only;
        const double size = scale * star_size;
        right = size + scale;
        auto mark = star({width - inset - size / 2, writer.y() + size / 2}, size,
                         hollow ? Fill{theme.card} : theme.mark(Meaning::moment_of_truth));
        mark.stroke = hollow ? theme.mark_outline(Meaning::moment_of_truth, outline)
                             : theme.mark_outline(Meaning::moment_of_truth);
        group.items.emplace_back(std::move(mark));
    }
    writer.text(touchpoint.shown(), style(card_type.title, Weight::bold, theme.ink), 0, right);
    if (const auto words = whose(scene, touchpoint); !words.empty())
        writer.text(words, style(card_type.small, Weight::medium, theme.soft_ink));
    if (moment)
        writer.text(scene.words(*moment),
                    style(card_type.small, Weight::medium, theme.text(Meaning::moment_of_truth)));
    write_sections(writer, theme, sections_of(scene, touchpoint), lines);
    return writer;
}

}  // namespace

Card touchpoint_card(const Scene& scene, std::size_t index, double width, double height,
                     double scale) {
    const auto& touchpoint = scene.journey.touchpoints[index];
    const double inset = scale * padding;
    const FigureRow figures(scene, figures_of(scene, touchpoint), width - 2 * inset, scale);
    const double foot = figures.height() + scale * padding;
    const double gap = scale * figures_gap;
    Group measured;
    const double least = write(scene, index, width, scale, least_lines, measured).y() + gap + foot;
    const auto lines = lines_for(sections_of(scene, touchpoint), height - least);
    Card card;
    auto writer = write(scene, index, width, scale, lines, card.group);
    card.height = std::max(height, writer.y() + gap + foot);
    for (auto& item : writer.take()) card.group.items.push_back(std::move(item));
    figures.draw({inset, card.height - foot}, card.group.items);
    card.group.id = "touchpoint-" + std::to_string(index + 1);
    card.group.title = touchpoint.shown();
    card.group.description = whose(scene, touchpoint);
    card.group.frame = Box{0, 0, width, card.height};
    return card;
}

}  // namespace cjm::render::cards
