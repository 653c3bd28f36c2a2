// Steps per second of the engine beside the straightforward walker: one thread, CPU time,
// repetitions in random order, all statistics on. First both are checked to walk the same journey.
//
//   cmake --workflow --preset bench && build/bench/bench/walk_bench
//
// Options are those of Google Benchmark.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/straightforward_walker.hpp"
#include "bench/workload.hpp"

namespace {

using cjm::bench::StraightforwardWalker;
using cjm::bench::Workload;

constexpr std::uint64_t customers = 100'000;

const char* const steps_counter = "ns/step";

void report_steps(benchmark::State& state, double steps) {
    // seconds per step, which the console shows as nanoseconds: "12.3n"
    state.counters[steps_counter] =
        benchmark::Counter(steps, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void engine(benchmark::State& state, const Workload& workload) {
    double steps = 0;
    std::uint64_t seed = 0;
    for (auto _ : state)
        steps += static_cast<double>(
            cjm::bench::steps_of(cjm::bench::walk_with_engine(workload, ++seed, customers)));
    report_steps(state, steps);
}

void straightforward(benchmark::State& state, const Workload& workload) {
    StraightforwardWalker walker(workload.resolved, 1);
    for (auto _ : state) walker.walk(customers);
    double steps = 0;
    for (const auto& touchpoint : walker.statistics().touchpoints) steps += touchpoint.visits.sum;
    report_steps(state, steps);
}

// Shows what Google Benchmark shows, and keeps the nanoseconds per step of every repetition.
class Reporter : public benchmark::ConsoleReporter {
  public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            const auto counter = run.counters.find(steps_counter);
            if (run.run_type == Run::RT_Iteration && counter != run.counters.end())
                nanoseconds[run.run_name.function_name].push_back(1e9 * counter->second.value);
        }
        ConsoleReporter::ReportRuns(runs);
    }

    std::map<std::string, std::vector<double>> nanoseconds;
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double least(const std::vector<double>& values) {
    return *std::min_element(values.begin(), values.end());
}

void print_ratio(const Reporter& reporter, const std::string& workload) {
    const auto ours = reporter.nanoseconds.find("engine/" + workload);
    const auto theirs = reporter.nanoseconds.find("straightforward/" + workload);
    if (ours == reporter.nanoseconds.end() || theirs == reporter.nanoseconds.end()) return;
    fmt::print(
        "{}: engine {:.2f} ns a step (least {:.2f}), straightforward {:.2f} (least {:.2f}), "
        "ratio {:.2f} (of the least {:.2f})\n",
        workload, median(ours->second), least(ours->second), median(theirs->second),
        least(theirs->second), median(theirs->second) / median(ours->second),
        least(theirs->second) / least(ours->second));
}

bool agrees(const Workload& workload) {
    const std::string differences = cjm::bench::disagreements(workload, customers);
    if (differences.empty()) return true;
    fmt::print(stderr, "{}: the two walkers do not walk the same journey\n{}", workload.name,
               differences);
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<Workload> workloads{cjm::bench::load_workload("w1"),
                                          cjm::bench::load_workload("w2")};
    if (!std::all_of(workloads.begin(), workloads.end(), agrees)) return 1;
    // options given come later and win
    std::vector<char*> words(argv, argv + argc);
    std::string interleaved = "--benchmark_enable_random_interleaving=true";
    std::string repetitions = "--benchmark_repetitions=11";
    std::string least_time = "--benchmark_min_time=0.01";
    words.insert(words.begin() + 1, {interleaved.data(), repetitions.data(), least_time.data()});
    int count = static_cast<int>(words.size());
    benchmark::Initialize(&count, words.data());
    for (const Workload& workload : workloads) {
        benchmark::RegisterBenchmark(("engine/" + workload.name).c_str(), engine, workload)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("straightforward/" + workload.name).c_str(), straightforward,
                                     workload)
            ->Unit(benchmark::kMillisecond);
    }
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    for (const Workload& workload : workloads) print_ratio(reporter, workload.name);
    return 0;
}
