#include "cli/requirement.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/usage_error.hpp"

namespace cjm::cli {
namespace {

using Order = Requirement::Order;
constexpr std::array orders{std::pair{std::string_view(">="), Order::at_least},
                            std::pair{std::string_view("<="), Order::at_most},
                            std::pair{std::string_view(">"), Order::above},
                            std::pair{std::string_view("<"), Order::below}};

constexpr const char* example = "such as \"reminders.success >= 0.02\"";

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

UsageError wrong(const std::string& text, const std::string& what) {
    return UsageError(fmt::format("--require is {}; {}", cjm::quoted(text), what), example);
}

double bound_of(const std::string& text, const std::string& number) {
    double bound = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bound);
    if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(bound))
        throw wrong(text, fmt::format("{} is no number to compare with", cjm::quoted(number)));
    return bound;
}

ComparedFigure asked_figure(const std::string& name) {
    if (const auto figure = figure_named(name)) return *figure;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < compared_count; ++i)
        names.emplace_back(name_of(static_cast<ComparedFigure>(i)));
    throw unknown_name("figure", name, names);
}

/// => or =< where the text has one; empty where not.
std::string turned_sign(const std::string& text) {
    for (const char* sign : {"=>", "=<"})
        if (text.find(sign) != std::string::npos) return sign;
    return {};
}

}  // namespace

Requirement read_requirement(const std::string& text) {
    const auto at = text.find_first_of("<>");
    if (at == std::string::npos) throw wrong(text, "it has none of >=, >, <= and <");
    if (const auto turned = turned_sign(text); !turned.empty())
        throw UsageError(fmt::format("--require is {}; {} is no sign", cjm::quoted(text), turned),
                         fmt::format("write {}{}", turned[1], turned[0]));
    Requirement requirement;
    requirement.text = text;
    std::size_t length = 0;
    for (const auto& [sign, order] : orders)
        if (length == 0 && std::string_view(text).substr(at).starts_with(sign)) {
            requirement.order = order;
            length = sign.size();
        }
    const std::string left = trimmed(std::string_view(text).substr(0, at));
    const auto point = left.rfind('.');  // a file's name may have others
    if (point == std::string::npos || point == 0 || point + 1 == left.size())
        throw wrong(text, "before the sign stand a scenario and a figure with a point between");
    requirement.scenario = compose(left.substr(0, point));
    requirement.figure = asked_figure(left.substr(point + 1));
    requirement.bound = bound_of(text, trimmed(std::string_view(text).substr(at + length)));
    return requirement;
}

void expect_scenario(const Requirement& requirement, const std::vector<std::string>& scenarios) {
    if (std::find(scenarios.begin(), scenarios.end(), requirement.scenario) == scenarios.end())
        throw unknown_name("scenario", requirement.scenario, scenarios);
}

std::string unmet(const Requirement& requirement, const ComparisonResult& result) {
    const auto scenario =
        std::find_if(result.scenarios.begin(), result.scenarios.end(),
                     [&](const ScenarioComparison& one) { return one.id == requirement.scenario; });
    const MaybeEstimate& difference = scenario->difference.of(requirement.figure);
    const auto required = cjm::quoted(requirement.text);
    if (!difference)
        return fmt::format("{} is not met: {}", required,
                           result.baseline.settings.method == Method::exact
                               ? "no exact value of the difference is known well enough; leave "
                                 "--method exact out, so that customers are simulated"
                               : "there is no such difference");
    const bool least = requirement.order == Order::at_least || requirement.order == Order::above;
    // a solved value is known up to its bound
    const double off = difference->exact_error.value_or(0);
    const double end = least ? difference->low - off : difference->high + off;
    const bool met = requirement.order == Order::at_least  ? end >= requirement.bound
                     : requirement.order == Order::above   ? end > requirement.bound
                     : requirement.order == Order::at_most ? end <= requirement.bound
                                                           : end < requirement.bound;
    if (met) return {};
    return fmt::format("{} is not met: the difference is {:.6g}, and its interval {} {:.6g}",
                       required, difference->estimate, least ? "starts at" : "ends at", end);
}

}  // namespace cjm::cli
