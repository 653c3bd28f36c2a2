// What the whole program takes: start, memory, customers by number, threads, large journeys. Every
// figure is taken side by side with what it is compared to, by turns.
//
//   build/bench/bench/program_bench              all
//   build/bench/bench/program_bench start        only: start, memory, wall, scale, size or threads
//   build/bench/bench/program_bench scale 1e9    up to so many customers (default 1e7)
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "bench/grid_journey.hpp"
#include "bench/measure.hpp"
#include "bench/workload.hpp"

namespace {

using namespace cjm::bench;
using Words = std::vector<std::string>;

const std::string program = CJM_PROGRAM;
const std::string w2 = std::string(CJM_SOURCE_DIR) + "/tests/data/w2.toml";

Words simulate(const std::string& file, const std::string& customers,
               const std::string& threads = "1") {
    return {program,     "simulate", file,       "--customers", customers,
            "--threads", threads,    "--method", "monte-carlo"};
}

// Limit: 8 ms over an empty program.
void measure_start() {
    const std::string small = std::string(CJM_SOURCE_DIR) + "/tests/cli/journeys/booking.toml";
    const std::vector<Words> programs{{CJM_EMPTY_PROGRAM},
                                      {program, "--version"},
                                      {program, "check", small},
                                      simulate(small, "1")};
    const auto taken = run_by_turns(programs, 200);
    const double empty = median(taken[0], &Taken::cpu_ms);
    for (std::size_t i = 1; i < programs.size(); ++i)
        fmt::print(
            "start: {:9} {:5.2f} ms of CPU over an empty program (least {:.2f}), {:.1f} MB\n",
            programs[i][1], median(taken[i], &Taken::cpu_ms) - empty,
            least(taken[i], &Taken::cpu_ms) - least(taken[0], &Taken::cpu_ms),
            median(taken[i], &Taken::peak_mb));
}

// Limits: 16 MB for any number of customers, within 1 MB of each other.
void measure_memory() {
    for (const char* threads : {"1", "2"})
        for (const char* customers : {"1e5", "1e7"})
            fmt::print("memory: {} customers of W2, {} threads: {:.1f} MB\n", customers, threads,
                       run_program(simulate(w2, customers, threads)).peak_mb);
}

// Limit: 60 ms with start-up (on an idle machine; CPU time says more on a busy one).
void measure_wall() {
    const auto taken = run_by_turns({simulate(w2, "1e5", "1"), simulate(w2, "1e5", "2")}, 21);
    for (std::size_t i = 0; i < taken.size(); ++i)
        fmt::print(
            "wall: 1e5 customers of W2, {} threads: {:.0f} ms (least {:.0f}), CPU {:.0f} ms\n",
            i + 1, median(taken[i], &Taken::wall_ms), least(taken[i], &Taken::wall_ms),
            median(taken[i], &Taken::cpu_ms));
}

double ns_per_customer(const std::string& file, double customers, int rounds) {
    const auto taken =
        run_by_turns({simulate(file, "1"), simulate(file, fmt::format("{}", customers))}, rounds);
    return 1e6 * (least(taken[1], &Taken::cpu_ms) - least(taken[0], &Taken::cpu_ms)) / customers;
}

// Limit: within 25 % of each other.
void measure_scale(double most_customers) {
    double first = 0;
    for (double customers = 1e5; customers <= most_customers; customers *= 10) {
        const double cost = ns_per_customer(w2, customers, customers > 1e6 ? 1 : 9);
        if (first == 0) first = cost;
        fmt::print("scale: {:.0e} customers of W2: {:.0f} ns a customer, {:+.0f} %\n", customers,
                   cost, 100 * (cost / first - 1));
    }
}

// Limit: a large journey takes at most 4 times as long a step.
void measure_size() {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / fmt::format("cjm-bench-{}", ::getpid());
    fs::create_directories(folder);
    double first = 0;
    for (const int touchpoints : {60, 5000}) {
        const std::string file = folder / fmt::format("{}.toml", touchpoints);
        std::ofstream(file) << grid_journey(touchpoints);
        const double customers = 1e5;
        const double steps_each =
            static_cast<double>(steps_of(walk_with_engine(load_workload_file(file), 1, 10'000))) /
            10'000;
        const double cost = ns_per_customer(file, customers, 5) / steps_each;
        if (first == 0) first = cost;
        fmt::print("size: {} touchpoints, {} targets: {:.1f} ns a step, {:.2f} times, {:.1f} MB\n",
                   touchpoints, 4 * touchpoints, cost, cost / first,
                   run_program(simulate(file, "1e5")).peak_mb);
    }
    fs::remove_all(folder);
}

// Limit: two threads at least 1.8 times as fast as one, where the machine gives two cores. A short
// run shows how much of it the start takes, which no thread shares.
void measure_threads() {
    for (const char* customers : {"1e6", "1e7"}) {
        const auto taken =
            run_by_turns({simulate(w2, customers, "1"), simulate(w2, customers, "2")}, 5);
        const double one = least(taken[0], &Taken::wall_ms), two = least(taken[1], &Taken::wall_ms);
        fmt::print(
            "threads: {} customers of W2: one {:.0f} ms, two {:.0f} ms, {:.2f} times as fast\n",
            customers, one, two, one / two);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string only = argc > 1 ? argv[1] : "";
    const double most_customers = argc > 2 ? std::strtod(argv[2], nullptr) : 1e7;
    const std::vector<std::pair<std::string, std::function<void()>>> all{
        {"start", measure_start}, {"memory", measure_memory},
        {"wall", measure_wall},   {"scale", [&] { measure_scale(most_customers); }},
        {"size", measure_size},   {"threads", measure_threads}};
    for (const auto& [name, measure] : all)
        if (only.empty() || only == name) measure();
}
