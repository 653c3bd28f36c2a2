// The run that goes on until the success rate is known well enough.
#include "simulate/precision.hpp"

#include <catch2/catch.hpp>

#include "simulate/simulate.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Journey journey_with_share(const std::string& share) {
    const std::string text =
        "[journey]\ntitle = \"t\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\n"
        "next = { done = " +
        share + " }\n[[outcome]]\nid = \"done\"\nkind = \"success\"\n";
    return testing::journey_from(text);
}

SimulationResult run(const Journey& journey, double precision, unsigned threads = 1) {
    RunSettings settings;
    settings.precision = precision;
    settings.threads = threads;
    return *simulate::simulate(journey, settings);
}

double half_width(const Estimate& success) {
    return (success.high - success.low) / 2;
}

}  // namespace

TEST_CASE("precision: the first look that is good enough ends the run", "[simulate][precision]") {
    const auto share = GENERATE(as<std::string>{}, "0.5", "0.3", "0.001");
    const double precision = GENERATE(0.02, 0.005, 0.002);
    const Journey journey = journey_with_share(share);
    const SimulationResult result = run(journey, precision);
    CHECK(half_width(result.success) <= precision);
    const std::uint64_t customers = result.settings.customers;
    CHECK((customers & (customers - 1)) == 0);
    CHECK(customers >= first_look);
    if (customers == first_look) return;
    RunSettings before;
    before.customers = customers / 2;
    CHECK(half_width(simulate::simulate(journey, before)->success) > precision);
}

TEST_CASE("precision: the stopping point does not depend on threads", "[simulate][precision]") {
    const Journey journey = journey_with_share("0.4");
    const SimulationResult one = run(journey, 0.004, 1);
    for (const unsigned threads : {2U, 7U}) {
        const SimulationResult several = run(journey, 0.004, threads);
        CHECK(several.settings.customers == one.settings.customers);
        CHECK(several.success.estimate == one.success.estimate);
    }
    RunSettings plain;
    plain.customers = one.settings.customers;
    CHECK(simulate::simulate(journey, plain)->success.estimate == one.success.estimate);
}

TEST_CASE("precision: a rare success takes fewer customers than the bound",
          "[simulate][precision]") {
    const Confidence confidence(0.95);
    CHECK(most_customers_for(0.5, confidence) == first_look);
    CHECK(most_customers_for(0.001, confidence) == 1U << 20U);  // 960,400 at one half
    CHECK(most_customers_for(1e-9, confidence) == last_look);
    CHECK(run(journey_with_share("0.5"), 0.001).settings.customers == 1U << 20U);
    CHECK(run(journey_with_share("0.001"), 0.001).settings.customers == first_look);
}

TEST_CASE("precision: progress counts all customers and a stop ends the run",
          "[simulate][precision]") {
    RunSettings settings;
    settings.precision = 0.003;
    RunControl control;
    std::uint64_t last = 0, at_most = 0;
    control.expect = [&](std::uint64_t customers) { at_most = customers; };
    control.progress = [&](std::uint64_t done) {
        CHECK(done >= last);
        last = done;
    };
    settings.threads = 1;
    const auto result = simulate::simulate(journey_with_share("0.5"), settings, control);
    CHECK(last == result->settings.customers);
    CHECK(last <= at_most);
    const std::atomic<bool> stop = true;
    control.stop = &stop;
    CHECK_FALSE(simulate::simulate(journey_with_share("0.5"), settings, control));
}
