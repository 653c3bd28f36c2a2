#include "simulate/exact/wait_lattice.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include <catch2/catch.hpp>

#include "simulate/exact/laplace.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

WaitLaw law(WaitKind kind, double mean, double sd) {
    WaitLaw law;
    law.kind = kind;
    law.mean = mean;
    law.sd = sd;
    return law;
}

WaitLaw uniform(double low, double high) {
    WaitLaw law;
    law.kind = WaitKind::uniform;
    law.low = low;
    law.high = high;
    return law;
}

WaitLaw pert(double low, double likely, double high) {
    WaitLaw law = uniform(low, high);
    law.kind = WaitKind::pert;
    law.likely = likely;
    return law;
}

WaitLaw weibull(double shape, double scale) {
    WaitLaw law;
    law.kind = WaitKind::weibull;
    law.shape = shape;
    law.scale = scale;
    return law;
}

const std::vector<WaitLaw> every_law{law(WaitKind::exponential, 3, 0),
                                     law(WaitKind::lognormal, 5, 2.5),
                                     law(WaitKind::gamma, 4, 3),
                                     law(WaitKind::gamma, 4, 8),
                                     weibull(1.5, 10),
                                     weibull(0.7, 2),
                                     uniform(1, 4.3),
                                     pert(1, 3, 11)};

double sum(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

constexpr double for_ever = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("partial moments: chances below a day as computed elsewhere", "[exact][horizon]") {
    const auto below = [](const WaitLaw& law, double days) {
        return partial_moments(law, days).chance;
    };
    // quantiles of the oracles D2, D4, D5, ten digits
    CHECK(below(pert(1, 3, 11), 1.899021305) == Approx(0.1).margin(1e-9));
    CHECK(below(pert(1, 3, 11), 6.453340504) == Approx(0.9).margin(1e-9));
    CHECK(below(weibull(1.5, 10), 17.43721514) == Approx(0.9).margin(1e-9));
    CHECK(below(law(WaitKind::lognormal, 5, 2.5), 4.472135955) == Approx(0.5).margin(1e-9));
    CHECK(below(law(WaitKind::lognormal, 5, 2.5), 8.192723621) == Approx(0.9).margin(1e-9));
    // gamma of shape 4 and scale 2: 1 - exp(-x) (1 + x + x^2/2 + x^3/6) at x = days / 2
    const double x = 3, erlang = 1 - std::exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
    CHECK(below(law(WaitKind::gamma, 8, 4), 6) == Approx(erlang).margin(1e-14));
    CHECK(below(law(WaitKind::exponential, 5, 0), 5) == Approx(1 - std::exp(-1)).margin(1e-15));
    CHECK(below(uniform(2, 6), 3) == Approx(0.25).margin(1e-15));
}

TEST_CASE("partial moments: from nothing to the whole law", "[exact][horizon]") {
    for (const WaitLaw& law : every_law) {
        INFO("kind " << static_cast<int>(law.kind) << " sd " << law.sd << " shape " << law.shape);
        CHECK(partial_moments(law, 0).chance == 0);
        CHECK(partial_moments(law, 1e5).chance == Approx(1).margin(1e-13));
        CHECK(partial_moments(law, 1e5).days == Approx(mean_days(law)).epsilon(1e-11));
        // the second is the integral of x over the first, here by Stieltjes sums of midpoints
        double chance = 0, days = 0;
        for (int i = 0; i < 20'000; ++i) {
            const double until = 6.0 * (i + 1) / 20'000;
            const double step = partial_moments(law, until).chance - chance;
            chance += step;
            days += step * (until - 3.0 / 20'000);
        }
        CHECK(partial_moments(law, 6).days == Approx(days).margin(2e-4));
    }
}

TEST_CASE("wait lattice: chances sum to 1 and keep the mean", "[exact][horizon]") {
    for (const WaitLaw& law : every_law) {
        INFO("kind " << static_cast<int>(law.kind) << " sd " << law.sd << " shape " << law.shape);
        const auto lattice = wait_lattice(law, for_ever, 0.5, 4000);
        CHECK(lattice.gone.empty());
        CHECK(sum(lattice.arrive) == Approx(1).margin(1e-12));
        double days = 0;
        for (std::size_t k = 0; k < lattice.arrive.size(); ++k)
            days += lattice.arrive[k] * 0.5 * static_cast<double>(lattice.first + k);
        CHECK(days == Approx(mean_days(law)).epsilon(1e-10));
    }
}

TEST_CASE("wait lattice: patience lasts or runs out, as often as it should", "[exact][horizon]") {
    for (const WaitLaw& law : every_law) {
        INFO("kind " << static_cast<int>(law.kind) << " sd " << law.sd << " shape " << law.shape);
        const auto lattice = wait_lattice(law, 7, 0.01, 100'000);
        CHECK(sum(lattice.arrive) + sum(lattice.gone) == Approx(1).margin(1e-12));
        const double tick = 0.01 / 7;  // interpolating exp(-x) errs by at most tick^2 / 8
        CHECK(std::abs(sum(lattice.arrive) - transform(law, 1.0 / 7).survive) < tick * tick / 8);
    }
}

TEST_CASE("wait lattice: a wait that does not vary", "[exact][horizon]") {
    const auto on = wait_lattice(law(WaitKind::fixed, 3, 0), for_ever, 0.75, 100);
    CHECK(on.first == 4);
    CHECK(on.arrive == std::vector<double>{1});
    const auto between = wait_lattice(law(WaitKind::gamma, 3.3, 0), for_ever, 1, 100);
    CHECK(between.first == 3);
    REQUIRE(between.arrive.size() == 2);
    CHECK(between.arrive[1] == Approx(0.3));
    const auto at_once = wait_lattice(law(WaitKind::fixed, 0, 0), 2, 1, 100);
    CHECK(at_once.at(0) == 1);
    CHECK(sum(at_once.gone) == 0);
    CHECK(wait_lattice(law(WaitKind::fixed, 300, 0), for_ever, 1, 100).arrive.empty());
}
