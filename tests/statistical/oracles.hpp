#include "tests/support/journey_text.hpp"
// Owns: reading the figures that were computed without the program (tests/data), and how tests
// compare with them. Must not know: journeys.
#pragma once
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

namespace cjm::testing {

inline std::string read_data(const std::string& name) {
    std::ifstream in(std::string(CJM_SOURCE_DIR) + "/tests/data/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A figure by its place, such as "/A1_gamblers_ruin/values/p_up".
inline double oracle(const std::string& pointer) {
    static const auto oracles = nlohmann::json::parse(read_data("oracles.json"));
    return oracles.at(nlohmann::json::json_pointer(pointer)).get<double>();
}

inline Journey data_journey(const std::string& name) {
    return journey_from(read_data("journeys/" + name + ".toml"));
}

/// Equal to the ten digits that are given.
inline bool same_digits(double computed, double oracle) {
    return std::abs(computed - oracle) <= 1e-9 * std::max(1.0, std::abs(oracle));
}

/// Whether a share seen in n trials may be `exact`: Bernstein's inequality allows a larger distance
/// with probability under 2 e^-22 = 5.6e-10, whatever the share.
inline bool share_may_be(double seen, double exact, double n) {
    const double slack = 22 / (3 * n);
    return std::abs(seen - exact) <=
           slack + std::sqrt(slack * slack + 44 * std::max(exact * (1 - exact), 0.0) / n) + 1e-12;
}

}  // namespace cjm::testing
