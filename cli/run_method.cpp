#include "cli/run_method.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/usage_error.hpp"
#include "simulate/exact/agreement.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/simulate.hpp"

namespace cjm::cli {
namespace {

std::optional<SimulationResult> solve(const Session& session, const Journey& journey,
                                      const RunSettings& settings) {
    simulate::ExactAnswer answer = simulate::answer_exactly(journey, settings);
    if (!answer.result)
        tell_error(session.colour, unsolved_message(answer.unsolved_loop),
                   "simulate customers with --method monte-carlo");
    return std::move(answer.result);
}

void set_exact_beside(const Session& session, const Journey& journey, const RunSettings& settings,
                      SimulationResult& result) {
    if (simulate::work_to_answer(journey) > simulate::much_work)
        return tell_warning(session.colour,
                            "exact values are left out, solving the journey's loops would take "
                            "long; --method exact does it");
    const simulate::ExactAnswer answer = simulate::answer_exactly(journey, settings);
    if (answer.result) {
        simulate::set_beside(result, *answer.result);
    } else {
        tell_warning(session.colour,
                     unsolved_message(answer.unsolved_loop) + "; there are no exact values");
    }
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

SimulationResult sample(const Journey& journey, const RunSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    Progress progress(settings.customers);
    simulate::RunControl control;
    control.progress = [&progress](std::uint64_t done) { progress.update(done); };
    control.instruction_set = asked_instruction_set();
    control.expect = [&progress](std::uint64_t total) { progress.expect(total); };
    std::optional<SimulationResult> result = simulate::simulate(journey, settings, control);
    if (!result) throw std::logic_error("the simulation ended without a result");
    result->timing.walk_seconds = seconds_since(start);
    return *std::move(result);
}

}  // namespace

std::string unsolved_message(std::span<const std::string> loop) {
    constexpr std::size_t most_named = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(loop.size(), most_named); ++i)
        names += (i > 0 ? ", " : "") + quoted(loop[i]);
    if (loop.size() > most_named) names += fmt::format(" and {} more", loop.size() - most_named);
    return fmt::format("the loop of {} does not settle to enough digits to be solved exactly",
                       names);
}

std::optional<simulate::InstructionSet> asked_instruction_set() {
    const char* name = std::getenv("CJM_KERNEL");
    if (name == nullptr || *name == '\0') return std::nullopt;
    const auto set = simulate::instruction_set_named(name);
    const auto available = simulate::available_instruction_sets();
    if (set && std::find(available.begin(), available.end(), *set) != available.end()) return set;
    std::vector<std::string_view> names;
    for (const auto one : available) names.push_back(simulate::name_of(one));
    throw UsageError(fmt::format("CJM_KERNEL is {}; this machine has {}", cjm::quoted(name),
                                 fmt::join(names, ", ")));
}

std::optional<SimulationResult> run_simulation(const Session& session, const Journey& journey,
                                               const RunSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    std::optional<SimulationResult> result;
    if (settings.method == Method::exact) {
        result = solve(session, journey, settings);
        if (!result) return std::nullopt;
    } else {
        result = sample(journey, settings);
        if (settings.method == Method::automatic && !journey.horizon_days)
            set_exact_beside(session, journey, settings, *result);
    }
    result->timing.seconds = seconds_since(start);
    return result;
}

}  // namespace cjm::cli
