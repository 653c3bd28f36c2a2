#include "simulate/uncertainty/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/contract.hpp"
#include "base/interval.hpp"
#include "simulate/uncertainty/cohort.hpp"
#include "simulate/uncertainty/drawn_run.hpp"
#include "simulate/uncertainty/order_statistics.hpp"
#include "simulate/uncertainty/ranking.hpp"
#include "simulate/uncertainty/uncertain_values.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t fewest_customers = 1000;  // a draw

/// One figure over the draws that could be run.
struct Drawn {
    std::vector<double> values;  ///< in the order of draws
    double mean = 0, variance = 0;
    double noise = 0;           ///< mean sampling variance within a draw
    double input_variance = 0;  ///< variance between draws less noise, >= 0

    /// The values in rising order, drawn towards their mean so that their variance is that of the
    /// inputs.
    [[nodiscard]] std::vector<double> without_noise() const {
        const double shrink = variance > 0 ? std::sqrt(input_variance / variance) : 0;
        std::vector<double> sorted;
        for (const double value : values) sorted.push_back(mean + (value - mean) * shrink);
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }
};

Drawn gather(const std::vector<DrawnRun>& runs, ComparedFigure total) {
    const auto which = static_cast<std::size_t>(total);
    Drawn drawn;
    double noise = 0;
    for (const DrawnRun& run : runs) {
        if (!run.figures) continue;
        const Estimate& figure = (*run.figures).at(which);
        drawn.values.push_back(figure.estimate);
        noise += figure.standard_error * figure.standard_error;
    }
    const auto n = static_cast<double>(drawn.values.size());
    for (const double value : drawn.values) drawn.mean += value / n;
    if (n > 1)
        for (const double value : drawn.values)
            drawn.variance += (value - drawn.mean) * (value - drawn.mean) / (n - 1);
    drawn.noise = noise / n;
    drawn.input_variance = std::max(0.0, drawn.variance - drawn.noise);
    return drawn;
}

UncertainFigure figure_of(const Drawn& drawn, ComparedFigure total, const Estimate& at_likely,
                          const Confidence& confidence) {
    UncertainFigure figure;
    figure.quantity = name_of(total);
    figure.is_share = unit_of(total) == FigureUnit::share;
    figure.at_likely = at_likely;
    const auto n = static_cast<double>(drawn.values.size());
    Estimate& averaged = figure.averaged;
    averaged.estimate = drawn.mean;
    averaged.standard_error = std::sqrt(drawn.variance / n);
    const double reach = n > 1 ? student_quantile(confidence, n - 1) * averaged.standard_error : 0;
    averaged.low = drawn.mean - reach;
    averaged.high = drawn.mean + reach;
    if (figure.is_share) {
        averaged.low = std::max(averaged.low, std::min(0.0, drawn.mean));
        averaged.high = std::min(averaged.high, std::max(1.0, drawn.mean));
    }
    figure.input_deviation = std::sqrt(drawn.input_variance);
    const std::vector<double> sorted = drawn.without_noise();
    const double tail = (1 - confidence.level) / 2;
    figure.input_low = quantile(sorted, tail);
    figure.input_high = quantile(sorted, 1 - tail);
    return figure;
}

/// Whether success or margin of the journey that is run can hang on the input.
bool may_move(const std::string& path, const Journey& asked) {
    for (const char* without : {"survey.", "journey.discount_rate", "journey.customers_per_year",
                                "journey.acquisition_cost"})
        if (path.starts_with(without)) return false;
    return is_part_of(asked, path);
}

/// The inputs that matter, and their coordinates by draw.
RankingData ranking_data(const DrawnRuns& drawn, const Journey& asked,
                         std::vector<UncertainInput>& inputs) {
    RankingData data;
    std::vector<std::size_t> taken;  // positions among the coordinates of a draw
    std::size_t at = 0;
    for (const DrawnInput& input : drawn.inputs) {
        const std::size_t first = at;
        at += input.coordinates.size();
        if (!may_move(input.path, asked)) continue;
        data.inputs.push_back(input.coordinates.size());
        inputs.push_back({input.path, std::nullopt, std::nullopt});
        for (std::size_t i = first; i < at; ++i) taken.push_back(i);
    }
    for (const DrawnRun& run : drawn.runs) {
        if (!run.figures) continue;
        std::vector<double>& row = data.coordinates.emplace_back();
        for (const std::size_t position : taken) row.push_back(run.coordinates[position]);
    }
    return data;
}

