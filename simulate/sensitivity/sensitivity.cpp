#include "simulate/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "simulate/run/each_index.hpp"
#include "simulate/sensitivity/disagreement.hpp"
#include "simulate/sensitivity/metric_run.hpp"
#include "simulate/sensitivity/rank_correlation.hpp"
#include "simulate/sensitivity/varied.hpp"
#include "simulate/uncertainty/draw.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t fewest_customers = 1000;  // a draw

MaybeEstimate certain(std::optional<double> value) {
    if (!value) return std::nullopt;
    return Estimate{*value, 0, *value, *value, *value, std::nullopt};
}

/// One analysis, part by part.
class Analysis {
  public:
    Analysis(const UncertainJourney& journey, Metric metric, const RunSettings& settings,
             const RunControl& control)
        : journey_(journey),
          control_(control),
          likely_(journey.ask(journey.as_is)),
          varied_(varied_inputs(journey.as_is, likely_)) {
        result_.metric = metric;
        result_.settings = settings;
        result_.settings.precision.reset();
        result_.uncertain_scenario = scenario_left_out(journey.as_is, likely_);
        if (likely_.horizon_days) result_.horizon_days = likely_.horizon_days->value;
    }

    std::optional<SensitivityResult> run() {
        if (!set_at_likely()) return std::nullopt;
        if (!result_.unsolved_loop.empty()) return std::move(result_);
        if (control_.expect) control_.expect(total());
        if (!set_ends() || !correlate()) return std::nullopt;
        result_.disagreements = disagreements(result_.inputs);
        return std::move(result_);
    }

  private:
    /// Decides between solving and sampling, too.
    [[nodiscard]] bool set_at_likely() {
        const Method method = result_.settings.method;
        result_.sampled = likely_.horizon_days || method == Method::monte_carlo;
        if (result_.sampled) return sample_at_likely();
        SolvedMetric solved = solve_metric(likely_, result_.metric);
        if (solved.unsolved_loop.empty()) {
            result_.at_likely = certain(solved.value);
            return true;
        }
        if (method == Method::exact) {
            result_.unsolved_loop = std::move(solved.unsolved_loop);
            return true;
        }
        result_.sampled = true;
        return sample_at_likely();
    }

    [[nodiscard]] bool sample_at_likely() {
        const RunSettings& settings = result_.settings;
        const SampledMetric sampled =
            sample_metric(likely_, result_.metric, {0, settings.customers}, settings, quiet());
        result_.at_likely = sampled.value;
        return !sampled.stopped;
    }

    /// What there is to do, in the unit of progress.
    [[nodiscard]] std::uint64_t total() const {
        const std::uint64_t draws = draws_wanted();
        if (!result_.sampled) return varied_.size() + draws;
        return varied_.size() * result_.settings.customers + draws * customers_per_draw();
    }
    [[nodiscard]] std::uint64_t draws_wanted() const {
        return anything_drawn() ? result_.settings.parameter_draws : 0;
    }
    [[nodiscard]] bool anything_drawn() const {
        return std::any_of(varied_.begin(), varied_.end(),
                           [](const VariedInput& input) { return !input.assumption; });
    }
    [[nodiscard]] std::uint64_t customers_per_draw() const {
        if (result_.settings.parameter_draws == 0) return 0;
        return std::max(fewest_customers,
                        result_.settings.customers / result_.settings.parameter_draws);
    }

    [[nodiscard]] bool set_ends() {
        for (const VariedInput& input : varied_) {
            SensitivityInput& found = result_.inputs.emplace_back();
            found.path = input.path;
            found.assumption = input.assumption;
            found.days = input.days;
            found.likely_value = input.likely;
            found.low_value = input.low;
            found.high_value = input.high;
        }
        return result_.sampled ? sample_ends() : solve_ends();
    }

    [[nodiscard]] Journey at(const VariedInput& input, double value) const {
        return journey_.ask(with_value(journey_.as_is, input, value));
    }

    [[nodiscard]] std::optional<double> solved_at(const VariedInput& input, double value) const {
        return solve_metric(at(input, value), result_.metric).value;
    }

