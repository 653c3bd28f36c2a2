// Owns: a comparison with the journeys it is of, as every report of it reads them. Must not know:
// formats.
#pragma once
#include <vector>

#include "cli/report/provenance.hpp"
#include "journey/model.hpp"
#include "simulate/comparison_result.hpp"

namespace cjm::cli {

/// Refers to journeys and result; they must outlive it.
struct ComparedJourneys {
    const Journey& as_is;
    std::vector<const Journey*> scenarios = {};  ///< as they change it, in the result's order
    const ComparisonResult& result;
    Provenance provenance = {};                        ///< of the journey as it is
    std::vector<Provenance> scenario_provenance = {};  ///< of the scenarios' files
    const Journey* written = nullptr;  ///< the first file as read, for its scenarios
    bool of_files = false;             ///< the scenarios are files of their own
};

}  // namespace cjm::cli
