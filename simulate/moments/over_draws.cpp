#include "simulate/moments/over_draws.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "journey/check/check.hpp"
#include "simulate/moments/exact_moments.hpp"
#include "simulate/moments/ranks.hpp"
#include "simulate/moments/sampled_moments.hpp"
#include "simulate/uncertainty/draw.hpp"
#include "simulate/uncertainty/order_statistics.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint64_t fewest_customers = 1000;  // a draw
constexpr unsigned most_workers = 256;

/// Impacts of one draw by touchpoint; empty: it could not be run.
using Impacts = std::vector<double>;

/// Draws that worker threads share.
class SharedDraws {
  public:
    SharedDraws(const UncertainJourney& journey, const MomentsSettings& settings,
                std::uint64_t customers, const RunControl& control)
        : journey_(journey),
          settings_(settings),
          customers_(customers),
          control_(control),
          impacts_(settings.run.parameter_draws) {
        settings_.run.threads = 1;
    }

    void work() {
        try {
            for (std::uint64_t k = next_++; k < impacts_.size() && !stopped(); k = next_++) {
                impacts_[k] = run(k);
                report();
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!error_) error_ = std::current_exception();
            next_ = impacts_.size();
        }
    }

    /// After all workers have ended; none where stopped.
    std::optional<std::vector<Impacts>> result() {
        if (error_) std::rethrow_exception(error_);
        if (stopped()) return std::nullopt;
        return std::move(impacts_);
    }

  private:
    [[nodiscard]] Impacts run(std::uint64_t k) const {
        const Journey journey =
            journey_.ask(draw_parameters(journey_.as_is, settings_.run.seed, k).journey);
        if (!check_structure(journey).empty()) return {};
        std::optional<MomentsResult> result;
        if (customers_ == 0) {
            result = exact_moments(journey, settings_).result;
        } else {
            RunControl quiet;
            quiet.stop = control_.stop;
            quiet.instruction_set = control_.instruction_set;
            result = sampled_moments(journey, settings_, {k * customers_, customers_}, quiet);
        }
        Impacts impacts;
        if (!result) return impacts;
        for (const MomentResult& moment : result->touchpoints)
            impacts.push_back(moment.impact ? moment.impact->estimate : 0);
        return impacts;
    }

    [[nodiscard]] bool stopped() const {
        return control_.stop != nullptr && control_.stop->load(std::memory_order_relaxed);
    }

    void report() {
        const std::lock_guard lock(mutex_);
        ++done_;
        if (control_.progress) control_.progress(done_);
    }

    const UncertainJourney& journey_;
    MomentsSettings settings_;
    const std::uint64_t customers_;  ///< a draw; 0: exactly
    const RunControl& control_;
    std::vector<Impacts> impacts_;
    std::atomic<std::uint64_t> next_ = 0;
    std::uint64_t done_ = 0;
    std::mutex mutex_;
    std::exception_ptr error_;
};

void work_on(SharedDraws& shared, unsigned threads, std::uint64_t draws) {
    const unsigned wanted =
        threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::min<std::uint64_t>({wanted, draws, most_workers}); ++i)
        others.emplace_back([&shared] { shared.work(); });
    shared.work();
}

/// Positions of the touchpoints that are ranked.
std::vector<std::size_t> family_of(const MomentsResult& result) {
    std::vector<std::size_t> family;
    for (std::size_t i = 0; i < result.touchpoints.size(); ++i)
        if (result.touchpoints[i].simultaneous_low) family.push_back(i);
    return family;
}

void set_places(MomentResult& moment, std::vector<double> place) {
    constexpr double top = 3;
    std::sort(place.begin(), place.end());
    const auto at_top =
        std::count_if(place.begin(), place.end(), [](double rank) { return rank <= top; });
    moment.probability_top_3 = static_cast<double>(at_top) / static_cast<double>(place.size());
    moment.rank_p5 = quantile(place, 0.05);
    moment.rank_p95 = quantile(place, 0.95);
}

}  // namespace

bool add_draws(const UncertainJourney& journey, const MomentsSettings& settings,
               MomentsResult& result, const RunControl& control) {
    const std::uint64_t draws = settings.run.parameter_draws;
    const std::uint64_t customers =
        result.settings.method == Method::exact
            ? 0
            : std::max(fewest_customers, settings.run.customers / draws);
    SharedDraws shared(journey, settings, customers, control);
    work_on(shared, settings.run.threads, draws);
    auto impacts = shared.result();
    if (!impacts) return false;
    std::erase_if(*impacts, [](const Impacts& draw) { return draw.empty(); });
    if (impacts->size() < 2) throw TooFewDraws(impacts->size(), draws);
    const std::vector<std::size_t> family = family_of(result);
    std::vector<std::vector<double>> by_touchpoint(family.size());
    for (const Impacts& draw : *impacts) {
        Impacts ranked;
        for (const std::size_t i : family) ranked.push_back(draw[i]);
        const std::vector<std::size_t> place = places(ranked);
        for (std::size_t i = 0; i < family.size(); ++i)
            by_touchpoint[i].push_back(static_cast<double>(place[i]));
    }
    for (std::size_t i = 0; i < family.size(); ++i)
        set_places(result.touchpoints[family[i]], std::move(by_touchpoint[i]));
    result.settings.parameter_draws = draws;
    result.impossible_draws = draws - impacts->size();
    result.customers_per_draw = customers;
    return true;
}

}  // namespace cjm::simulate
