// The engine against the literal transcription of the model page: customer by customer on the same
// random words, and figure by figure on words of its own.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "journey/scenario.hpp"
#include "simulate/compile.hpp"
#include "simulate/random/luck.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"
#include "simulate/simulate.hpp"
#include "simulate/walk/walker.hpp"
#include "tests/reference/reference_walk.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;

namespace {

/// The engine's words of one customer as uniform numbers.
class EngineLuck : public reference::Luck {
  public:
    EngineLuck(const Journey& journey, std::uint64_t seed) : words_(seed) {
        std::vector<std::string> names;
        for (const auto& touchpoint : journey.touchpoints) names.push_back(touchpoint.id.value);
        const auto lucks = simulate::distinct_luck(names);
        for (std::size_t i = 0; i < names.size(); ++i) luck_[names[i]] = lucks[i];
        luck_[""] = simulate::luck_of("");
    }
    void next_customer(std::uint64_t customer) { customer_ = customer; }

    double uniform(std::string_view touchpoint, int visit, reference::Purpose purpose) override {
        const auto position = position_of(purpose);
        const auto number = static_cast<std::uint32_t>(touchpoint.empty() ? 0 : visit - 1);
        const auto block = words_(luck_.find(touchpoint)->second, customer_, number, position / 4);
        return (static_cast<double>(simulate::decision_word(block[position % 4])) + 0.5) * 0x1p-32;
    }

  private:
    static unsigned position_of(reference::Purpose purpose) {
        using reference::Purpose;
        using simulate::CustomerPurpose;
        using simulate::VisitPurpose;
        switch (purpose) {
            case Purpose::persona:
                return static_cast<unsigned>(CustomerPurpose::persona);
            case Purpose::start:
                return static_cast<unsigned>(CustomerPurpose::start);
            case Purpose::experience:
                return static_cast<unsigned>(VisitPurpose::experience);
            case Purpose::leave:
                return static_cast<unsigned>(VisitPurpose::leave);
            case Purpose::edge:
                return static_cast<unsigned>(VisitPurpose::edge);
            case Purpose::wait:
                return static_cast<unsigned>(VisitPurpose::wait);
            case Purpose::silent:
                return static_cast<unsigned>(VisitPurpose::silent);
            case Purpose::patience:
                return static_cast<unsigned>(VisitPurpose::patience);
            case Purpose::silent_on_the_way:
                return static_cast<unsigned>(VisitPurpose::silent_after_patience);
        }
        return 0;
    }

    simulate::ThreefryWords words_;
    std::map<std::string, std::uint64_t, std::less<>> luck_;
    std::uint64_t customer_ = 0;
};

std::string end_of(const Journey& journey, const simulate::Path& path) {
    switch (path.end) {
        case simulate::End::outcome:
            return journey.outcomes[path.outcome.index()].id.value;
        case simulate::End::in_progress:
            return "in_progress";
        default:
            return "left";
    }
}

/// Whether both tell the same customer; times to 1e-3 of a day and 2e-3 of the time passed (waits
/// come from tables).
bool same(const Journey& journey, const simulate::Path& path, const reference::Story& story) {
    if (journey.personas[path.persona.index()].id.value != story.persona) return false;
    if (path.steps.size() != story.visits.size() || end_of(journey, path) != story.end)
        return false;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const auto& step = path.steps[i];
        const auto& visit = story.visits[i];
        if (journey.touchpoints[step.touchpoint.index()].id.value != visit.touchpoint) return false;
        if (step.experience != visit.experience || step.goodwill != visit.goodwill) return false;
        const double day = static_cast<double>(step.arrived) / simulate::ticks_per_day;
        if (std::abs(day - visit.day) > 1e-3 + 2e-3 * visit.day) return false;
    }
    if (story.end == "left" &&
        (journey.causes[path.cause.index()].id.value != story.cause || path.silent != story.silent))
        return false;
    const double ended = static_cast<double>(path.ended) / simulate::ticks_per_day;
    return path.goodwill == story.goodwill &&
           std::abs(ended - story.day) <= 1e-3 + 2e-3 * story.day;
}

