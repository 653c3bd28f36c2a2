// No text overlaps, leaves its box or is crossed, whatever the journey.
#include <array>

#include <catch2/catch.hpp>

#include "render/flow/flow.hpp"
#include "render/inspect.hpp"
#include "render/page/paper.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::FlowJourneyOptions;

namespace {

struct Paper {
    const char* name;
    std::optional<PageSize> size;
};

std::vector<Paper> papers() {
    return {{"fit", std::nullopt},
            {"A4 portrait", paper_from("A4", Orientation::portrait)},
            {"A4 landscape", paper_from("A4", Orientation::landscape)},
            {"A3 portrait", paper_from("A3", Orientation::portrait)},
            {"A3 landscape", paper_from("A3", Orientation::landscape)},
            {"A0 portrait", paper_from("A0", Orientation::portrait)},
            {"A0 landscape", paper_from("A0", Orientation::landscape)}};
}

void check_sound(const Journey& journey, const SimulationResult* result, const Paper& paper,
                 ThemeName theme) {
    INFO("page " << paper.name << ", theme " << to_string(theme));
    DrawOptions options;
    options.page = paper.size;
    options.theme = theme;
    options.program = "cjm";
    const auto parsed = make_flow(journey, result, options);
    if (!parsed.value) {
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].id == "page-too-small");
        CHECK(paper.size.has_value());
        return;
    }
    const auto& page = parsed.value->pages.at(0);
    if (paper.size) {
        CHECK(page.width == paper.size->width);
        CHECK(page.height == paper.size->height);
    }
    InspectOptions inspection;
    inspection.least_pt = 6 - 1e-6;
    const auto defects = inspect(*parsed.value, inspection);
    for (std::size_t i = 0; i < defects.size() && i < 5; ++i) UNSCOPED_INFO(to_string(defects[i]));
    CHECK(defects.empty());
}

}  // namespace

TEST_CASE("flow: no text overlaps, strays or is crossed", "[render][flow]") {
    const auto [touchpoints, stages, tangle] = GENERATE(table<int, int, double>({{3, 0, 0.3},
                                                                                 {3, 2, 0.3},
                                                                                 {5, 3, 0.2},
                                                                                 {8, 0, 0.2},
                                                                                 {12, 5, 0.2},
                                                                                 {25, 6, 0.15},
                                                                                 {40, 8, 0.15},
                                                                                 {60, 8, 0.1},
                                                                                 {60, 1, 0.5}}));
    const bool vietnamese = GENERATE(false, true);
    CAPTURE(touchpoints, stages, vietnamese);
    const auto journey = cjm::testing::read_journey(
        cjm::testing::flow_journey(static_cast<std::uint64_t>(touchpoints + stages),
                                   {touchpoints, stages, vietnamese, tangle}));
    const auto result = cjm::testing::memoryless_result(journey);
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    std::size_t turn = 0;
    for (const auto& paper : papers())
        check_sound(journey, &result, paper, themes[turn++ % themes.size()]);
    check_sound(journey, nullptr, papers().front(), ThemeName::light);
}
