// Random journeys that use every key of the model: they check without errors, and what the engine
// samples and what the reference lives lie where the exact solver says. (That engine and reference
// live the same lives, customer by customer, is shown in tests/reference.)
//
// Null value: the exact figure. Shares: N customers; Bernstein's inequality bounds the probability
// of a larger distance by 2 e^-23 = 2.1e-10, whatever the share. Means: 6.6 standard errors, ten
// times as rare were they normal, to leave room for their skewness. Under 4,000 comparisons: a
// false alarm in under one of a million runs.
#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/interval.hpp"
#include "journey/check/check.hpp"
#include "journey/scenario.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/result.hpp"
#include "simulate/run/run.hpp"
#include "tests/reference/reference_walk.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr std::uint64_t customers = 300'000;
constexpr double exponent = 23, largest_z = 6.6;

std::string text_of(std::uint64_t seed, bool horizon = false) {
    testing::RandomJourneyOptions options;
    options.touchpoints = 3 + static_cast<int>(seed % 6);
    options.horizon = horizon;
    options.scenario = options.every_key = true;
    return testing::random_journey(seed, options);
}

ExactFigures solved(const Journey& journey) {
    const auto solution = solve_exactly(resolve(journey), journey.discount_rate.likely);
    REQUIRE(solution.figures);
    return *solution.figures;
}

std::optional<SurveyResult> answers(const Journey& journey, const ExactFigures& exact) {
    return exact_result(journey, resolve(journey), exact, {}).survey;
}

bool share_agrees(double seen, double exact, std::uint64_t count) {
    const double n = static_cast<double>(count), slack = exponent / (3 * n);
    const double variance = std::max(exact * (1 - exact), 0.0) / n;
    return std::abs(seen - exact) <=
           slack + std::sqrt(slack * slack + 2 * exponent * variance) + 1e-12;
}

/// Names of the figures that lie too far from the exact ones.
class Comparison {
  public:
    /// survey  what customers would answer exactly
    Comparison(const Journey& journey, const ExactFigures& exact,
               const std::optional<SurveyResult>& survey)
        : journey_(journey),
          exact_(exact),
          survey_(survey),
          compiled_(compile(journey)),
          amounts_(compiled_) {}

    std::vector<std::string> contradictions(std::uint64_t seed) {
        const auto tally = tally_customers(compiled_, amounts_, seed, {0, customers}, 1);
        RunSettings settings;
        settings.customers = customers;
        const auto result = estimate(journey_, compiled_, amounts_, *tally, settings);
        ends(result);
        for (std::size_t i = 0; i < result.touchpoints.size(); ++i) touchpoint(result, i);
        for (std::size_t i = 0; i < result.transitions.size(); ++i)
            mean("transition", result.transitions[i].traversals, exact_.transitions[i]);
        money(result, *tally);
        survey(result);
        return std::move(far_);
    }

  private:
    void share(const std::string& what, double seen, double exact) {
        if (!share_agrees(seen, exact, customers)) far_.push_back(what);
    }
    void mean(const std::string& what, const Estimate& seen, double exact) {
        if (std::abs(seen.estimate - exact) > largest_z * seen.standard_error + 1e-12)
            far_.push_back(what);
    }
    static double per_customer(std::uint64_t count) {
        return static_cast<double>(count) / static_cast<double>(customers);
    }

    void ends(const SimulationResult& result) {
        share("success", result.success.estimate, exact_.success);
        share("ghosted", result.ghosted.estimate, exact_.silent);
        for (std::size_t i = 0; i < result.outcomes.size(); ++i)
            share("outcome", result.outcomes[i].share.estimate, exact_.outcomes[i]);
        for (std::size_t i = 0; i < result.causes.size(); ++i)
            share("cause " + result.causes[i].id, result.causes[i].share.estimate,
                  exact_.causes[i]);
        for (std::size_t i = 0; i < result.stages.size(); ++i)
            share("stage", result.stages[i].reach.estimate, exact_.stage_reach[i]);
        if (result.time_to_success_days && exact_.success > 0.01)
            mean("days", result.time_to_success_days->mean, exact_.success_days / exact_.success);
    }

    void touchpoint(const SimulationResult& result, std::size_t i) {
        const auto& seen = result.touchpoints[i];
        const auto& exact = exact_.touchpoints[i];
        share(seen.id + " reach", seen.reach.estimate, exact.reach);
        share(seen.id + " left", seen.left.estimate, exact.left);
        share(seen.id + " ghosted", seen.ghosted.estimate, exact.silent);
        mean(seen.id + " visits", seen.visits, exact.visits);
        if (!seen.good || exact.visits < 0.01) return;
        mean(seen.id + " good", *seen.good, exact.good / exact.visits);
        mean(seen.id + " bad", *seen.bad, exact.bad / exact.visits);
        mean(seen.id + " goodwill", *seen.goodwill, exact.goodwill / exact.visits);
        // where all came at the same time, rare later ones are not in the sample: no error to
        // measure by
        if (seen.first_arrival_days && seen.first_arrival_days->mean.standard_error > 0)
            mean(seen.id + " first arrival", seen.first_arrival_days->mean,
                 exact.first_arrival_days / exact.reach);
    }