    [[nodiscard]] bool solve_ends() {
        const bool done = for_each_index(
            varied_.size(), result_.settings.threads, control_, [&](std::uint64_t i) {
                SensitivityInput& found = result_.inputs[i];
                found.result_low = solved_at(varied_[i], varied_[i].low);
                found.result_high = solved_at(varied_[i], varied_[i].high);
                if (found.result_low && found.result_high)
                    found.swing = certain(*found.result_high - *found.result_low);
            });
        done_ = varied_.size();
        return done;
    }

    [[nodiscard]] bool sample_ends() {
        for (std::size_t i = 0; i < varied_.size(); ++i) {
            const auto pair =
                sample_pair(at(varied_[i], varied_[i].low), at(varied_[i], varied_[i].high),
                            result_.metric, result_.settings, part(result_.settings.customers));
            if (pair.stopped) return false;
            result_.inputs[i].result_low = pair.low;
            result_.inputs[i].result_high = pair.high;
            result_.inputs[i].swing = pair.swing;
        }
        return true;
    }

    /// The metric under one draw; its values go to `values`, by input.
    std::optional<double> draw(std::uint64_t k, std::vector<std::vector<double>>& values) const {
        const ParameterDraw drawn = draw_parameters(journey_.as_is, result_.settings.seed, k);
        for (std::size_t i = 0; i < varied_.size(); ++i)
            for (const DrawnInput& input : drawn.inputs)
                if (input.path == varied_[i].drawn_as)
                    values[i][k] = input.values[varied_[i].place];
        const Journey asked = journey_.ask(drawn.journey);
        if (!result_.sampled) return solve_metric(asked, result_.metric).value;
        const std::uint64_t customers = result_.customers_per_draw;
        RunSettings settings = result_.settings;
        settings.threads = 1;
        const auto found =
            sample_metric(asked, result_.metric, {k * customers, customers}, settings, quiet());
        if (!found.value) return std::nullopt;
        return found.value->estimate;
    }

    [[nodiscard]] bool correlate() {
        result_.draws = draws_wanted();
        if (result_.draws == 0) return true;
        if (result_.sampled) result_.customers_per_draw = customers_per_draw();
        std::vector<std::vector<double>> values(varied_.size(), std::vector<double>(result_.draws));
        std::vector<std::optional<double>> metric(result_.draws);
        const std::uint64_t step = result_.sampled ? result_.customers_per_draw : 1;
        if (!for_each_index(result_.draws, result_.settings.threads, part(0, step),
                            [&](std::uint64_t k) { metric[k] = draw(k, values); }))
            return false;
        set_correlations(values, metric);
        return true;
    }

    void set_correlations(const std::vector<std::vector<double>>& values,
                          const std::vector<std::optional<double>>& metric) {
        std::vector<double> y;
        for (const auto& value : metric)
            if (value) y.push_back(*value);
        result_.impossible = result_.draws - y.size();
        const Confidence confidence(result_.settings.confidence);
        for (std::size_t i = 0; i < varied_.size(); ++i) {
            if (varied_[i].assumption) continue;
            std::vector<double> x;
            for (std::size_t k = 0; k < metric.size(); ++k)
                if (metric[k]) x.push_back(values[i][k]);
            result_.inputs[i].rank_correlation = rank_correlation(x, y, confidence);
        }
    }

    [[nodiscard]] RunControl quiet() const {
        RunControl control;
        control.stop = control_.stop;
        control.instruction_set = control_.instruction_set;
        return control;
    }
    /// Progress of a part, whose units are worth `step` each; it then takes `size` in all.
    RunControl part(std::uint64_t size, std::uint64_t step = 1) {
        RunControl control = quiet();
        if (control_.progress)
            control.progress = [this, before = done_, step](std::uint64_t done) {
                control_.progress(before + done * step);
            };
        done_ += size;
        return control;
    }

    const UncertainJourney& journey_;
    const RunControl& control_;
    const Journey likely_;
    const std::vector<VariedInput> varied_;
    SensitivityResult result_;
    std::uint64_t done_ = 0;
};

}  // namespace

std::optional<SensitivityResult> measure_sensitivity(const UncertainJourney& journey, Metric metric,
                                                     const RunSettings& settings,
                                                     const RunControl& control) {
    return Analysis(journey, metric, settings, control).run();
}

}  // namespace cjm::simulate
