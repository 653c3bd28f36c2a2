#include "render/map/candidates.hpp"

#include <string>

#include "render/map/content.hpp"
#include "render/map/text_rows.hpp"

namespace cjm::render::map {
namespace {

class Collector {
  public:
    explicit Collector(const flow::Scene& scene) : scene_(scene) {}

    void add_persona(const Persona& persona) {
        heading_ = persona.shown();
        if (persona.about) add(Message::card_about, *persona.about, persona.about->value);
        if (persona.quote)
            add(Message::card_quote, *persona.quote, quoted_words(persona.quote->value));
        add_all(Message::card_goals, persona.goals);
        add_all(Message::card_needs, persona.needs);
        add_all(Message::card_frustrations, persona.frustrations);
    }

    /// heading  of the stage or touchpoint whose texts these are
    void add_rows(const std::string& heading, const RowTexts& texts) {
        heading_ = heading;
        for (std::size_t i = 0; i < built_in_row_count; ++i) {
            const auto row = static_cast<BuiltInRow>(i);
            for (const Text& text : texts.built_in[i])
                add(label_of(row), text,
                    row == BuiltInRow::thinks ? quoted_words(text.value) : text.value);
        }
        for (const Row& own : scene_.journey.rows)
            for (const auto& [id, list] : texts.own)
                if (id.value == own.id.value)
                    for (const Text& text : list) add(own.shown(), text, text.value);
    }

    std::vector<Note> take() { return std::move(notes_); }

  private:
    void add(Message row, const Text& text, const std::string& words) {
        add(scene_.words(row), text, words);
    }
    void add(const std::string& row, const Text& text, const std::string& words) {
        constexpr std::size_t least_bytes = 16;  // a number would hardly be shorter
        if (text.value.size() >= least_bytes) notes_.push_back({&text, heading_, row, words});
    }
    void add_all(Message row, const std::vector<Text>& texts) {
        for (const Text& text : texts) add(row, text, text.value);
    }

    const flow::Scene& scene_;
    std::string heading_;
    std::vector<Note> notes_;
};

}  // namespace

std::vector<Note> note_candidates(const flow::Scene& scene, const Plan& plan) {
    Collector collector(scene);
    for (const Persona& persona : scene.journey.personas) collector.add_persona(persona);
    const auto& stages = scene.journey.stages;
    for (std::size_t stage = 0; stage < scene.graph.stages.size(); ++stage) {
        if (stage < stages.size()) collector.add_rows(stages[stage].shown(), stages[stage].rows);
        for (const Stop& stop : plan.stops) {
            const flow::Card& card = scene.graph.cards[stop.card];
            if (scene.graph.has_stages && card.stage != stage) continue;
            collector.add_rows(std::to_string(stop.number) + "  ·  " + card.touchpoint->shown(),
                               card.touchpoint->rows);
        }
    }
    return collector.take();
}

}  // namespace cjm::render::map