std::optional<double> rank(RankingData& data, const Drawn& drawn, double confidence,
                           std::vector<UncertainInput>& inputs,
                           std::optional<InputShare> UncertainInput::*share) {
    data.figure = drawn.values;
    data.noise = drawn.noise;
    const std::optional<Ranking> ranking = rank_inputs(data, confidence);
    if (!ranking) return std::nullopt;
    for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i].*share = ranking->inputs[i];
    return ranking->together;
}

UncertaintyResult summary(const DrawnRuns& drawn_runs, const Totals& at_likely,
                          const Journey& asked, const Confidence& confidence) {
    UncertaintyResult result;
    const std::vector<DrawnRun>& runs = drawn_runs.runs;
    result.draws = runs.size();
    for (const DrawnRun& run : runs)
        result.impossible += static_cast<std::uint64_t>(!run.figures.has_value());
    if (result.draws - result.impossible < 2)
        throw TooFewDraws(result.draws - result.impossible, result.draws);
    result.scaled = drawn_runs.scaled;
    for (const auto& [path, draws] : drawn_runs.scaled_shares)
        result.scaled_shares.push_back({path, draws});
    RankingData data = ranking_data(drawn_runs, asked, result.inputs);
    std::size_t coordinates = 0;
    for (const std::size_t own : data.inputs) coordinates += own;
    result.draws_to_rank = draws_to_rank(coordinates);
    for (std::size_t i = 0; i < total_count; ++i) {
        const auto total = static_cast<ComparedFigure>(i);
        const Drawn drawn = gather(runs, total);
        result.figures.push_back(figure_of(drawn, total, at_likely.at(i), confidence));
        if (total == ComparedFigure::success)
            result.success_together =
                rank(data, drawn, confidence.level, result.inputs, &UncertainInput::success);
        if (total == ComparedFigure::margin)
            result.margin_together =
                rank(data, drawn, confidence.level, result.inputs, &UncertainInput::margin);
    }
    return result;
}

bool anything_uncertain(const Journey& journey) {
    return !draw_parameters(journey, 0, 0).inputs.empty();
}

}  // namespace

TooFewDraws::TooFewDraws(std::uint64_t possible, std::uint64_t draws)
    : std::runtime_error(
          std::to_string(possible) + " of " + std::to_string(draws) +
          " draws of the uncertain values make a journey that ends; it takes two or more") {}

bool add_uncertainty(const UncertainJourney& journey, SimulationResult& result,
                     const RunControl& control) {
    const RunSettings& settings = result.settings;
    CJM_EXPECTS(settings.parameter_draws > 0);
    UncertaintyResult uncertainty;
    uncertainty.draws = settings.parameter_draws;
    if (!anything_uncertain(journey.as_is)) {
        result.uncertainty = uncertainty;
        return true;
    }
    const Journey likely = journey.ask(journey.as_is);
    DrawnSettings drawn{settings.seed, 0};
    if (likely.horizon_days || settings.method == Method::monte_carlo)
        drawn.customers_per_draw =
            std::max(fewest_customers, settings.customers / settings.parameter_draws);
    const auto runs =
        run_draws(journey, settings.parameter_draws, drawn, settings.threads, control);
    if (!runs) return false;
    Totals at_likely = totals_of(result);
    if (drawn.customers_per_draw == 0)
        if (const auto exact = figures_of(likely, 0, drawn, control)) at_likely = *exact;
    const Confidence confidence(settings.confidence);
    uncertainty = summary(*runs, at_likely, likely, confidence);
    uncertainty.customers_per_draw = drawn.customers_per_draw;
    if (result.cohort) {
        std::vector<double> chances = gather(runs->runs, ComparedFigure::success).without_noise();
        for (double& chance : chances) chance = std::clamp(chance, 0.0, 1.0);
        result.cohort->averaged = predict_successes(result.cohort->customers, chances, confidence);
    }
    result.uncertainty = std::move(uncertainty);
    return true;
}

}  // namespace cjm::simulate
