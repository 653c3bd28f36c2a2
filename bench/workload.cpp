#include "bench/workload.hpp"

#include <cmath>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "bench/straightforward_walker.hpp"
#include "journey/parse/parse.hpp"

namespace cjm::bench {
namespace {

// The figures that are compared, as sums over customers of a quantity and of its square (the
// squares of visits are the engine's touchpoint by touchpoint and need no products between them).
struct Figures {
    double customers = 0, success = 0, ghosted = 0, left_openly = 0, visits = 0;
};

Figures figures_of(const simulate::ResolvedJourney& journey, const simulate::Tally& tally) {
    Figures figures{.customers = static_cast<double>(tally.customers),
                    .visits = static_cast<double>(steps_of(tally))};
    for (const simulate::PersonaTally& persona : tally.personas) {
        figures.ghosted += static_cast<double>(persona.ghosted);
        figures.left_openly += static_cast<double>(persona.left_openly);
        for (std::size_t i = 0; i < persona.outcomes.size(); ++i)
            if (journey.outcome_is_success[i])
                figures.success += static_cast<double>(persona.outcomes[i]);
    }
    return figures;
}

Figures figures_of(const simulate::ResolvedJourney& journey, const Statistics& statistics) {
    Figures figures{.customers = static_cast<double>(statistics.customers)};
    for (const TouchpointStatistics& touchpoint : statistics.touchpoints)
        figures.visits += touchpoint.visits.sum;
    for (const PersonaStatistics& persona : statistics.personas) {
        figures.ghosted += static_cast<double>(persona.ghosted);
        figures.left_openly += static_cast<double>(persona.left_openly);
        for (std::size_t i = 0; i < persona.outcomes.size(); ++i)
            if (journey.outcome_is_success[i])
                figures.success += static_cast<double>(persona.outcomes[i]);
    }
    return figures;
}

std::string compare(const std::string& figure, double ours, double straightforward, double error) {
    constexpr double largest_z = 5;
    if (std::abs(ours - straightforward) <= largest_z * error) return {};
    return fmt::format("{}: engine {:.6f}, straightforward {:.6f}, standard error {:.6f}\n", figure,
                       ours, straightforward, error);
}

std::string compare_share(const std::string& figure, double ours, double straightforward,
                          double customers) {
    const double p = (ours + straightforward) / 2 / customers;
    return compare(figure, ours / customers, straightforward / customers,
                   std::sqrt(2 * p * (1 - p) / customers));
}

// Upper bound of the variance of visits a customer from those of each touchpoint: the standard
// deviation of a sum is at most the sum of the standard deviations.
double deviation_of_visits(const Statistics& statistics) {
    const auto n = static_cast<double>(statistics.customers);
    double deviation = 0;
    for (const TouchpointStatistics& touchpoint : statistics.touchpoints) {
        const double mean = touchpoint.visits.sum / n;
        deviation += std::sqrt(touchpoint.visits.squares / n - mean * mean);
    }
    return deviation;
}

}  // namespace

Workload load_workload(const std::string& name) {
    Workload workload =
        load_workload_file(std::string(CJM_SOURCE_DIR) + "/tests/data/" + name + ".toml");
    workload.name = name;
    return workload;
}

Workload load_workload_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    const auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{path, text.str()}));
    if (!in || !parsed.value) throw std::runtime_error(path + " cannot be read or has errors");
    simulate::CompiledJourney compiled = simulate::compile(*parsed.value);
    simulate::Amounts amounts(compiled);
    return {path, simulate::resolve(*parsed.value), std::move(compiled), std::move(amounts)};
}

simulate::Tally walk_with_engine(const Workload& workload, std::uint64_t seed,
                                 std::uint64_t customers) {
    return simulate::tally_customers(workload.compiled, workload.amounts, seed, {0, customers}, 1)
        .value();
}

std::uint64_t steps_of(const simulate::Tally& tally) {
    std::uint64_t steps = 0;
    for (const simulate::TouchpointTally& touchpoint : tally.touchpoints)
        steps += touchpoint.visits.sum;
    return steps;
}

std::string disagreements(const Workload& workload, std::uint64_t customers) {
    StraightforwardWalker walker(workload.resolved, 1);
    walker.walk(customers);
    const Figures theirs = figures_of(workload.resolved, walker.statistics());
    const Figures ours = figures_of(workload.resolved, walk_with_engine(workload, 1, customers));
    const auto n = static_cast<double>(customers);
    const double error_of_visits = deviation_of_visits(walker.statistics()) * std::sqrt(2 / n);
    return compare_share("success", ours.success, theirs.success, n) +
           compare_share("ghosted", ours.ghosted, theirs.ghosted, n) +
           compare_share("left openly", ours.left_openly, theirs.left_openly, n) +
           compare("visits", ours.visits / n, theirs.visits / n, error_of_visits);
}

}  // namespace cjm::bench
