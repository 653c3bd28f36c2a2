// A comparison over draws of what the author does not know.
#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "base/contract.hpp"
#include "journey/check/check.hpp"
#include "simulate/compare/compare.hpp"
#include "simulate/compare/probability_best.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/run/run.hpp"
#include "simulate/sensitivity/metric_run.hpp"
#include "simulate/uncertainty/order_statistics.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t fewest_customers = 1000;  // a draw

using Merits = std::vector<std::optional<double>>;  // by candidate, as it is first

/// How draws are run.
struct DrawPlan {
    const DrawnCandidates& candidates;
    Metric metric;
    std::uint64_t seed = 1;
    std::uint64_t customers = 0;  ///< a draw; 0: exactly
    const std::atomic<bool>* stop = nullptr;
};

std::optional<double> metric_of(const Journey& journey, std::uint64_t draw, const DrawPlan& plan) {
    if (plan.customers == 0) return solve_metric(journey, plan.metric).value;
    if (!check_structure(journey).empty()) return std::nullopt;
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    RunControl quiet;
    quiet.stop = plan.stop;
    const auto tally = tally_customers(compiled, amounts, plan.seed,
                                       {draw * plan.customers, plan.customers}, 1, quiet);
    if (!tally) return std::nullopt;
    RunSettings settings;
    settings.customers = plan.customers;
    const SimulationResult result = estimate(journey, compiled, amounts, *tally, settings);
    const MaybeEstimate figure = figure_of(result, figure_of(plan.metric));
    return figure ? std::optional(figure->estimate) : std::nullopt;
}

/// Draws that worker threads share.
class SharedDraws {
  public:
    SharedDraws(std::uint64_t draws, const DrawPlan& plan, const RunControl& control)
        : plan_(plan), control_(control), merits_(draws) {}

    void work() {
        try {
            for (std::uint64_t k = next_++; k < merits_.size() && !stopped(); k = next_++) {
                for (const Journey& journey : plan_.candidates(k))
                    merits_[k].push_back(metric_of(journey, k, plan_));
                report();
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            next_ = merits_.size();
        }
    }

    /// After all workers have ended; none where stopped.
    std::optional<std::vector<Merits>> result() {
        if (error_) std::rethrow_exception(error_);
        if (stopped()) return std::nullopt;
        return std::move(merits_);
    }

  private:
    [[nodiscard]] bool stopped() const { return plan_.stop != nullptr && plan_.stop->load(); }
    void report() {
        const std::lock_guard lock(mutex_);
        ++done_;
        if (control_.progress) control_.progress(done_);
    }

    const DrawPlan& plan_;
    const RunControl& control_;
    std::vector<Merits> merits_;
    std::atomic<std::uint64_t> next_ = 0;
    std::uint64_t done_ = 0;
    std::mutex mutex_;
    std::exception_ptr error_;
};

std::optional<std::vector<Merits>> run(SharedDraws& shared, unsigned threads, std::uint64_t draws) {
    const unsigned wanted =
        threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < std::min<std::uint64_t>({wanted, draws, 256}); ++i)
            others.emplace_back([&shared] { shared.work(); });
        shared.work();
    }
    return shared.result();
}

/// How far the draws move one candidate's difference; none where fewer than two have both figures.
std::optional<DrawnDifference> difference_over(const std::vector<Merits>& draws,
                                               std::size_t candidate, double confidence) {
    std::vector<double> differences;
    for (const Merits& draw : draws)
        if (draw[0] && draw[candidate]) differences.push_back(*draw[candidate] - *draw[0]);
    if (differences.size() < 2) return std::nullopt;
    DrawnDifference result;
    for (const double difference : differences)
        result.mean += difference / static_cast<double>(differences.size());
    std::sort(differences.begin(), differences.end());
    result.low = quantile(differences, (1 - confidence) / 2);
    result.high = quantile(differences, (1 + confidence) / 2);
    return result;
}

void turn(std::vector<Merits>& draws) {
    for (Merits& draw : draws)
        for (auto& merit : draw)
            if (merit) merit = -*merit;
}

}  // namespace

bool compare_over_draws(const DrawnCandidates& candidates, const RunSettings& settings,
                        ComparisonResult& result, const RunControl& control) {
    CJM_EXPECTS(settings.parameter_draws > 0);
    const bool exactly = !result.baseline.horizon_days && settings.method != Method::monte_carlo;
    const std::uint64_t draws = settings.parameter_draws;
    const DrawPlan plan{candidates, result.metric, settings.seed,
                        exactly ? 0 : std::max(settings.customers / draws, fewest_customers),
                        control.stop};
    SharedDraws shared(draws, plan, control);
    auto merits = run(shared, settings.threads, draws);
    if (!merits) return false;
    result.draws = draws;
    for (std::size_t i = 0; i < result.scenarios.size(); ++i)
        result.scenarios[i].over_draws = difference_over(*merits, i + 1, settings.confidence);
    if (less_is_better(result.metric)) turn(*merits);
    const std::vector<double> shares = share_largest(*merits, result.scenarios.size() + 1);
    result.baseline_probability_best = shares[0];
    for (std::size_t i = 0; i < result.scenarios.size(); ++i)
        result.scenarios[i].probability_best = shares[i + 1];
    return true;
}

}  // namespace cjm::simulate
