// Owns: one journey, as it is or as a scenario changes it, with what the checks look at. Must not
// know: what they say about it.
#pragma once
#include <string>
#include <vector>

#include "journey/check/findings.hpp"
#include "journey/check/loops.hpp"

namespace cjm::check {

/// A journey with the flow and structure of each persona whom there are any of.
struct Look {
    /// Expects: the journey outlives it.
    Look(const Journey& looked_at, ScenarioId applied);

    const Journey& journey;
    ScenarioId scenario;  ///< none: the journey as it is
    std::vector<Flow> flows;
    std::vector<Structure> structures;  ///< by flow

    [[nodiscard]] Situation for_persona(std::size_t flow) const {
        return {scenario, flows[flow].persona};
    }
    [[nodiscard]] Situation for_all() const { return {scenario, {}}; }

    /// The id of a touchpoint or an outcome.
    [[nodiscard]] const std::string& name(Vertex vertex) const;
    /// `book > remind > book`, shortened in the middle where it is long.
    [[nodiscard]] std::string way(const std::vector<Vertex>& vertices) const;
    /// Where `next` is given for a persona; the touchpoint's id where it is not.
    [[nodiscard]] SourceSpan place_of_next(Vertex touchpoint, PersonaId persona) const;
    /// Whether any persona's customers get there.
    [[nodiscard]] bool reached(Vertex vertex) const;
};

}  // namespace cjm::check
