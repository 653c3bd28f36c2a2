#include <span>

#include "render/worksheet/content.hpp"

namespace cjm::render::worksheet {
namespace {

constexpr std::array persona{Prompt{Step::investigate, Message::worksheet_investigate_persona},
                             Prompt{Step::personalise, Message::worksheet_personalise_persona},
                             Prompt{Step::surprise, Message::worksheet_surprise_persona}};
constexpr std::array touchpoints{
    Prompt{Step::investigate, Message::worksheet_investigate_touchpoints},
    Prompt{Step::personalise, Message::worksheet_personalise_touchpoints}};
constexpr std::array does{Prompt{Step::observe, Message::worksheet_observe_does},
                          Prompt{Step::investigate, Message::worksheet_investigate_does}};
constexpr std::array thinks{Prompt{Step::observe, Message::worksheet_observe_thinks},
                            Prompt{Step::personalise, Message::worksheet_personalise_thinks}};
constexpr std::array curve{Prompt{Step::observe, Message::worksheet_observe_feels},
                           Prompt{Step::surprise, Message::worksheet_surprise_feels}};
constexpr std::array pains{Prompt{Step::observe, Message::worksheet_observe_pains},
                           Prompt{Step::investigate, Message::worksheet_investigate_pains}};
constexpr std::array ideas{Prompt{Step::personalise, Message::worksheet_personalise_ideas},
                           Prompt{Step::surprise, Message::worksheet_surprise_ideas},
                           Prompt{Step::surprise, Message::worksheet_surprise_end}};

std::span<const Prompt> prompts(RowKind row) {
    switch (row) {
        case RowKind::does:
            return does;
        case RowKind::thinks:
            return thinks;
        case RowKind::curve:
            return curve;
        case RowKind::pains:
            return pains;
        case RowKind::ideas:
            return ideas;
        default:
            return touchpoints;
    }
}

Message name_of(Step step) {
    constexpr std::array names{Message::worksheet_investigate, Message::worksheet_observe,
                               Message::worksheet_personalise, Message::worksheet_surprise};
    return names[static_cast<std::size_t>(step)];
}

std::string written(const Content& content, std::span<const Prompt> list, std::size_t most) {
    std::string all;
    for (std::size_t i = 0; i < list.size() && i < most; ++i) {
        if (!all.empty()) all += "\n";
        all +=
            content.scene.words(name_of(list[i].step)) + ": " + content.scene.words(list[i].words);
    }
    return all;
}

}  // namespace

std::string prompts_of(const Content& content, RowKind row, std::size_t most) {
    // the row of ideas has one more than the others
    return written(content, prompts(row), most >= 2 ? prompts(row).size() : most);
}

std::string persona_prompts(const Content& content, std::size_t most) {
    return written(content, persona, most >= 2 ? persona.size() : most);
}

}  // namespace cjm::render::worksheet
