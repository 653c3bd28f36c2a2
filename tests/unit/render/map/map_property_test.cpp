// No text overlaps, leaves its box, is crossed or too small, whatever the journey.
#include <array>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/map/map.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;

namespace {

struct Paper {
    const char* name;
    std::optional<PageSize> size;
};

const std::vector<Paper>& papers() {
    static const std::vector<Paper> all{{"fit", std::nullopt},
                                        {"A5", paper_from("A5", Orientation::landscape)},
                                        {"A4 upright", paper_from("A4", Orientation::portrait)},
                                        {"A3", paper_from("A3", Orientation::landscape)},
                                        {"A0", paper_from("A0", Orientation::landscape)}};
    return all;
}

void check_sound(const Journey& journey, const SimulationResult* result, const Paper& paper,
                 ThemeName theme, const MapOptions& map) {
    INFO("page " << paper.name << ", theme " << to_string(theme) << ", columns "
                 << static_cast<int>(map.columns) << (result ? "" : ", plain"));
    DrawOptions options;
    options.page = paper.size;
    options.theme = theme;
    options.program = "cjm";
    const auto parsed = make_map(journey, result, options, map);
    if (!parsed.value) {
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].id == "page-too-small");
        CHECK(paper.size.has_value());
        return;
    }
    for (const Page& page : parsed.value->pages) {
        if (!paper.size) continue;
        CHECK(page.width == paper.size->width);
        CHECK(page.height == paper.size->height);
    }
    InspectOptions inspection;
    inspection.least_pt = 6 - 1e-6;
    const auto defects = inspect(*parsed.value, inspection);
    for (std::size_t i = 0; i < defects.size() && i < 6; ++i) UNSCOPED_INFO(to_string(defects[i]));
    CHECK(defects.empty());
}

}  // namespace

TEST_CASE("map: no text overlaps, strays or is crossed", "[render][map]") {
    const auto [touchpoints, stages, texts] = GENERATE(table<int, int, int>(
        {{5, 3, 0}, {5, 0, 1}, {8, 4, 2}, {12, 5, 3}, {24, 12, 1}, {40, 8, 1}, {80, 10, 1}}));
    const bool vietnamese = GENERATE(false, true);
    CAPTURE(touchpoints, stages, texts, vietnamese);
    const auto journey = cjm::testing::read_journey(
        cjm::testing::flow_journey(static_cast<std::uint64_t>(touchpoints + stages),
                                   {touchpoints, stages, vietnamese, 0.15, texts}));
    const auto result = cjm::testing::memoryless_result(journey);
    // themes and columns turn with the papers, so that all pairs come up over the family
    std::size_t turn = static_cast<std::size_t>(touchpoints) + (vietnamese ? 1 : 0);
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    for (const Paper& paper : papers()) {
        MapOptions map;
        map.columns = turn % 2 == 0 ? map::Columns::stage : map::Columns::touchpoint;
        const bool plain = turn % 5 == 4;
        check_sound(journey, plain ? nullptr : &result, paper, themes[turn % themes.size()], map);
        ++turn;
    }
}
