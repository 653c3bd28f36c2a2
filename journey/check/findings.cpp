#include "journey/check/findings.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cjm::check {
namespace {

/// Every finding holds either for the journey as it is or for scenarios only.
bool as_it_is(const std::set<Situation>& situations) {
    return situations.empty() || !situations.begin()->scenario;
}

}  // namespace

std::string quoted_list(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " and " : ", ";
        list += fmt::format("\"{}\"", names[i]);
    }
    return list;
}

std::string as_key(const std::string& name) {
    const bool bare = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
    return bare ? name : fmt::format("\"{}\"", name);
}

void Findings::add(Diagnostic diagnostic) {
    found_.push_back({std::move(diagnostic), {}, {}});
}

void Findings::add(Diagnostic diagnostic, const std::string& key, Situation situation) {
    const auto [known, added] =
        by_key_.try_emplace(fmt::format("{}:{}", diagnostic.id, key), found_.size());
    if (added) {
        found_.push_back({std::move(diagnostic), key, {situation}});
        return;
    }
    auto& situations = found_[known->second].situations;
    if (as_it_is(situations) == !situation.scenario) situations.insert(situation);
}

bool Findings::broken() const {
    return std::any_of(found_.begin(), found_.end(), [](const Finding& finding) {
        return finding.diagnostic.severity == Severity::error && as_it_is(finding.situations);
    });
}

/// ` (persona "b", scenarios "x" and "y")`, empty where it holds for everybody in the journey as it
/// is.
std::string Findings::holding_for(const Finding& finding) const {
    std::set<PersonaId> personas;
    std::set<ScenarioId> scenarios;
    for (const auto& [scenario, persona] : finding.situations) {
        if (persona) personas.insert(persona);
        if (scenario) scenarios.insert(scenario);
    }
    std::vector<std::string> parts;
    const auto name_part = [&](const char* one, const char* many, const auto& ids,
                               const auto& all) {
        std::vector<std::string> names;
        for (const auto id : ids) names.push_back(all[id.index()].id.value);
        if (!names.empty())
            parts.push_back(
                fmt::format("{} {}", names.size() == 1 ? one : many, quoted_list(names)));
    };
    if (personas.size() < journey_.personas.size())
        name_part("persona", "personas", personas, journey_.personas);
    name_part("scenario", "scenarios", scenarios, journey_.scenarios);
    return parts.empty() ? "" : fmt::format(" ({})", fmt::join(parts, ", "));
}

std::vector<Diagnostic> Findings::take() && {
    std::vector<Diagnostic> diagnostics;
    for (auto& finding : found_) {
        finding.diagnostic.message += holding_for(finding);
        diagnostics.push_back(std::move(finding.diagnostic));
    }
    sort_by_place(diagnostics);
    return diagnostics;
}

}  // namespace cjm::check
