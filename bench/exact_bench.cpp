// Times of exact solutions: the reference workload without its horizon, and large journeys of
// loops.
//
//   cmake --workflow --preset bench && build/bench/bench/exact_bench
//
// Options are those of Google Benchmark.
#include <memory>
#include <stdexcept>

#include <benchmark/benchmark.h>

#include "bench/workload.hpp"
#include "journey/parse/parse.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/impacts.hpp"
#include "simulate/resolve.hpp"
#include "tests/support/looped_journey.hpp"

namespace {

using cjm::simulate::ResolvedJourney;

void solve(benchmark::State& state, const ResolvedJourney& journey, double discount_rate) {
    for (auto _ : state) {
        const auto solution = cjm::simulate::solve_exactly(journey, discount_rate);
        if (!solution.figures) state.SkipWithError("a loop could not be solved");
    }
}

void impacts(benchmark::State& state, const ResolvedJourney& journey) {
    for (auto _ : state) {
        const auto solution = cjm::simulate::solve_impacts(journey, cjm::simulate::Metric::success);
        if (!solution.impacts) state.SkipWithError("a loop could not be solved");
    }
}

ResolvedJourney looped(const cjm::testing::LoopedJourneyOptions& options) {
    const auto text = std::make_shared<cjm::SourceText>(
        cjm::SourceText{"looped.toml", cjm::testing::looped_journey(1, options)});
    const auto parsed = cjm::parse_journey(text);
    if (!parsed.value) throw std::runtime_error("the looped journey has errors");
    return cjm::simulate::resolve(*parsed.value);
}

}  // namespace

int main(int argc, char** argv) {
    ResolvedJourney w2 = cjm::bench::load_workload("w2").resolved;
    w2.horizon_days.reset();
    const ResolvedJourney large = looped({.touchpoints = 200});
    const auto add = [](const char* name, const ResolvedJourney& journey, double discount_rate) {
        benchmark::RegisterBenchmark(name, [&journey, discount_rate](benchmark::State& state) {
            solve(state, journey, discount_rate);
        })->Unit(benchmark::kMillisecond);
    };
    add("w2_without_horizon", w2, 0);
    add("200_touchpoints", large, 0);
    add("200_touchpoints_discounted", large, 0.1);
    const ResolvedJourney middling = looped({.touchpoints = 60, .personas = 3});
    benchmark::RegisterBenchmark("impacts_of_60_touchpoints", [&](benchmark::State& state) {
        impacts(state, middling);
    })->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
