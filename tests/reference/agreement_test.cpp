// The engine against the literal transcription of the model page: customer by customer on the same
// random words, and figure by figure on words of its own.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "journey/scenario.hpp"
#include "simulate/compile.hpp"
#include "simulate/observer.hpp"
#include "simulate/random/luck.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"
#include "simulate/simulate.hpp"
#include "simulate/tally/path_counter.hpp"
#include "simulate/walk/walker.hpp"
#include "tests/reference/reference_survey.hpp"
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
            case Purpose::response:
                return static_cast<unsigned>(CustomerPurpose::response);
            case Purpose::csat:
                return static_cast<unsigned>(CustomerPurpose::csat);
            case Purpose::nps:
                return static_cast<unsigned>(CustomerPurpose::nps);
            case Purpose::ces:
                return static_cast<unsigned>(CustomerPurpose::ces);
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

/// What is counted of customers at their end, by the reference.
struct EndCounts {
    std::int64_t buyers = 0, lost_buyers = 0, flagged = 0, flagged_gone = 0;
    double days_at_risk = 0;
    simulate::SurveyAnswers all, seen;

    void add_buyer(const Journey& journey, const reference::Story& story) {
        const auto earns = [&](const reference::Visit& visit) {
            const auto& touchpoint =
                journey.touchpoints[find_touchpoint(journey, visit.touchpoint).index()];
            const auto behaviour = behaviour_of(touchpoint, story.persona);
            return behaviour.revenue && behaviour.revenue->likely > 0;
        };
        const auto first = std::find_if(story.visits.begin(), story.visits.end(), earns);
        if (first == story.visits.end()) return;
        const OutcomeId outcome = find_outcome(journey, story.end);
        ++buyers;
        days_at_risk += story.day - first->day;
        lost_buyers += story.end == "left" || (outcome && !counts_as_success(journey, outcome));
    }
    void add_silence(const Journey& journey, const reference::Story& story) {
        if (!journey.horizon_days || !journey.ghost_after_days) return;
        const bool ghost = story.end == "left" && story.silent;
        if (!ghost && story.end != "in_progress") return;
        if (story.visits.back().day > journey.horizon_days->value - journey.ghost_after_days->value)
            return;
        ++flagged;
        flagged_gone += ghost;
    }
    static void add(const reference::Answers& answers, simulate::SurveyAnswers& sums) {
        ++sums.customers;
        sums.satisfied += answers.csat && *answers.csat >= 4;
        sums.promoters += answers.nps && *answers.nps >= 9;
        sums.detractors += answers.nps && *answers.nps <= 6;
        sums.ces += static_cast<std::uint64_t>(answers.ces.value_or(0));
        sums.judged.resize(2 * answers.csi.size());
        for (std::size_t i = 0; i < answers.csi.size(); ++i) {
            sums.judged[2 * i] += answers.csi[i].net;
            sums.judged[2 * i + 1] += answers.csi[i].visits;
        }
    }
    void add(const Journey& journey, const reference::Story& story, reference::Luck& luck) {
        add_buyer(journey, story);
        add_silence(journey, story);
        if (!journey.survey) return;
        const auto answers = reference::answer(journey, story, luck);
        add(answers, all);
        if (answers.seen) add(answers, seen);
    }
};

std::int64_t difference(const simulate::SurveyAnswers& one, const simulate::SurveyAnswers& other) {
    const auto off = [](auto a, auto b) {
        return std::abs(static_cast<std::int64_t>(a) - static_cast<std::int64_t>(b));
    };
    std::int64_t sum = off(one.customers, other.customers) + off(one.satisfied, other.satisfied) +
                       off(one.promoters, other.promoters) + off(one.detractors, other.detractors) +
                       off(one.ces, other.ces);
    for (std::size_t i = 0; i < std::min(one.judged.size(), other.judged.size()); ++i)
        sum += off(one.judged[i], other.judged[i]);
    return sum;
}

/// How far the engine's counts are off those of the reference; `lives` of them differ by
/// themselves.
bool agree(const Journey& journey, const simulate::Tally& tally, const EndCounts& counts,
           int lives) {
    const double allowed = 40.0 * lives;
    const auto off = [](auto a, auto b) {
        return std::abs(static_cast<double>(a) - static_cast<double>(b));
    };
    const double days = static_cast<double>(tally.money.at_risk.sum) / simulate::ticks_per_day;
    if (off(tally.money.buyers, counts.buyers) > allowed ||
        off(tally.money.lost_buyers, counts.lost_buyers) > allowed ||
        off(days, counts.days_at_risk) > 2e-3 * counts.days_at_risk + 1 + 400.0 * lives)
        return false;
    if (journey.horizon_days && journey.ghost_after_days) {
        const auto waits =
            simulate::observer_waits(journey.horizon_days->value, journey.ghost_after_days->value);
        std::uint64_t gone = 0, waiting = 0;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (waits[i] < journey.ghost_after_days->value) continue;
            gone += tally.observer.ghosted[i + 1];
            waiting += tally.observer.in_progress[i + 1];
        }
        if (off(gone, counts.flagged_gone) > allowed + 2 ||
            off(gone + waiting, counts.flagged) > allowed + 2)
            return false;
    }
    return static_cast<double>(difference(tally.survey.all, counts.all) +
                               difference(tally.survey.seen, counts.seen)) <= allowed;
}

int differing(const Journey& journey, std::uint64_t seed, std::uint64_t customers) {
    const auto compiled = simulate::compile(journey);
    simulate::Walker walker(compiled, seed);
    EngineLuck luck(journey, seed);
    const simulate::Amounts amounts(compiled);
    simulate::PathCounter counter(compiled, amounts);
    EndCounts counts;
    simulate::Path path;
    int differing = 0;
    for (std::uint64_t customer = 0; customer < customers; ++customer) {
        REQUIRE(walker.walk(customer, path));
        counter.add(path);
        luck.next_customer(customer);
        const auto story = reference::live(journey, luck);
        if (!same(journey, path, story)) ++differing;
        counts.add(journey, story, luck);
    }
    CHECK(agree(journey, counter.tally(), counts, differing));
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
