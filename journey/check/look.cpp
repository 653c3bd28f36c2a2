#include "journey/check/look.hpp"

#include <algorithm>

namespace cjm::check {

Look::Look(const Journey& looked_at, ScenarioId applied) : journey(looked_at), scenario(applied) {
    const NameIndex index(journey);
    for (std::size_t persona = 0; persona < journey.personas.size(); ++persona)
        if (journey.personas[persona].share.high > 0)
            flows.push_back(flow_of(journey, index, PersonaId(persona)));
    for (const Flow& flow : flows) structures.push_back(structure_of(flow));
}

const std::string& Look::name(Vertex vertex) const {
    const std::size_t touchpoints = journey.touchpoints.size();
    return vertex < touchpoints ? journey.touchpoints[vertex].id.value
                                : journey.outcomes[vertex - touchpoints].id.value;
}

std::string Look::way(const std::vector<Vertex>& vertices) const {
    constexpr std::size_t shown_whole = 9, shown_before = 5, shown_after = 2;
    std::string text;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (i > 0) text += " > ";
        if (vertices.size() > shown_whole && i == shown_before) {
            text += "... > ";
            i = vertices.size() - shown_after;
        }
        text += name(vertices[i]);
    }
    return text;
}

SourceSpan Look::place_of_next(Vertex touchpoint, PersonaId persona) const {
    const Touchpoint& here = journey.touchpoints[touchpoint];
    for (const auto& [id, own] : here.for_persona)
        if (id.value == journey.personas[persona.index()].id.value && own.next)
            return own.next->where;
    return here.behaviour.next ? here.behaviour.next->where : here.id.where;
}

bool Look::reached(Vertex vertex) const {
    return std::any_of(structures.begin(), structures.end(),
                       [&](const Structure& structure) { return structure.reached[vertex]; });
}

}  // namespace cjm::check
