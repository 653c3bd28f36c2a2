#include "simulate/exact/tick_plan.hpp"

#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

#include "simulate/exact/wait_lattice.hpp"

namespace cjm::simulate {
namespace {

constexpr double milliseconds_per_day = 86'400'000;
constexpr std::int64_t fewest_ticks = 16, most_ticks = 100'000;

/// Whole milliseconds, none where a day count is not as near to them as its double allows.
std::optional<std::int64_t> milliseconds(double days) {
    const double exact = days * milliseconds_per_day;
    const double whole = std::round(exact);
    if (!(whole < 1e15) || std::abs(exact - whole) > 1e-15 * whole + 1e-9) return {};
    return static_cast<std::int64_t>(whole);
}

/// Days at which laws jump, at most the horizon.
struct Jumps {
    std::vector<double> atoms, ends;
};

/// Whether the density of a Beta law of these parameters falls to 0 smoothly at an end.
constexpr double smooth_end = 2;

void add_ends(const WaitLaw& law, std::vector<double>& ends) {
    if (law.kind == WaitKind::uniform) {
        ends.push_back(law.low);
        ends.push_back(law.high);
    }
    if (law.kind == WaitKind::pert) {
        const double a = 1 + 4 * (law.likely - law.low) / (law.high - law.low);
        if (a < smooth_end) ends.push_back(law.low);
        if (6 - a < smooth_end) ends.push_back(law.high);
    }
}

Jumps jumps_of(const ResolvedJourney& journey) {
    Jumps jumps;
    for (const auto& visit : journey.visits)
        for (const auto& way : visit.ways)
            for (const auto& edge : way.edges) {
                if (!(edge.share > 0)) continue;
                if (const auto days = atom_days(edge.wait))
                    jumps.atoms.push_back(*days);
                else
                    add_ends(edge.wait, jumps.ends);
            }
    const auto idle = [&](double days) { return !(days > 0) || days > *journey.horizon_days; };
    std::erase_if(jumps.atoms, idle);
    std::erase_if(jumps.ends, idle);
    return jumps;
}

/// The fewest ticks, at least `fewest_ticks`, for which all of these days end on one; none where
/// they have no common measure.
std::optional<std::size_t> common_ticks(const std::vector<double>& all, double horizon_days) {
    const auto horizon = milliseconds(horizon_days);
    if (!horizon) return {};
    std::int64_t measure = *horizon;
    for (const double days : all) {
        const auto atom = milliseconds(days);
        if (!atom) return {};
        measure = std::gcd(measure, *atom);
    }
    const std::int64_t common = *horizon / measure;
    if (common > most_ticks) return {};
    return static_cast<std::size_t>((fewest_ticks + common - 1) / common * common);
}

}  // namespace

TickPlan plan_ticks(const ResolvedJourney& journey,
                    const std::function<double(std::size_t ticks)>& cost, double budget) {
    TickPlan plan;
    const Jumps jumps = jumps_of(journey);
    plan.has_atoms = !jumps.atoms.empty();
    std::vector<double> all = jumps.atoms;
    all.insert(all.end(), jumps.ends.begin(), jumps.ends.end());
    const auto fits = [&](const std::vector<double>& days) {
        const auto ticks = common_ticks(days, *journey.horizon_days);
        if (!ticks) return false;
        for (double left = budget; const std::size_t times : {4, 2, 1})
            if ((left -= cost(times * *ticks)) < 0) return false;
        plan.coarsest = *ticks;
        return true;
    };
    if (all.empty() || fits(all)) {
        plan.atoms_on_ticks = plan.has_atoms;
        return plan;
    }
    plan.atoms_on_ticks = plan.has_atoms && !jumps.ends.empty() && fits(jumps.atoms);
    plan.uneven = true;
    return plan;
}

}  // namespace cjm::simulate
