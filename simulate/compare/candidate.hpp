// Owns: what a comparison compares. Must not know: how.
#pragma once
#include <string>

#include "journey/model.hpp"

namespace cjm::simulate {

/// A journey to be compared: a scenario applied, or a file of its own.
struct Candidate {
    std::string id, title;
    Journey journey;
};

}  // namespace cjm::simulate
