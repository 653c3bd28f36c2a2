#include "simulate/simulate.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <catch2/catch.hpp>

#include "journey/parse/parse.hpp"
#include "simulate/run/run.hpp"
#include "simulate/tally/path_counter.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

Journey read(const std::string& text) {
    auto parsed = parse_journey(std::make_shared<SourceText>(SourceText{"test.toml", text}));
    REQUIRE(parsed.diagnostics.empty());
    return *parsed.value;
}

Journey shop() {
    return read(R"(
[journey]
title = "Shop"
start = { advert = 0.7, search = 0.3 }
horizon = "60 d"
[friction]
goodwill = -2
effort = 0.25
[[stage]]
id = "look"
[[stage]]
id = "buy"
[[persona]]
id = "calm"
share = 0.6
[[persona]]
id = "anxious"
share = 0.4
goodwill = -3
hazard = { price = 2 }
[[touchpoint]]
id = "advert"
stage = "look"
channel = "paper"
next = { search = 0.5, pay = 0.3 }
experience = { good = 0.2, bad = 0.2 }
causes = { dissatisfaction = 0.5, neglect = 0.5 }
cost = 0.1
wait = { search = { distribution = "exponential", mean = "4 d" }, pay = "2 d" }
patience = { search = "30 d" }
[[touchpoint]]
id = "search"
stage = "look"
channel = "web"
next = { search = 0.3, pay = 0.5 }
experience = { good = 0.5, bad = 0.1 }
effort = 1
wait = { search = { distribution = "lognormal", mean = "5 d", sd = "5 d" } }
silent = 0.7
[[touchpoint]]
id = "pay"
stage = "buy"
channel = "web"
next = { done = 0.5, search = 0.3 }
causes = { price = 1 }
revenue = 19.99
wait = { done = { distribution = "gamma", mean = "3 d", sd = "1 d" } }
[[outcome]]
id = "done"
kind = "success"
)");
}

// One touchpoint, left after 200,000 visits on average.
Journey endless() {
    return read(R"(
[journey]
title = "Endless"
start = "again"
[[touchpoint]]
id = "again"
next = { again = 0.999995 }
causes = { price = 1 }
[[outcome]]
id = "never"
kind = "success"
)");
}

}  // namespace

TEST_CASE("threads: the same tally for 1, 2 and 7", "[simulate][threads]") {
    const CompiledJourney compiled = compile(shop());
    const Amounts amounts(compiled);
    const auto one = tally_customers(compiled, amounts, 5, {0, 20'000}, 1);
    REQUIRE(one);
    CHECK(one->customers == 20'000);
    for (const unsigned threads : {2U, 7U})
        CHECK(tally_customers(compiled, amounts, 5, {0, 20'000}, threads) == one);
    CHECK_FALSE(tally_customers(compiled, amounts, 6, {0, 20'000}, 2) == one);
}

TEST_CASE("threads: ranges of customers add up", "[simulate][threads]") {
    const CompiledJourney compiled = compile(shop());
    const Amounts amounts(compiled);
    const auto whole = tally_customers(compiled, amounts, 5, {1000, 3000}, 2);
    auto parts = tally_customers(compiled, amounts, 5, {2500, 1500}, 2);
    REQUIRE(parts);
    *parts += *tally_customers(compiled, amounts, 5, {1000, 1500}, 1);
    CHECK(parts == whole);
}

TEST_CASE("threads: paths are those that a tally counts", "[simulate][threads]") {
    const CompiledJourney compiled = compile(shop());
    const Amounts amounts(compiled);
    const auto paths = walk_paths(compiled, 5, {100, 400});
    REQUIRE(paths.size() == 400);
    PathCounter counter(compiled, amounts);
    for (const Path& path : paths) counter.add(path);
    CHECK(counter.tally() == tally_customers(compiled, amounts, 5, {100, 400}, 1));
}

TEST_CASE("threads: every figure to the bit", "[simulate][threads]") {
    RunSettings settings;
    settings.customers = 10'000;
    settings.threads = 1;
    const auto one = cjm::simulate::simulate(shop(), settings);
    settings.threads = 3;
    const auto three = cjm::simulate::simulate(shop(), settings);
    REQUIRE(one);
    REQUIRE(three);
    CHECK(three->timing.threads == 3);
    CHECK(one->timing.steps == three->timing.steps);
    CHECK(one->success.estimate == three->success.estimate);
    CHECK(one->money.margin.standard_error == three->money.margin.standard_error);
    CHECK(one->touchpoints[1].goodwill->low == three->touchpoints[1].goodwill->low);
    CHECK(one->touchpoints[1].first_arrival_days->p50 ==
          three->touchpoints[1].first_arrival_days->p50);
    CHECK(one->survival->still_on_the_way == three->survival->still_on_the_way);
}

TEST_CASE("threads: stops soon after the flag is set", "[simulate][threads]") {
    const Journey journey = endless();
    std::atomic<bool> stop = false;
    RunControl control;
    control.stop = &stop;
    RunSettings settings;
    settings.customers = std::uint64_t{1} << 40;
    settings.threads = 2;
    std::chrono::steady_clock::time_point asked;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        asked = std::chrono::steady_clock::now();
        stop = true;
    });
    CHECK_FALSE(cjm::simulate::simulate(journey, settings, control));
    stopper.join();
    const std::chrono::duration<double> late = std::chrono::steady_clock::now() - asked;
    CHECK(late.count() < 1.0);  // a few ms, but the machine may be busy with other tests
}

TEST_CASE("threads: progress grows to about all", "[simulate][threads]") {
    RunControl control;
    std::atomic<std::uint64_t> calls = 0, last = 0;
    control.progress = [&](std::uint64_t done) {
        ++calls;
        last = std::max(last.load(), done);
    };
    RunSettings settings;
    settings.customers = 5000;
    settings.threads = 2;
    CHECK(cjm::simulate::simulate(shop(), settings, control));
    CHECK(calls > 0);
    CHECK(last > 1000);
    CHECK(last <= 5000);
}

TEST_CASE("threads: what a worker throws reaches the caller", "[simulate][threads]") {
    RunControl control;
    control.progress = [](std::uint64_t) { throw std::runtime_error("no"); };
    RunSettings settings;
    settings.customers = 5000;
    settings.threads = 2;
    CHECK_THROWS_AS(cjm::simulate::simulate(shop(), settings, control), std::runtime_error);
}

TEST_CASE("threads: no more than there is work for", "[simulate][threads]") {
    CHECK(worker_threads(7, 1) == 1);
    CHECK(worker_threads(7, 1'000'000) == 7);
    CHECK(worker_threads(100'000, 1'000'000'000) == 256);
    CHECK(worker_threads(0, 1'000'000) >= 1);
}
