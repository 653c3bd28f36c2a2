// Owns: one customer's walk, transcribed slowly and literally from the model page in doubles and
// names: the engine's second opinion. Must not know: the engine (simulate/), its tables or its
// words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "journey/model.hpp"

namespace cjm::reference {

/// What a uniform number is drawn for.
enum class Purpose {
    persona,
    start,
    experience,
    leave,
    edge,
    wait,
    silent,
    patience,
    silent_on_the_way,
    response,
    csat,
    nps,
    ces
};

/// Where the uniform numbers in (0, 1) come from: any independent ones will do; a test may also
/// replay those of the engine.
class Luck {
  public:
    virtual ~Luck() = default;
    /// touchpoint: empty for draws of the customer; visit: 1 for the first visit there
    virtual double uniform(std::string_view touchpoint, int visit, Purpose purpose) = 0;
};

struct Visit {
    std::string touchpoint;
    Experience experience = Experience::neutral;
    long goodwill = 0;  ///< after the experience
    double day = 0;     ///< of the arrival
};

struct Story {
    std::string persona;
    std::vector<Visit> visits;
    std::string end;    ///< id of an outcome, "left" or "in_progress"
    std::string cause;  ///< with "left"
    bool silent = false;
    double day = 0;  ///< of the end (horizon for in_progress)
    long goodwill = 0;
    double effort = 0, cost = 0, revenue = 0;
};

/// One customer from start to end. Expects a checked journey to which any scenario is already
/// applied.
[[nodiscard]] Story live(const Journey& journey, Luck& luck);

/// The wait's quantile function at u in (0, 1), days.
[[nodiscard]] double wait_quantile(const Wait& wait, double u);

}  // namespace cjm::reference