    void money(const SimulationResult& result, const Tally& tally) {
        mean("effort", result.effort, exact_.effort);
        mean("revenue", result.money.revenue, exact_.revenue);
        mean("cost", result.money.cost, exact_.cost);
        mean("purchases", result.money.purchases, exact_.purchases);
        share("buyers", per_customer(tally.money.buyers), exact_.buyers);
        share("lost buyers", per_customer(tally.money.lost_buyers), exact_.lost_buyers);
        share("repeat buyers", per_customer(tally.money.repeat_buyers), exact_.repeat_buyers);
        sum("newcomers", tally.newcomers, amounts_.refers_scale, exact_.newcomers);
        sum("lifetime value", tally.money.lifetime, amounts_.lifetime_scale,
            exact_.discounted_margin);
    }

    /// Scores that everybody gives.
    void survey(const SimulationResult& result) {
        if (!survey_) return;
        const auto score = [&](const char* what, auto part) {
            const MaybeEstimate& seen = ((*result.survey).*part)->everybody;
            const MaybeEstimate& solved = ((*survey_).*part)->everybody;
            // without visits there is no CSI
            if (seen.has_value() != solved.has_value()) far_.push_back(what);
            if (seen && solved) mean(what, *seen, solved->estimate);
        };
        score("CSAT", &SurveyResult::csat);
        score("NPS", &SurveyResult::nps);
        score("CSI", &SurveyResult::csi);
    }

    void sum(const std::string& what, const AmountSums& sums, const AmountScale& scale,
             double exact) {
        const double seen = static_cast<double>(sums.sum) / (scale.units * customers);
        const Sums all{customers, sums.sum, sums.squares};
        // integers in place of amounts are off by half a unit each
        const double error = largest_z * standard_error_of_mean(all, scale.units);
        if (std::abs(seen - exact) > error + 1e-9 * (1 + std::abs(exact))) far_.push_back(what);
    }

    const Journey& journey_;
    const ExactFigures& exact_;
    const std::optional<SurveyResult>& survey_;
    CompiledJourney compiled_;
    Amounts amounts_;
    std::vector<std::string> far_;
};

std::vector<Journey> as_is_and_redesigned(std::uint64_t seed) {
    const Journey journey = testing::journey_from(text_of(seed));
    return {journey, apply_scenario(journey, ScenarioId(0)),
            apply_scenario(journey, ScenarioId(1))};
}

class SeededLuck : public reference::Luck {
  public:
    explicit SeededLuck(std::uint64_t seed) : bits_(seed) {}
    double uniform(std::string_view, int, reference::Purpose) override {
        return (static_cast<double>(bits_() >> 11U) + 0.5) * 0x1p-53;
    }

  private:
    std::mt19937_64 bits_;
};

}  // namespace

TEST_CASE("random journeys: valid files in which every key appears", "[property][random]") {
    std::string all;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const std::string text = text_of(seed, seed % 2 == 0);
        for (const auto& diagnostic : check_journey(testing::journey_from(text))) {
            INFO("seed " << seed << ": " << format_diagnostic(diagnostic));
            CHECK(diagnostic.severity != Severity::error);
        }
        all += text;
    }
    for (const std::string key : {"language",
                                  "currency",
                                  "start",
                                  "success",
                                  "horizon",
                                  "ghost_after",
                                  "discount_rate",
                                  "customers_per_year",
                                  "acquisition_cost",
                                  "floor",
                                  "ceiling",
                                  "hazard_ratio",
                                  "fade",
                                  "share",
                                  "goodwill",
                                  "hazard",
                                  "goals",
                                  "needs",
                                  "frustrations",
                                  "quote",
                                  "about",
                                  "stage",
                                  "channel",
                                  "owner",
                                  "responsible",
                                  "links",
                                  "moment",
                                  "tags",
                                  "moment_of_truth",
                                  "experience",
                                  "weight",
                                  "next",
                                  "counts",
                                  "causes",
                                  "silent",
                                  "effort",
                                  "cost",
                                  "revenue",
                                  "refers",
                                  "evidence",
                                  "emotion",
                                  "does",
                                  "thinks",
                                  "feels",
                                  "pains",
                                  "ideas",
                                  "evidence_shown",
                                  "frontstage",
                                  "backstage",
                                  "support",
                                  "metrics",
                                  "rows",
                                  "wait",
                                  "patience",
                                  "seamless",
                                  "kind",
                                  "cost_per_customer",
                                  "where",
                                  "bad",
                                  "good",
                                  "leave",
                                  "cost_add",
                                  "new",
                                  "response",
                                  "csat",
                                  "nps",
                                  "ces",
                                  "csi"})
        CHECK(all.find("\n" + key + " = ") != std::string::npos);
    for (const std::string piece :
         {"after.bad.next = ", "after.good.next = ", "after.neutral.next = ", "[touchpoint.for.",
          "in_progress", "exponential", "uniform", "lognormal", "gamma", "weibull", "pert",
          "wait = [", "\" = [", "good = ["})
        CHECK(all.find(piece) != std::string::npos);
}

