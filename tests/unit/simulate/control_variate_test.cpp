// Figures under a horizon, corrected by what the same customers do without it.
#include "simulate/control_variate.hpp"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

// Half of the customers go on, and arrive after an exponential wait of 10 days: by day 10 a share
// 1 - 1/e of them.
const std::string text =
    "[journey]\ntitle = \"t\"\nstart = \"a\"\nhorizon = \"10 d\"\n"
    "[[touchpoint]]\nid = \"a\"\nnext = { won = 0.5 }\ncost = 2\n"
    "wait = { won = { distribution = \"exponential\", mean = \"10 d\" } }\n"
    "[[outcome]]\nid = \"won\"\nkind = \"success\"\n";

SimulationResult simulated(const Journey& journey, std::uint64_t customers, std::uint64_t seed,
                           bool control = true) {
    RunSettings settings;
    settings.customers = customers;
    settings.seed = seed;
    settings.control_variate = control;
    return simulate::simulate(journey, settings).value();
}

const ControlledFigure& success_of(const SimulationResult& result) {
    REQUIRE(result.control_variate);
    REQUIRE(!result.control_variate->figures.empty());
    REQUIRE(result.control_variate->figures.front().quantity == "success");
    return result.control_variate->figures.front();
}

}  // namespace

// 300 runs of 2,000 customers, seeds 1 to 300: z^2 sums to chi-square with 300 degrees, of standard
// deviation sqrt(600), and the mean of z has the error 1 / sqrt(300). Six of each are allowed:
// 2e-9. Power: against the success rate of another day (a percent more) both fail.
TEST_CASE("control_variate: lies round the value as far as it says", "[simulate][control]") {
    const Journey journey = testing::journey_from(text);
    const double success = 0.5 * (1 - std::exp(-1.0));
    const auto fits = [&](double truth) {
        double squares = 0, sum = 0;
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            const Estimate found = success_of(simulated(journey, 2000, seed)).controlled;
            const double z = (found.estimate - truth) / found.standard_error;
            squares += z * z;
            sum += z;
        }
        return std::abs(squares - 300) < 6 * std::sqrt(600.0) &&
               std::abs(sum) < 6 * std::sqrt(300.0);
    };
    CHECK(fits(success));
    CHECK_FALSE(fits(success + 0.01));
}

TEST_CASE("control_variate: the gain is that of the correlation", "[simulate][control]") {
    const auto result = simulated(testing::journey_from(text), 400'000, 1);
    // who succeeds by day 10 succeeds in the end: r^2 = p (1 - q) / (q (1 - p))
    const double q = 0.5, p = q * (1 - std::exp(-1.0));
    const double gain = 1 / (1 - p * (1 - q) / (q * (1 - p)));
    const auto& success = success_of(result);
    CHECK(success.gain == Approx(gain).epsilon(0.02));
    CHECK(success.controlled.standard_error ==
          Approx(result.success.standard_error / std::sqrt(gain)).epsilon(0.02));
    CHECK(success.controlled.low < success.controlled.estimate);
    CHECK(result.control_variate->cost == Approx(2));  // one visit with and one without
    // what does not vary (cost) and what nobody buys is left out
    for (const auto& figure : result.control_variate->figures) CHECK(figure.is_share);
}

TEST_CASE("control_variate: the sampled figures stay as they are", "[simulate][control]") {
    const Journey journey = testing::journey_from(text);
    const auto with = simulated(journey, 5000, 7), without = simulated(journey, 5000, 7, false);
    CHECK(with.success.estimate == without.success.estimate);
    CHECK(with.success.low == without.success.low);
    CHECK(with.money.cost.estimate == without.money.cost.estimate);
    CHECK(with.timing.steps == without.timing.steps);
    CHECK_FALSE(without.control_variate);
}

TEST_CASE("control_variate: a horizon that cuts nobody off leaves what chance may hide",
          "[simulate][control]") {
    std::string long_text = text;
    long_text.replace(long_text.find("10 d"), 4, "90 y");
    const auto result = simulated(testing::journey_from(long_text), 10'000, 1);
    const auto& found = success_of(result).controlled;
    CHECK(found.estimate == Approx(0.5).epsilon(1e-9));  // the exact value itself
    CHECK(found.high - found.estimate == Approx(3.84 / 10'004).epsilon(0.01));
}
