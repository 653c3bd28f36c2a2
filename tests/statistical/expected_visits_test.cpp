// The expected visits that checks judge journeys by, against customers walked by the reference.
#include <cmath>
#include <optional>
#include <random>

#include <catch2/catch.hpp>

#include "journey/check/visit_chain.hpp"
#include "journey/scenario.hpp"
#include "tests/reference/reference_walk.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

// Null value: the expected visits of the chain. N = 10,000 customers a journey; 6.5 standard errors
// of the mean are a false alarm in ten thousand million per journey were the mean normal, and leave
// room for its skewness.
constexpr int customers = 10'000;
constexpr double tolerance = 6.5;

class SeededLuck : public reference::Luck {
  public:
    explicit SeededLuck(std::uint64_t seed) : bits_(seed) {}
    double uniform(std::string_view, int, reference::Purpose) override {
        return (static_cast<double>(bits_() >> 11U) + 0.5) * 0x1p-53;
    }

  private:
    std::mt19937_64 bits_;
};

struct Mean {
    double value = 0, standard_error = 0;
    [[nodiscard]] bool agrees_with(double expected) const {
        return std::abs(value - expected) <= tolerance * standard_error;
    }
};

Mean walked(const Journey& journey) {
    SeededLuck luck(7);
    double sum = 0, squares = 0;
    for (int i = 0; i < customers; ++i) {
        const auto visits = static_cast<double>(reference::live(journey, luck).visits.size());
        sum += visits;
        squares += visits * visits;
    }
    const double mean = sum / customers;
    return {mean, std::sqrt((squares / customers - mean * mean) / customers)};
}

double expected(const Journey& journey) {
    const NameIndex index(journey);
    double total = 0;
    for (std::size_t persona = 0; persona < journey.personas.size(); ++persona) {
        const auto flow = check::flow_of(journey, index, PersonaId(persona));
        const auto structure = check::structure_of(flow);
        const auto visits =
            check::visit_chain(flow, structure, check::goodwill_range(flow, structure), 100'000);
        REQUIRE(visits);
        const auto totals = check::expected_totals(visits->chain);
        REQUIRE(totals.proven);
        for (const auto& [state, share] : visits->start)
            total += flow.share * share * (totals.low[state] + totals.high[state]) / 2;
    }
    return total;
}

Journey random(std::uint64_t seed) {
    testing::RandomJourneyOptions options;
    options.scenario = true;
    const auto text = testing::random_journey(seed, options);
    return testing::journey_from(text);
}

/// Fewer reach an outcome, and fewer leave.
void lengthen(const Journey& journey, std::optional<Next>& next) {
    if (!next) return;
    double sum = 0;
    for (auto& share : next->shares) {
        if (find_outcome(journey, share.name.value)) share.number = share.number.likely / 20;
        sum += share.number.likely;
    }
    for (auto& share : next->shares) share.number = share.number.likely * 0.97 / sum;
    next->counts.clear();
}

/// Long walks and goodwill that moves much, so that each of its rules shows.
void make_strong(Journey& journey) {
    for (auto& touchpoint : journey.touchpoints) {
        const auto lengthen_all = [&](Behaviour& behaviour) {
            lengthen(journey, behaviour.next);
            for (auto& next : behaviour.after) lengthen(journey, next);
        };
        lengthen_all(touchpoint.behaviour);
        for (auto& [persona, own] : touchpoint.for_persona) lengthen_all(own);
    }
    journey.goodwill.hazard_ratio = 4.0;
    journey.goodwill.fade = 0.5;
    journey.friction.goodwill.value = -10;
}

/// Whether the reference contradicts, for one of such journeys, what is expected of a changed one.
template <class Change>
bool contradicted(const Change& change) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Journey journey = random(seed);
        make_strong(journey);
        Journey changed = journey;
        change(changed);
        if (!walked(journey).agrees_with(expected(changed))) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("expected visits: as many as the reference walks, scenarios too",
          "[statistical][check]") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Journey journey = random(seed);
        INFO("seed " << seed);
        CHECK(walked(journey).agrees_with(expected(journey)));
        journey = apply_scenario(journey, ScenarioId(0));
        CHECK(walked(journey).agrees_with(expected(journey)));
        make_strong(journey);
        CHECK(walked(journey).agrees_with(expected(journey)));
    }
}

TEST_CASE("expected visits: the comparison notices what is left out", "[statistical][check]") {
    CHECK(contradicted([](Journey& journey) { journey.goodwill.hazard_ratio = 1.0; }));
    CHECK(contradicted([](Journey& journey) { journey.friction.goodwill.value = 0; }));
    CHECK(contradicted([](Journey& journey) { journey.goodwill.fade = 0.0; }));
    CHECK(contradicted([](Journey& journey) {
        for (auto& touchpoint : journey.touchpoints) {
            touchpoint.behaviour.patience.reset();
            for (auto& [persona, own] : touchpoint.for_persona) own.patience.reset();
        }
    }));
}
