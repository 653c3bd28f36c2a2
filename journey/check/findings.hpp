// Owns: what the checks found, merged over personas and scenarios. Must not know: what is checked.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm::check {

/// For whom something was found: a scenario (none: the journey as it is) and a persona (none: all).
struct Situation {
    ScenarioId scenario;
    PersonaId persona;
    friend auto operator<=>(const Situation&, const Situation&) = default;
};

/// Diagnostics of one journey and its scenarios. What is found again for another persona or
/// scenario under the same key is told once, with those it holds for; what holds for the journey as
/// it is is not told again for scenarios.
class Findings {
  public:
    explicit Findings(const Journey& journey) : journey_(journey) {}

    /// For every persona of the journey as it is, or for what belongs to one scenario alone.
    void add(Diagnostic diagnostic);
    /// key  what makes it the same finding, with the diagnostic's id
    void add(Diagnostic diagnostic, const std::string& key, Situation situation);

    /// Whether an error was found in the journey as it is.
    [[nodiscard]] bool broken() const;

    /// All of them, sorted by place.
    [[nodiscard]] std::vector<Diagnostic> take() &&;

  private:
    struct Finding {
        Diagnostic diagnostic;
        std::string key;
        std::set<Situation> situations;
    };
    [[nodiscard]] std::string holding_for(const Finding& finding) const;

    const Journey& journey_;
    std::vector<Finding> found_;
    std::map<std::string, std::size_t> by_key_;
};

/// `"a"`, `"a" and "b"`, `"a", "b" and "c"`
[[nodiscard]] std::string quoted_list(const std::vector<std::string>& names);

/// A name as a key of a journey file: quoted where TOML wants it.
[[nodiscard]] std::string as_key(const std::string& name);

}  // namespace cjm::check