TEST_CASE("random journeys: sampled figures lie round the exact ones", "[property][random]") {
    for (std::uint64_t seed = 301; seed <= 312; ++seed)
        for (const Journey& journey : as_is_and_redesigned(seed)) {
            const auto exact = solved(journey);
            const auto survey = answers(journey, exact);
            for (const auto& far : Comparison(journey, exact, survey).contradictions(seed)) {
                INFO("seed " << seed << " " << journey.scenario << ": " << far);
                CHECK(false);
            }
        }
}

// The solver of a changed journey must contradict the sample of the unchanged one.
TEST_CASE("random journeys: the comparison notices what is left out", "[property][power]") {
    const auto noticed = [](const std::function<void(Journey&)>& change) {
        for (std::uint64_t seed = 301; seed <= 340; ++seed) {
            const Journey journey = testing::journey_from(text_of(seed));
            Journey changed = journey;
            change(changed);
            const auto exact = solved(changed);
            const auto survey = answers(changed, exact);
            if (!Comparison(journey, exact, survey).contradictions(seed).empty()) return true;
        }
        return false;
    };
    const auto each = [&](const std::function<void(Behaviour&)>& change) {
        return noticed([&](Journey& journey) {
            for (auto& touchpoint : journey.touchpoints) {
                change(touchpoint.behaviour);
                for (auto& [persona, own] : touchpoint.for_persona) change(own);
            }
        });
    };
    CHECK(noticed(
        [](Journey& j) { j.goodwill.hazard_ratio = j.goodwill.hazard_ratio.likely * 1.3; }));
    CHECK(noticed([](Journey& j) { j.goodwill.fade = 0.0; }));
    CHECK(noticed([](Journey& j) { j.friction.goodwill.value = 0; }));
    CHECK(noticed([](Journey& j) { j.friction.effort = 0.0; }));
    CHECK(noticed([](Journey& j) { j.success.reset(); }));
    CHECK(noticed([](Journey& j) {
        for (auto& touchpoint : j.touchpoints) touchpoint.seamless.reset();
    }));
    CHECK(noticed([](Journey& j) {
        for (auto& touchpoint : j.touchpoints) touchpoint.for_persona.clear();
    }));
    for (const bool goodwill : {true, false})
        CHECK(noticed([goodwill](Journey& j) {
            for (auto& persona : j.personas) {
                if (goodwill) persona.goodwill.reset();
                if (!goodwill) persona.hazard.entries.clear();
            }
        }));
    CHECK(noticed([](Journey& j) {
        for (auto& persona : j.personas) persona.start.reset();
    }));
    CHECK(noticed([](Journey& j) {
        if (j.survey) j.survey->csat->centre = 3.7;
    }));
    CHECK(noticed([](Journey& j) {
        if (j.survey) j.survey->nps->slope = 2.2;
    }));
    CHECK(noticed([](Journey& j) {
        if (j.survey) j.survey->csi[0].second.pop_back();
    }));
    CHECK(each([](Behaviour& b) { b.after = {}; }));
    CHECK(each([](Behaviour& b) { b.causes.reset(); }));
    CHECK(each([](Behaviour& b) { b.silent.reset(); }));
    CHECK(each([](Behaviour& b) { b.weight.reset(); }));
    CHECK(each([](Behaviour& b) { b.wait.reset(); }));
    CHECK(each([](Behaviour& b) { b.patience.reset(); }));
    CHECK(each([](Behaviour& b) { b.refers.reset(); }));
}

// N = 6,000 lives of the reference for each journey.
TEST_CASE("random journeys: lives of the reference end as the exact solver says",
          "[property][random]") {
    constexpr std::uint64_t lives = 6'000;
    const auto far = [](const Journey& journey, const ExactFigures& exact) {
        SeededLuck luck(9);
        std::uint64_t succeeded = 0, silent = 0, bought = 0;
        for (std::uint64_t i = 0; i < lives; ++i) {
            const auto story = reference::live(journey, luck);
            const OutcomeId end = find_outcome(journey, story.end);
            succeeded += end && counts_as_success(journey, end) ? 1U : 0U;
            silent += story.end == "left" && story.silent ? 1U : 0U;
            bought += story.revenue > 0 ? 1U : 0U;
        }
        const auto agrees = [](std::uint64_t count, double share) {
            return share_agrees(static_cast<double>(count) / lives, share, lives);
        };
        return !agrees(succeeded, exact.success) || !agrees(silent, exact.silent) ||
               !agrees(bought, exact.buyers);
    };
    int told_apart = 0;
    for (std::uint64_t seed = 321; seed <= 330; ++seed)
        for (Journey& journey : as_is_and_redesigned(seed)) {
            INFO("seed " << seed << " " << journey.scenario);
            const auto exact = solved(journey);
            CHECK(!far(journey, exact));
            journey.goodwill.hazard_ratio = 8.0;  // proof of power
            journey.goodwill.bad.value = -20;
            if (far(journey, exact)) ++told_apart;
        }
    CHECK(told_apart >= 5);
}
