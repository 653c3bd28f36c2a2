#include "simulate/uncertainty/drawn_run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "journey/check/check.hpp"
#include "simulate/compile.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/run/run.hpp"
#include "simulate/tally/path_counter.hpp"

namespace cjm::simulate {
namespace {

std::optional<Totals> sampled(const Journey& journey, std::uint64_t first,
                              const DrawnSettings& settings, const RunControl& control) {
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    RunControl quiet;
    quiet.stop = control.stop;
    const auto tally = tally_customers(compiled, amounts, settings.seed,
                                       {first, settings.customers_per_draw}, 1, quiet);
    if (!tally) return std::nullopt;
    RunSettings run;
    run.customers = settings.customers_per_draw;
    return totals_of(estimate(journey, compiled, amounts, *tally, run));
}

/// Draws that worker threads share.
class SharedDraws {
  public:
    SharedDraws(const UncertainJourney& journey, std::uint64_t draws, const DrawnSettings& settings,
                const RunControl& control)
        : journey_(journey), settings_(settings), control_(control) {
        drawn_.inputs = draw_parameters(journey.as_is, settings.seed, 0).inputs;
        drawn_.runs.resize(draws);
    }

    void work() {
        try {
            for (std::uint64_t k = next_++; k < drawn_.runs.size() && !stopped(); k = next_++) {
                report(run(k));
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            next_ = drawn_.runs.size();
        }
    }

    std::optional<DrawnRuns> result() {
        if (error_) std::rethrow_exception(error_);
        if (stopped()) return std::nullopt;
        return std::move(drawn_);
    }

  private:
    /// The paths that had to be scaled.
    std::vector<std::string> run(std::uint64_t k) {
        const ParameterDraw draw = draw_parameters(journey_.as_is, settings_.seed, k);
        DrawnRun& run = drawn_.runs[k];
        for (const DrawnInput& input : draw.inputs)
            run.coordinates.insert(run.coordinates.end(), input.coordinates.begin(),
                                   input.coordinates.end());
        run.figures = figures_of(journey_.ask(draw.journey), k * settings_.customers_per_draw,
                                 settings_, control_);
        return draw.scaled;
    }

    [[nodiscard]] bool stopped() const {
        return control_.stop != nullptr && control_.stop->load(std::memory_order_relaxed);
    }

    void report(const std::vector<std::string>& scaled) {
        const std::lock_guard lock(mutex_);
        drawn_.scaled += static_cast<std::uint64_t>(!scaled.empty());
        for (const std::string& path : scaled) ++drawn_.scaled_shares[path];
        ++done_;
        if (control_.progress) control_.progress(done_);
    }

    const UncertainJourney& journey_;
    const DrawnSettings settings_;
    const RunControl& control_;
    DrawnRuns drawn_;
    std::atomic<std::uint64_t> next_ = 0;
    std::uint64_t done_ = 0;
    std::mutex mutex_;
    std::exception_ptr error_;
};

}  // namespace

std::optional<Totals> figures_of(const Journey& journey, std::uint64_t first,
                                 const DrawnSettings& settings, const RunControl& control) {
    if (!check_structure(journey).empty()) return std::nullopt;
    if (settings.customers_per_draw == 0) return solved_totals(journey);
    return sampled(journey, first, settings, control);
}

std::optional<DrawnRuns> run_draws(const UncertainJourney& journey, std::uint64_t draws,
                                   const DrawnSettings& settings, unsigned threads,
                                   const RunControl& control) {
    SharedDraws shared(journey, draws, settings, control);
    const unsigned wanted =
        threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    const auto workers = static_cast<unsigned>(std::min<std::uint64_t>({wanted, draws, 256}));
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < workers; ++i) others.emplace_back([&shared] { shared.work(); });
        shared.work();
    }
    return shared.result();
}

}  // namespace cjm::simulate
