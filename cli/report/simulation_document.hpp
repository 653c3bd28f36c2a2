// Owns: which figures of a simulation a report shows, in which order and words. Must not know:
// terminals, Markdown, how the figures were computed.
#pragma once
#include <string>

#include "cli/report/document.hpp"
#include "journey/model.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// Where a report's figures come from, beside what the result itself says.
struct Provenance {
    std::string program;       ///< name and version, such as "cjm 0.1.0"
    std::string input_sha256;  ///< of the journey file's bytes, in hexadecimal
};

/// The report on a simulation in the journey's language: headline, leaks, ends, stages,
/// touchpoints, causes, personas, time, money, settings; a part that has nothing to say is left
/// out.
///
/// journey     the journey that was simulated (a scenario already applied): the lists of `result`
/// are in its order cost        O(touchpoints x causes)
[[nodiscard]] Document simulation_document(const Journey& journey, const SimulationResult& result,
                                           const Provenance& provenance);

}  // namespace cjm::cli
