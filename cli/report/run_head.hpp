// Owns: what every report for machines begins with. Must not know: the figures that follow, JSON,
// CSV.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cli/report/provenance.hpp"

namespace cjm::cli {

/// From which file and how figures were computed, so that they can be computed again.
struct RunHead {
    std::string_view method;     ///< see method_name()
    std::string_view generator;  ///< empty: nothing was random
    const Provenance& provenance;
    std::uint64_t customers = 0;  ///< 0: solved
    std::uint64_t seed = 0;
    double confidence = 0;
    std::optional<double> horizon_days = {};
};

/// That of results that keep their settings, generator and horizon as a simulation does.
template <class Result>
[[nodiscard]] RunHead run_head_of(const Result& result, const Provenance& provenance) {
    return {method_name(result.settings.method),
            result.generator,
            provenance,
            result.settings.customers,
            result.settings.seed,
            result.settings.confidence,
            result.horizon_days};
}

}  // namespace cjm::cli
