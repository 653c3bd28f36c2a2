#include "simulate/run/run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "simulate/walk/walker.hpp"

namespace cjm::simulate {
namespace {

// Customers a worker takes at a time: few enough to share out a short run and to stop soon.
constexpr std::uint64_t chunk = 512;

// A run that worker threads share. Who takes which customers is chance; the sum of their tallies is
// not.
class SharedRun {
  public:
    SharedRun(const CompiledJourney& journey, const Amounts& amounts, std::uint64_t seed,
              CustomerRange customers, const RunControl& control)
        : journey_(journey),
          amounts_(amounts),
          seed_(seed),
          customers_(customers),
          control_(control),
          tables_(journey, amounts),
          set_(control.instruction_set.value_or(available_instruction_sets().back())) {}

    // One thread's work: chunks until none is left.
    void work() {
        try {
            FastWalk walk(journey_, amounts_, tables_, seed_, set_);
            const bool ended =
                walk.run({.take = [this] { return take(); },
                          .report = [this](std::uint64_t customers) { report(customers); },
                          .stop = control_.stop});
            if (ended) hand_in(walk.take_tally());
        } catch (...) {
            fail(std::current_exception());
        }
    }

    // After all threads have ended.
    [[nodiscard]] std::optional<Tally> result() {
        if (error_) std::rethrow_exception(error_);
        if (!tally_ || tally_->customers != customers_.count) return std::nullopt;
        return std::move(tally_);
    }

  private:
    // The next customers nobody has taken; none of them when all are taken.
    CustomerRange take() {
        const std::uint64_t from = taken_.fetch_add(chunk, std::memory_order_relaxed);
        if (from >= customers_.count) return {};
        return {customers_.first + from, std::min(chunk, customers_.count - from)};
    }

    void report(std::uint64_t customers) {
        done_.fetch_add(customers, std::memory_order_relaxed);
        if (!control_.progress) return;
        // Whoever finds another reporting goes on with the work: later news will come. Read under
        // the lock, so that the numbers never fall.
        const std::unique_lock lock(progress_, std::try_to_lock);
        if (lock) control_.progress(done_.load(std::memory_order_relaxed));
    }

    void hand_in(Tally&& tally) {
        const std::lock_guard lock(results_);
        if (tally_)
            *tally_ += tally;
        else
            tally_ = std::move(tally);
    }

    void fail(std::exception_ptr error) {
        const std::lock_guard lock(results_);
        if (!error_) error_ = std::move(error);
        taken_.store(customers_.count, std::memory_order_relaxed);  // nothing left for the others
    }

    const CompiledJourney& journey_;
    const Amounts& amounts_;
    const std::uint64_t seed_;
    const CustomerRange customers_;
    const RunControl& control_;
    const kernel::Tables tables_;
    const InstructionSet set_;
    std::atomic<std::uint64_t> taken_ = 0, done_ = 0;
    std::mutex progress_, results_;
    std::optional<Tally> tally_;
    std::exception_ptr error_;
};

}  // namespace

unsigned worker_threads(unsigned asked, std::uint64_t customers) {
    const unsigned wanted = asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
    const std::uint64_t useful = std::clamp<std::uint64_t>((customers + chunk - 1) / chunk, 1, 256);
    return static_cast<unsigned>(std::min<std::uint64_t>(wanted, useful));
}

std::optional<Tally> tally_customers(const CompiledJourney& journey, const Amounts& amounts,
                                     std::uint64_t seed, CustomerRange customers, unsigned threads,
                                     const RunControl& control) {
    SharedRun run(journey, amounts, seed, customers, control);
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < worker_threads(threads, customers.count); ++i)
            others.emplace_back([&run] { run.work(); });
        run.work();
    }
    return run.result();
}

std::vector<Path> walk_paths(const CompiledJourney& journey, std::uint64_t seed,
                             CustomerRange customers) {
    std::vector<Path> paths(customers.count);
    for (std::uint64_t i = 0; i < customers.count; ++i)
        walk_customer(journey, seed, customers.first + i, paths[i]);
    return paths;
}

}  // namespace cjm::simulate
