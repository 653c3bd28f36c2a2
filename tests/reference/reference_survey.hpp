// Owns: what a customer answers to the survey at the end, transcribed literally from the model
// page. Must not know: the engine (simulate/), its tables or its words.
#pragma once
#include <optional>
#include <vector>

#include "tests/reference/reference_walk.hpp"

namespace cjm::reference {

struct Answers {
    bool seen = false;  ///< neither a ghost nor silent otherwise
    std::optional<int> csat, nps, ces;
    /// By attribute of the CSI: good less bad visits at its touchpoints, and visits.
    struct Judged {
        long net = 0, visits = 0;
    };
    std::vector<Judged> csi;
};

/// Expects a journey with a survey.
[[nodiscard]] Answers answer(const Journey& journey, const Story& story, Luck& luck);

}  // namespace cjm::reference
