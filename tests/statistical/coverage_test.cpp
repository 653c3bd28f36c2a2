// How often 95 % intervals hold the exact figure: 36,000 independent runs of each of three small
// journeys, 12,000 of one under a horizon, a few hundred customers a run.
//
// Null value: for Wilson's intervals their own coverage at that number of customers and that share,
// summed from the binomial law; for means of what is common between 0.945 and 0.97; for ratios, and
// for means of what is rare, at least 0.93. Tolerance: the counts of runs that the binomial law
// allows with less than 2.5e-9 a side; all comparisons of this file (under 200) together raise a
// false alarm less than once in a million.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "simulate/estimate/estimate.hpp"
#include "simulate/exact/horizon.hpp"
#include "simulate/run/run.hpp"
#include "tests/statistical/covered_figures.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;
using namespace cjm::simulate;
using testing::CoveredFigure;

namespace {

/// What figures the journey has; those without an exact value under a horizon are left out.
std::vector<CoveredFigure> figures_of(const Journey& journey, std::uint64_t customers) {
    const ResolvedJourney resolved = resolve(journey);
    if (!journey.horizon_days) {
        const auto solution = solve_exactly(resolved, journey.discount_rate.likely);
        REQUIRE(solution.figures);
        return testing::CoveredFigures(journey, *solution.figures, customers).list();
    }
    const HorizonSolution solution = solve_horizon(resolved);
    // 1e-4 is a two-hundredth of the standard error of a run
    for (const ExactTouchpoint& error : solution.errors.touchpoints)
        REQUIRE(std::max({error.reach, error.visits, error.goodwill}) < 1e-4);
    REQUIRE(std::max(solution.errors.success, solution.errors.success_days) < 1e-4);
    auto figures = testing::CoveredFigures(journey, solution.figures, customers).list();
    std::erase_if(figures, [](const CoveredFigure& figure) {
        return figure.name.starts_with("lifetime value");
    });
    return figures;
}

/// Runs over disjoint customers.
std::vector<CoveredFigure> measured(const std::string& text, std::uint64_t customers,
                                    std::uint64_t runs = 36'000) {
    const Journey journey = testing::journey_from(text);
    auto figures = figures_of(journey, customers);
    const CompiledJourney compiled = compile(journey);
    const Amounts amounts(compiled);
    RunSettings settings;
    settings.customers = customers;
    for (std::uint64_t run = 0; run < runs; ++run) {
        const auto tally = tally_customers(compiled, amounts, 1, {run * customers, customers}, 1);
        const auto result = estimate(journey, compiled, amounts, *tally, settings);
        for (CoveredFigure& figure : figures) figure.look(result);
    }
    return figures;
}

/// Checks every figure; returns for how many the check fails if intervals are 10 % narrower.
int check_coverage(const std::vector<CoveredFigure>& figures) {
    int told_apart = 0;
    for (const CoveredFigure& figure : figures) {
        INFO(figure.name << " (exact " << figure.exact << "): held in "
                         << static_cast<double>(figure.held) / static_cast<double>(figure.seen)
                         << " of " << figure.seen << " runs, expected " << figure.least << " to "
                         << figure.most);
        CHECK(figure.allows(figure.held));
        if (!figure.allows(figure.held_by_narrower)) ++told_apart;
    }
    return told_apart;
}

const std::string shop = R"([journey]
title = "Browsing, a basket, paying: two personas, waits, patience"
start = "browse"
discount_rate = 0.5
acquisition_cost = 5
[goodwill]
bad = -6
[friction]
effort = 1
[[stage]]
id = "look"
[[stage]]
id = "buy"
[[persona]]
id = "calm"
share = 0.7
[[persona]]
id = "strict"
share = 0.3
hazard = { price = 2.0 }
[[touchpoint]]
id = "browse"
stage = "look"
channel = "web"
experience = { good = 0.3, bad = 0.2 }
next = { browse = 0.2, basket = 0.55, elsewhere = 0.05 }
causes = { dissatisfaction = 0.5, price = 0.3, neglect = 0.2 }
silent = 0.6
effort = 0.5
cost = 0.2
wait = { basket = { distribution = "exponential", mean = "1 d" } }
patience = { basket = "6 d" }
[[touchpoint]]
id = "basket"
stage = "buy"
channel = "shop"
experience = { good = 0.5, bad = 0.1 }
next = { pay = 0.6, browse = 0.2 }
silent = 0.9
effort = 1.0
revenue = 3
wait = { pay = { distribution = "lognormal", mean = "2 d", sd = "2 d" } }
[[touchpoint]]
id = "pay"
stage = "buy"
channel = "web"
experience = { good = 0.8, bad = 0.05 }
next = { paid = 0.7, basket = 0.2 }
cost = 1.0
revenue = 20
refers = 0.2
[[outcome]]
id = "paid"
kind = "success"
[[outcome]]
id = "elsewhere"
kind = "lost"
[survey]
csat = { centre = 3.6, slope = 1.0, spread = 0.9 }
nps = { centre = 7.0, slope = 2.0, spread = 2.0 }
csi = { web = ["browse", "pay"], all = ["browse", "basket", "pay"] }
)";

const std::string subscription = R"([journey]
title = "Using and being helped, again and again"
start = { use = 0.8, help = 0.2 }
acquisition_cost = 5
[goodwill]
bad = -4
floor = -20
ceiling = 20
[[touchpoint]]
id = "use"
experience = { good = 0.4, bad = 0.2 }
next = { use = 0.5, help = 0.2, stay = 0.2 }
causes = { dissatisfaction = 1.0, neglect = 0.5 }
cost = 0.5
revenue = 9
refers = 0.1
[[touchpoint]]
id = "help"
experience = { good = 0.3, bad = 0.4 }
next = { use = 0.7, stay = 0.1 }
silent = 0.3
effort = 2
cost = 4
[[outcome]]
id = "stay"
kind = "success"
)";

const std::string rarities = R"([journey]
title = "One in a thousand is offered more, one in a hundred comes again and again"
start = "visit"
[[touchpoint]]
id = "visit"
next = { offer = 0.001, club = 0.01, gone = 0.9 }
experience = { bad = 0.002 }
[[touchpoint]]
id = "offer"
next = { gone = 1.0 }
revenue = 500
[[touchpoint]]
id = "club"
experience = { good = 0.5, bad = 0.1 }
next = { club = 0.6, gone = 0.4 }
effort = 1
cost = 1
[[outcome]]
id = "gone"
kind = "success"
)";

}  // namespace

// Power: 10 % narrower intervals lose a quarter of the 0.05 that they may miss by, 0.95 -> 0.922.
TEST_CASE("coverage: a shop with two personas, waits and patience", "[statistical][power]") {
    CHECK(check_coverage(measured(shop, 500)) >= 35);
}

TEST_CASE("coverage: visits of one customer again and again", "[statistical][power]") {
    CHECK(check_coverage(measured(subscription, 300)) >= 20);
}

TEST_CASE("coverage: a shop under a horizon", "[statistical][power]") {
    std::string text = shop;
    text.insert(text.find("discount_rate"), "horizon = \"4 d\"\n");
    CHECK(check_coverage(measured(text, 500, 12'000)) >= 30);
}

TEST_CASE("coverage: rare visits, rare purchases, rare bunches", "[statistical]") {
    check_coverage(measured(rarities, 500));
}
