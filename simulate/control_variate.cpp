#include "simulate/control_variate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "base/contract.hpp"
#include "base/interval.hpp"
#include "simulate/compile.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/paired/change_error.hpp"
#include "simulate/uncertainty/totals.hpp"

namespace cjm::simulate {
namespace {

struct Controlled {
    ComparedFigure total;
    Quantity quantity;
};

constexpr std::array controlled{Controlled{ComparedFigure::success, Quantity::success},
                                Controlled{ComparedFigure::lost, Quantity::lost},
                                Controlled{ComparedFigure::ghosted, Quantity::ghosted},
                                Controlled{ComparedFigure::left_openly, Quantity::left_openly},
                                Controlled{ComparedFigure::effort, Quantity::effort},
                                Controlled{ComparedFigure::revenue, Quantity::revenue},
                                Controlled{ComparedFigure::cost, Quantity::cost},
                                Controlled{ComparedFigure::margin, Quantity::margin},
                                Controlled{ComparedFigure::purchases, Quantity::purchases}};

/// How many integers stand for one unit of a quantity.
double units_of(const Amounts& amounts, Quantity quantity) {
    switch (quantity) {
        case Quantity::effort:
            return amounts.effort_scale.units;
        case Quantity::revenue:
        case Quantity::cost:
        case Quantity::margin:
            return amounts.money_scale.units;
        default:
            return 1;
    }
}

/// Of the mean, without what makes up for rare events.
double variance_of(const Estimate& figure, ComparedFigure total, double customers) {
    if (unit_of(total) != FigureUnit::share) return figure.standard_error * figure.standard_error;
    return figure.estimate * (1 - figure.estimate) / customers;
}

/// One figure's estimate with control.
class Controller {
  public:
    Controller(double customers, const Confidence& confidence)
        : customers_(customers), confidence_(confidence) {}

    /// difference  standard error of the mean of X - Y
    [[nodiscard]] std::optional<ControlledFigure> control(ComparedFigure total, const Estimate& y,
                                                          const Estimate& x, double exact_x,
                                                          double difference) const {
        const double y_variance = variance_of(y, total, customers_);
        const double x_variance = variance_of(x, total, customers_);
        if (!(y_variance > 0) || !(x_variance > 0)) return std::nullopt;
        const double covariance = (x_variance + y_variance - difference * difference) / 2;
        const double slope = covariance / x_variance;
        const double left = std::max(0.0, y_variance - slope * covariance);
        ControlledFigure figure;
        figure.quantity = name_of(total);
        figure.is_share = unit_of(total) == FigureUnit::share;
        Estimate& found = figure.controlled;
        found.estimate = y.estimate - slope * (x.estimate - exact_x);
        found.standard_error = std::sqrt(left * customers_ / (customers_ - 2));
        if (figure.is_share)
            found.standard_error = std::max(found.standard_error, rare() / confidence_.z);
        else if (!(found.standard_error > 0))
            return std::nullopt;  // how rarely anybody differs is not known
        found.low = found.estimate - confidence_.z * found.standard_error;
        found.high = found.estimate + confidence_.z * found.standard_error;
        if (figure.is_share) cut(found);
        figure.gain = y_variance / (found.standard_error * found.standard_error);
        return figure;
    }

  private:
    /// Upper end of Wilson's interval for an event that nobody of the customers had.
    [[nodiscard]] double rare() const {
        const double square = confidence_.z * confidence_.z;
        return square / (customers_ + square);
    }
    static void cut(Estimate& share) {
        share.estimate = std::clamp(share.estimate, 0.0, 1.0);
        share.low = std::clamp(share.low, 0.0, share.estimate);
        share.high = std::clamp(share.high, share.estimate, 1.0);
    }

    double customers_;
    const Confidence& confidence_;
};

std::uint64_t steps_of(const Tally& tally) {
    std::uint64_t steps = 0;
    for (const TouchpointTally& touchpoint : tally.touchpoints) steps += touchpoint.visits.sum;
    return steps;
}

}  // namespace

std::optional<LiftedWalk> walk_lifted(const Journey& journey, const RunSettings& settings,
                                      const RunControl& control) {
    CJM_EXPECTS(journey.horizon_days.has_value());
    Journey lifted = journey;
    lifted.horizon_days.reset();
    std::vector<CompiledJourney> compiled;
    compiled.push_back(compile(journey));
    compiled.push_back(compile(lifted));
    std::vector<Variant> variants = make_variants(std::move(compiled));
    auto tally = tally_paired(variants, {}, settings.seed, {0, settings.customers},
                              settings.threads, control);
    if (!tally) return std::nullopt;
    return LiftedWalk{std::move(lifted), std::move(variants), *std::move(tally)};
}

std::optional<ControlVariate> control_variate(const LiftedWalk& walk,
                                              const SimulationResult& result) {
    const auto exact = solved_totals(walk.lifted);
    if (!exact) return std::nullopt;
    const Variant& variant = walk.variants[1];
    const Totals under = totals_of(result);
    const Totals lifted = totals_of(estimate(walk.lifted, variant.journey, variant.amounts,
                                             walk.tally.tallies[1], result.settings));
    const std::uint64_t customers = result.settings.customers;
    const Confidence confidence(result.settings.confidence);
    const Controller controller(static_cast<double>(customers), confidence);
    ControlVariate found;
    found.cost = 1 + static_cast<double>(steps_of(walk.tally.tallies[1])) /
                         static_cast<double>(steps_of(walk.tally.tallies[0]));
    if (customers < 3) return found;
    for (const auto& [total, quantity] : controlled) {
        const auto i = static_cast<std::size_t>(total);
        const double difference =
            mean_difference_error(walk.tally.differences.front().of(quantity), customers) /
            units_of(variant.amounts, quantity);
        if (const auto figure = controller.control(total, under.at(i), lifted.at(i),
                                                   exact->at(i).estimate, difference))
            found.figures.push_back(*figure);
    }
    return found;
}

}  // namespace cjm::simulate
