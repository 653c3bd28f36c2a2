#include "simulate/paired/place_sums.hpp"

#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "simulate/paired/paired_run.hpp"
#include "tests/support/journey_text.hpp"
#include "tests/support/random_journey.hpp"

using namespace cjm;
using namespace cjm::simulate;

namespace {

constexpr std::uint64_t seed = 5;
constexpr CustomerRange customers{10, 4500};  // more than a block

using Way = std::pair<std::string, std::string>;

/// Where a customer has been, worked out from the path.
struct Seen {
    std::map<std::string, int> visits;
    std::map<std::string, Stay> stay, stage;
    std::map<Way, int> ways;
    std::string outcome;
};

const std::string& name_of(const Journey& journey, const Transition& way) {
    return way.to_touchpoint ? journey.touchpoints[way.to_touchpoint.index()].id.value
                             : journey.outcomes[way.to_outcome.index()].id.value;
}

Seen seen(const Journey& journey, const CompiledJourney& compiled, const Path& path) {
    Seen result;
    for (const Step& step : path.steps) {
        const Touchpoint& at = journey.touchpoints[step.touchpoint.index()];
        const bool last = &step == &path.steps.back();
        const bool gone = last && (path.end == End::left || path.end == End::impatient);
        const Stay stay = !gone         ? Stay::went_on
                          : path.silent ? Stay::left_silently
                                        : Stay::left_openly;
        ++result.visits[at.id.value];
        result.stay[at.id.value] = stay;
        if (at.stage) result.stage[at.stage->value] = stay;
        const bool arrives = !last || path.end == End::outcome;
        if (!arrives) continue;
        const Transition& way = compiled.transitions[step.chosen.index()];
        ++result.ways[{at.id.value, name_of(journey, way)}];
    }
    if (path.end == End::outcome) result.outcome = journey.outcomes[path.outcome.index()].id.value;
    return result;
}

template <class Map, class Key>
typename Map::mapped_type at(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

TEST_CASE("place sums: differences are those of single customers", "[simulate][paired]") {
    const std::uint64_t number = GENERATE(1, 2, 3, 4, 5, 6);
    testing::RandomJourneyOptions options;
    options.touchpoints = 5 + static_cast<int>(number % 5);
    options.horizon = number % 2 == 0;
    options.scenario = true;
    const Journey as_is = testing::journey_from(testing::random_journey(number, options));
    const std::vector<Journey> journeys{as_is, apply_scenario(as_is, ScenarioId(0))};
    std::vector<CompiledJourney> compiled;
    for (const Journey& journey : journeys) compiled.push_back(compile(journey));
    const std::vector<Variant> variants = make_variants(std::move(compiled));
    const CommonPlaces places = common_places(journeys, variants);
    const auto tally = tally_paired(variants, {{}, &places}, seed, customers, 1);
    REQUIRE(tally);
    const PlaceSums& sums = tally->places.at(0);

    std::vector<std::vector<Seen>> all;
    for (std::size_t i = 0; i < 2; ++i) {
        all.emplace_back();
        for (const Path& path : walk_paths(variants[i].journey, seed, customers))
            all.back().push_back(seen(journeys[i], variants[i].journey, path));
    }
    std::uint64_t counted = 0;
    for (std::size_t v = 0; v < places.touchpoints.size(); ++v) {
        const std::string& id = places.touchpoints[v];
        CAPTURE(number, id);
        StayTable table;
        Integer128 up = 0, down = 0;
        for (std::size_t i = 0; i < customers.count; ++i) {
            const Stay before = at(all[0][i].stay, id), after = at(all[1][i].stay, id);
            if (before != Stay::never || after != Stay::never) ++table.at(before, after);
            const int change = at(all[1][i].visits, id) - at(all[0][i].visits, id);
            (change > 0 ? up : down) += std::abs(change);
        }
        CHECK(sums.touchpoints[v] == table);
        CHECK(sums.visits[v].up.sum == up);
        CHECK(sums.visits[v].down.sum == down);
        counted += sums.visits[v].up_count;
    }
    CHECK(counted > 0);
    for (std::size_t s = 0; s < places.stages.size(); ++s) {
        StayTable table;
        for (std::size_t i = 0; i < customers.count; ++i) {
            const Stay before = at(all[0][i].stage, places.stages[s]),
                       after = at(all[1][i].stage, places.stages[s]);
            if (before != Stay::never || after != Stay::never) ++table.at(before, after);
        }
        CHECK(sums.stages[s] == table);
    }
    for (std::size_t w = 0; w < places.ways.size(); ++w) {
        CAPTURE(places.ways[w].first, places.ways[w].second);
        Integer128 up = 0, down = 0, squares = 0;
        for (std::size_t i = 0; i < customers.count; ++i) {
            const int change =
                at(all[1][i].ways, places.ways[w]) - at(all[0][i].ways, places.ways[w]);
            (change > 0 ? up : down) += std::abs(change);
            squares += change * change;
        }
        CHECK(sums.ways[w].up.sum == up);
        CHECK(sums.ways[w].down.sum == down);
        WideSum both = sums.ways[w].up.squares;
        both += sums.ways[w].down.squares;
        CHECK(both == WideSum(squares));
    }
    for (std::size_t o = 0; o < places.outcomes.size(); ++o) {
        std::uint64_t up = 0, down = 0;
        for (std::size_t i = 0; i < customers.count; ++i) {
            const bool before = all[0][i].outcome == places.outcomes[o];
            const bool after = all[1][i].outcome == places.outcomes[o];
            up += static_cast<std::uint64_t>(after && !before);
            down += static_cast<std::uint64_t>(before && !after);
        }
        CHECK(sums.outcomes[o].up_count == up);
        CHECK(sums.outcomes[o].down_count == down);
    }
}

TEST_CASE("place sums: the same for any number of threads", "[simulate][paired]") {
    testing::RandomJourneyOptions options;
    options.scenario = true;
    const Journey as_is = testing::journey_from(testing::random_journey(7, options));
    const std::vector<Journey> journeys{as_is, apply_scenario(as_is, ScenarioId(0))};
    std::vector<CompiledJourney> compiled;
    for (const Journey& journey : journeys) compiled.push_back(compile(journey));
    const std::vector<Variant> variants = make_variants(std::move(compiled));
    const CommonPlaces places = common_places(journeys, variants);
    const auto one = tally_paired(variants, {{}, &places}, seed, {0, 20'000}, 1);
    const auto many = tally_paired(variants, {{}, &places}, seed, {0, 20'000}, 3);
    CHECK(one->places == many->places);
}
