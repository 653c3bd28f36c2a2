#include "simulate/exact/wait_lattice.hpp"

#include <algorithm>
#include <cmath>

#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

namespace cjm::simulate {
namespace {

/// What lies past this share of a law is left out.
constexpr double last_part = 1e-14;
/// A wait this near to a tick, in ticks, is on it.
constexpr double on_tick = 1e-7;

PartialMoments lognormal(double mean, double sd, double days) {
    const double variance = exact::log1p((sd / mean) * (sd / mean));
    const double sigma = std::sqrt(variance), mu = exact::log(mean) - variance / 2;
    const double z = (exact::log(days) - mu) / sigma;
    return {exact::normal_probability(z), mean * exact::normal_probability(z - sigma)};
}

PartialMoments gamma(double mean, double sd, double days) {
    const double scale = sd * sd / mean, shape = mean / scale, at = exact::log(days / scale);
    return {exact::exp(exact::log_gamma_lower(shape, at)),
            mean * exact::exp(exact::log_gamma_lower(shape + 1, at))};
}

PartialMoments weibull(double shape, double scale, double days) {
    const double log_x = shape * exact::log(days / scale);  // W = scale E^(1/shape)
    const double mean = scale * exact::exp(exact::log_gamma(1 + 1 / shape));
    return {-exact::expm1(-exact::exp(log_x)),
            mean * exact::exp(exact::log_gamma_lower(1 + 1 / shape, log_x))};
}

PartialMoments exponential(double mean, double days) {
    const double x = days / mean, below = -exact::expm1(-x);
    return {below, mean * below - days * exact::exp(-x)};
}

PartialMoments uniform(double low, double high, double days) {
    const double to = std::clamp(days, low, high), width = high - low;
    return {(to - low) / width, (to - low) / width * (low + to) / 2};
}

PartialMoments pert(const WaitLaw& law, double days) {
    const double width = law.high - law.low;
    if (days <= law.low) return {};
    if (days >= law.high) return {1, (law.low + 4 * law.likely + law.high) / 6};
    const double a = 1 + 4 * (law.likely - law.low) / width, b = 6 - a;
    const double at = exact::log((days - law.low) / width);
    const double below = exact::exp(exact::log_beta_lower(a, b, at));
    const double mean = exact::exp(exact::log_beta_lower(a + 1, b, at)) * a / 6;  // of the Beta
    return {below, law.low * below + width * mean};
}

/// Chances that a wait lasts so many ticks, from 0.
std::vector<double> shared_between_ticks(const WaitLaw& law, double tick_days, std::size_t ticks) {
    std::vector<double> chances(ticks + 2);
    if (const auto atom = atom_days(law)) {
        const double at = *atom / tick_days, below = std::floor(at + on_tick);
        if (!(below <= static_cast<double>(ticks))) return {};
        const auto tick = static_cast<std::size_t>(below);
        const double over = std::max(0.0, at - below) <= on_tick ? 0 : at - below;
        chances[tick] = 1 - over;
        chances[tick + 1] = over;
        return chances;
    }
    PartialMoments before;
    for (std::size_t cell = 0; cell <= ticks && before.chance < 1 - last_part; ++cell) {
        const auto start = static_cast<double>(cell);
        const auto until = partial_moments(law, (start + 1) * tick_days);
        const double chance = std::max(0.0, until.chance - before.chance);
        const double after =
            std::clamp((until.days - before.days) / tick_days - start * chance, 0.0, chance);
        chances[cell] += chance - after;
        chances[cell + 1] += after;
        before = until;
    }
    return chances;
}

/// Running out at each tick, for a patience that ends at `rate` a tick, where `lasting` holds the
/// chances of the wait.
std::vector<double> running_out(const std::vector<double>& lasting, double rate,
                                std::size_t ticks) {
    // of a patience that ends within a tick: the share 1 - after at its start, after at its end
    const double within = -exact::expm1(-rate);
    const double after =
        rate < 1e-4 ? within * (0.5 - rate / 12) : (within - rate * exact::exp(-rate)) / rate;
    std::vector<double> gone(ticks + 2);
    double waiting = 1;
    for (std::size_t cell = 0; cell <= ticks; ++cell) {
        waiting -= lasting[cell];
        if (waiting < last_part) break;
        const double here = waiting * exact::exp(-rate * static_cast<double>(cell));
        gone[cell] += here * (within - after);
        gone[cell + 1] += here * after;
    }
    gone.resize(ticks + 1);
    return gone;
}

}  // namespace

PartialMoments partial_moments(const WaitLaw& law, double days) {
    if (!(days > 0)) return {};
    switch (law.kind) {
        case WaitKind::exponential:
            return exponential(law.mean, days);
        case WaitKind::uniform:
            return uniform(law.low, law.high, days);
        case WaitKind::lognormal:
            return lognormal(law.mean, law.sd, days);
        case WaitKind::gamma:
            return gamma(law.mean, law.sd, days);
        case WaitKind::weibull:
            return weibull(law.shape, law.scale, days);
        case WaitKind::pert:
            return pert(law, days);
        case WaitKind::fixed:
            return days >= law.mean ? PartialMoments{1, law.mean} : PartialMoments{};
    }
    return {};
}

std::optional<double> atom_days(const WaitLaw& law) {
    switch (law.kind) {
        case WaitKind::fixed:
            return law.mean;
        case WaitKind::exponential:
            return law.mean > 0 ? std::nullopt : std::optional(0.0);
        case WaitKind::lognormal:
        case WaitKind::gamma:
            return law.sd > 0 ? std::nullopt : std::optional(law.mean);
        case WaitKind::uniform:
        case WaitKind::pert:
            return law.high > law.low ? std::nullopt : std::optional(law.low);
        case WaitKind::weibull:
            return law.scale > 0 ? std::nullopt : std::optional(0.0);
    }
    return {};
}

WaitLattice wait_lattice(const WaitLaw& law, double patience_days, double tick_days,
                         std::size_t ticks) {
    WaitLattice lattice;
    auto lasting = shared_between_ticks(law, tick_days, ticks);
    lasting.resize(ticks + 2);
    const double rate = tick_days / patience_days;
    if (rate > 0) lattice.gone = running_out(lasting, rate, ticks);
    lasting.resize(ticks + 1);
    for (std::size_t tick = 0; rate > 0 && tick < lasting.size(); ++tick)
        lasting[tick] *= exact::exp(-rate * static_cast<double>(tick));
    std::size_t end = lasting.size();
    while (end > 0 && lasting[end - 1] == 0) --end;
    while (lattice.first < end && lasting[lattice.first] == 0) ++lattice.first;
    lattice.arrive.assign(lasting.begin() + static_cast<std::ptrdiff_t>(lattice.first),
                          lasting.begin() + static_cast<std::ptrdiff_t>(end));
    return lattice;
}

}  // namespace cjm::simulate
