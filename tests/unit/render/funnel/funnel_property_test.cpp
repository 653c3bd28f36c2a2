// No text overlaps, leaves its box or is crossed, whatever the journey.
#include <array>

#include <catch2/catch.hpp>

#include "render/funnel/funnel.hpp"
#include "render/inspect.hpp"
#include "render/writers.hpp"
#include "tests/support/flow_journeys.hpp"
#include "tests/support/memoryless_result.hpp"
#include "tests/support/timed_result.hpp"

using namespace cjm;
using namespace cjm::render;

namespace {

struct Paper {
    const char* name;
    Orientation orientation;
};
constexpr std::array papers{
    Paper{"fit", Orientation::landscape},    Paper{"A5", Orientation::portrait},
    Paper{"A4", Orientation::landscape},     Paper{"A4", Orientation::portrait},
    Paper{"letter", Orientation::landscape}, Paper{"A3", Orientation::landscape},
    Paper{"tabloid", Orientation::portrait}, Paper{"A0", Orientation::landscape}};

void check_sound(const Journey& journey, const SimulationResult& result, const Paper& paper,
                 ThemeName theme) {
    INFO("page " << paper.name << ", theme " << to_string(theme));
    DrawOptions options;
    options.page = paper_from(paper.name, paper.orientation);
    options.theme = theme;
    options.program = "cjm";
    const auto parsed = make_funnel(journey, result, options);
    if (!parsed.value) {
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].id == "page-too-small");
        CHECK(options.page.has_value());
        return;
    }
    const auto& page = parsed.value->pages.at(0);
    if (options.page) {
        CHECK(page.width == options.page->width);
        CHECK(page.height == options.page->height);
    }
    InspectOptions inspection;
    inspection.least_pt = 6 - 1e-6;
    const auto defects = inspect(*parsed.value, inspection);
    for (std::size_t i = 0; i < defects.size() && i < 5; ++i) UNSCOPED_INFO(to_string(defects[i]));
    CHECK(defects.empty());
}

}  // namespace

TEST_CASE("funnel: no text overlaps, strays or is crossed", "[render][funnel]") {
    const auto [touchpoints, stages, half_life] = GENERATE(table<int, int, double>({{3, 0, 0},
                                                                                    {3, 2, 0.01},
                                                                                    {8, 0, 12},
                                                                                    {12, 5, 0.4},
                                                                                    {25, 0, 40},
                                                                                    {40, 12, 300},
                                                                                    {60, 8, 5},
                                                                                    {60, 0, 20}}));
    const bool vietnamese = GENERATE(false, true);
    CAPTURE(touchpoints, stages, half_life, vietnamese);
    const auto journey = cjm::testing::read_journey(cjm::testing::flow_journey(
        static_cast<std::uint64_t>(touchpoints + stages), {touchpoints, stages, vietnamese, 0.2}));
    auto result = cjm::testing::memoryless_result(journey);
    if (half_life > 0) result = cjm::testing::timed(std::move(result), half_life, 5 * half_life);
    constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
    std::size_t turn = 0;
    for (const auto& paper : papers)
        check_sound(journey, result, paper, themes[turn++ % themes.size()]);
}

TEST_CASE("funnel: the same input gives the same bytes", "[render][funnel]") {
    const auto journey =
        cjm::testing::read_journey(cjm::testing::flow_journey(9, {20, 4, true, 0.3}));
    const auto result = cjm::testing::timed(cjm::testing::memoryless_result(journey), 9, 90);
    const auto first = to_svg(*make_funnel(journey, result, {}).value);
    CHECK(first == to_svg(*make_funnel(journey, result, {}).value));
}
