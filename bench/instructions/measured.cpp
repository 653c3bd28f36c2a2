// A small fixed program whose instructions are counted:
//   measured walk    20,000 customers of W2 on one thread, all statistics
//   measured exact   the exact figures of W2 without its horizon
// Prints by how many steps (exact: solves) the count is to be divided. Only what happens inside
// `counted` is counted; see compare.sh.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "journey/parse/parse.hpp"
#include "simulate/compile.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/resolve.hpp"
#include "simulate/run/run.hpp"

namespace {

using namespace cjm;

struct Prepared {
    simulate::ResolvedJourney resolved;
    simulate::CompiledJourney compiled;
    simulate::Amounts amounts;
};

Prepared prepare(bool with_horizon) {
    const std::string path = CJM_SOURCE_DIR "/tests/data/w2.toml";
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{path, text.str()}));
    Journey& journey = parsed.value.value();
    if (!with_horizon) journey.horizon_days.reset();
    simulate::CompiledJourney compiled = simulate::compile(journey);
    simulate::Amounts amounts(compiled);
    return {simulate::resolve(journey), std::move(compiled), std::move(amounts)};
}

std::uint64_t walk(const Prepared& prepared) {
    constexpr std::uint64_t customers = 20'000;
    simulate::RunControl control;
    control.instruction_set = simulate::InstructionSet::baseline;  // what every machine has
    const auto tally = simulate::tally_customers(prepared.compiled, prepared.amounts, 1,
                                                 {0, customers}, 1, control);
    std::uint64_t steps = 0;
    for (const auto& touchpoint : tally.value().touchpoints) steps += touchpoint.visits.sum;
    return steps;
}

std::uint64_t solve(const Prepared& prepared) {
    return simulate::solve_exactly(prepared.resolved, 0).figures ? 1 : 0;
}

}  // namespace

extern "C" [[gnu::noinline]] std::uint64_t counted(const Prepared& prepared, bool exact) {
    return exact ? solve(prepared) : walk(prepared);
}

int main(int argc, char** argv) {
    const bool exact = argc > 1 && std::string(argv[1]) == "exact";
    std::printf("%llu\n", static_cast<unsigned long long>(counted(prepare(!exact), exact)));
}
