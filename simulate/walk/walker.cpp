#include "simulate/walk/walker.hpp"

#include "simulate/random/words.hpp"
#include "simulate/walk/walk_steps.hpp"

namespace cjm::simulate {

Walker::Walker(const CompiledJourney& journey, std::uint64_t seed, const std::atomic<bool>* stop)
    : journey_(&journey), seed_(seed), stop_(stop), visits_(journey.touchpoint_count, 0) {}

TooManyVisits::TooManyVisits()
    : std::runtime_error(
          "one customer makes more than 16,777,216 visits before the horizon: the waits "
          "of a loop are tiny beside it") {}

bool Walker::walk(std::uint64_t customer, Path& path) {
    const ThreefryWords words(seed_);
    CustomerWalk walk(*journey_, words, customer, visits_, path);
    return walk.run([this, &path] {
        if (--steps_to_look_ > 0) return true;
        steps_to_look_ = steps_between_looks;
        if (path.steps.size() > most_visits) throw TooManyVisits();
        return stop_ == nullptr || !stop_->load(std::memory_order_relaxed);
    });
}

void walk_customer(const CompiledJourney& journey, std::uint64_t seed, std::uint64_t customer,
                   Path& path) {
    (void)Walker(journey, seed).walk(customer, path);
}

}  // namespace cjm::simulate