int differing(const Journey& journey, std::uint64_t seed, std::uint64_t customers) {
    const auto compiled = simulate::compile(journey);
    simulate::Walker walker(compiled, seed);
    EngineLuck luck(journey, seed);
    simulate::Path path;
    int differing = 0;
    for (std::uint64_t customer = 0; customer < customers; ++customer) {
        REQUIRE(walker.walk(customer, path));
        luck.next_customer(customer);
        if (!same(journey, path, reference::live(journey, luck))) ++differing;
    }
    return differing;
}

constexpr std::uint64_t customers_each = 2000;

}  // namespace

// A decision differs only where a uniform number lies within 2^-31 of a threshold: over some 10^6
// decisions none is expected (0.0005), and two would be one in ten million.
TEST_CASE("engine and reference live the same lives where nothing waits", "[reference]") {
    int differ = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 9);
        options.waits = false;
        options.scenario = true;
        const Journey journey = testing::journey_from(testing::random_journey(seed, options));
        differ += differing(journey, seed, customers_each);
        differ += differing(apply_scenario(journey, ScenarioId(0)), seed, customers_each);
    }
    CHECK(differ <= 1);
}

// With waits a life may also differ where a time lies within the table's error (some 1e-5 of it) of
// patience or horizon.
TEST_CASE("engine and reference live the same lives with waits, patience and horizon",
          "[reference]") {
    int differ = 0;
    for (std::uint64_t seed = 101; seed <= 140; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 9);
        options.horizon = seed % 2 == 0;
        options.scenario = true;
        const Journey journey = testing::journey_from(testing::random_journey(seed, options));
        differ += differing(journey, seed, customers_each);
        differ += differing(apply_scenario(journey, ScenarioId(0)), seed, customers_each);
    }
    CHECK(differ <= 20);  // of 160,000
}

TEST_CASE("engine and reference live the same lives whatever keys the journey has", "[reference]") {
    int differ = 0;
    for (std::uint64_t seed = 201; seed <= 230; ++seed) {
        testing::RandomJourneyOptions options;
        options.touchpoints = 3 + static_cast<int>(seed % 9);
        options.horizon = seed % 3 == 0;
        options.scenario = options.every_key = true;
        const Journey journey = testing::journey_from(testing::random_journey(seed, options));
        INFO("seed " << seed);
        int here = differing(journey, seed, customers_each);
        for (std::size_t i = 0; i < journey.scenarios.size(); ++i)
            here += differing(apply_scenario(journey, ScenarioId(i)), seed, customers_each);
        CHECK(here <= 6);  // of 6,000, times near patience or horizon as above
        differ += here;
    }
    CHECK(differ <= 23);  // of 180,000
}

TEST_CASE("engine and reference live the same lives on the examples and the small journeys",
          "[reference]") {
    namespace fs = std::filesystem;
    int journeys = 0, differ = 0;
    for (const std::string folder : {"/examples", "/tests/data"})
        for (const auto& entry : fs::recursive_directory_iterator(CJM_SOURCE_DIR + folder)) {
            if (entry.path().extension() != ".toml") continue;
            std::ifstream in(entry.path());
            std::stringstream text;
            text << in.rdbuf();
            const Journey journey = testing::journey_from(text.str());
            ++journeys;
            differ += differing(journey, 11, customers_each);
            for (std::size_t i = 0; i < journey.scenarios.size(); ++i)
                differ += differing(apply_scenario(journey, ScenarioId(i)), 11, customers_each);
        }
    CHECK(journeys >= 15);
    CHECK(differ <= 4);  // of some 40,000, times near patience or horizon as above
}

TEST_CASE("the same-lives check notices a journey that is a little different",
          "[reference][power]") {
    testing::RandomJourneyOptions options;
    Journey journey = testing::journey_from(testing::random_journey(7, options));
    const auto compiled = simulate::compile(journey);
    journey.goodwill.hazard_ratio = journey.goodwill.hazard_ratio.likely * 1.02;  // the reference's
    simulate::Walker walker(compiled, 1);
    EngineLuck luck(journey, 1);
    simulate::Path path;
    int differ = 0;
    for (std::uint64_t customer = 0; customer < 20'000; ++customer) {
        REQUIRE(walker.walk(customer, path));
        luck.next_customer(customer);
        if (!same(journey, path, reference::live(journey, luck))) ++differ;
    }
    CHECK(differ > 5);
}
