#include "cli/report/csv_uncertainty.hpp"

#include <string_view>

#include <fmt/format.h>

#include "cli/report/csv_report.hpp"

namespace cjm::cli {
namespace {

std::string row(std::string_view section, std::string_view id, std::string_view quantity,
                double value) {
    return fmt::format("{},{},{},{},,,,\n", section, csv_cell(id), quantity, value);
}

std::string row(std::string_view section, std::string_view id, std::string_view quantity,
                const Estimate& value) {
    return fmt::format("{},{},{},{},{},{},{},{}\n", section, csv_cell(id), quantity, value.estimate,
                       value.standard_error, value.low, value.high,
                       value.exact ? fmt::format("{}", *value.exact) : std::string());
}

std::string figure_rows(const UncertainFigure& figure) {
    constexpr std::string_view section = "uncertain_figure";
    Estimate input{figure.averaged.estimate, figure.input_deviation, figure.input_low,
                   figure.input_high,        std::nullopt,           std::nullopt};
    return row(section, figure.quantity, "at_likely", figure.at_likely) +
           row(section, figure.quantity, "averaged", figure.averaged) +
           row(section, figure.quantity, "input", input);
}

std::string share_rows(const UncertainInput& input, const std::string& quantity,
                       const std::optional<InputShare>& share) {
    if (!share) return {};
    constexpr std::string_view section = "input";
    const auto whole = [](std::size_t rank) { return static_cast<double>(rank); };
    return row(section, input.path, quantity + ".share", share->share) +
           row(section, input.path, quantity + ".p_value", share->p_value) +
           row(section, input.path, quantity + ".rank_low", whole(share->rank_low)) +
           row(section, input.path, quantity + ".rank_high", whole(share->rank_high));
}

}  // namespace

std::string uncertainty_rows(const UncertaintyResult& uncertainty) {
    constexpr std::string_view section = "uncertainty";
    const auto count = [](std::uint64_t n) { return static_cast<double>(n); };
    std::string text =
        row(section, "", "draws", count(uncertainty.draws)) +
        row(section, "", "impossible", count(uncertainty.impossible)) +
        row(section, "", "customers_per_draw", count(uncertainty.customers_per_draw)) +
        row(section, "", "scaled", count(uncertainty.scaled));
    for (const ScaledShares& shares : uncertainty.scaled_shares)
        text += row("scaled", shares.path, "draws", count(shares.draws));
    for (const UncertainFigure& figure : uncertainty.figures) text += figure_rows(figure);
    for (const UncertainInput& input : uncertainty.inputs)
        text +=
            share_rows(input, "success", input.success) + share_rows(input, "margin", input.margin);
    return text;
}

}  // namespace cjm::cli
