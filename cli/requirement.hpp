// Owns: what --require asks of a comparison: reading and testing it. Must not know: how journeys
// are compared.
#pragma once
#include <string>
#include <vector>

#include "simulate/comparison_result.hpp"

namespace cjm::cli {

/// Such as "reminders.success >= 0.02": the difference of a figure must meet a bound even at the
/// end of its interval that is worse.
struct Requirement {
    enum class Order { at_least, above, at_most, below };

    std::string text;  ///< as typed
    std::string scenario;
    ComparedFigure figure = ComparedFigure::success;
    Order order = Order::at_least;
    double bound = 0;
};

/// Throws UsageError naming what is wrong.
[[nodiscard]] Requirement read_requirement(const std::string& text);

/// Throws UsageError where the requirement names none of the scenarios compared.
void expect_scenario(const Requirement& requirement, const std::vector<std::string>& scenarios);

/// Why a requirement does not hold, for the user; empty where it does.
[[nodiscard]] std::string unmet(const Requirement& requirement, const ComparisonResult& result);

}  // namespace cjm::cli
