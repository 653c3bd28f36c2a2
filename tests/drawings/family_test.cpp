// Every view of a family of journeys, in every theme and on paper from A5 to A0: no text overlaps
// another, leaves its frame or the page, is hidden, crossed or too small, and a page has its exact
// size. The ordinary run takes a sample that covers every view, theme and paper; CJM_ALL_DRAWINGS=1
// takes the whole family, CJM_DRAWINGS_SHARD=I/N every N-th journey of it from I on.
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "render/inspect.hpp"
#include "render/page/fit.hpp"
#include "render/page/paper.hpp"
#include "tests/drawings/simulated.hpp"
#include "tests/drawings/views.hpp"
#include "tests/support/drawn_journeys.hpp"
#include "tests/support/flow_journeys.hpp"

using namespace cjm;
using namespace cjm::render;
using cjm::testing::DrawnView;

namespace {

constexpr std::uint64_t family_size = 200, sample_size = 15;

constexpr std::array themes{ThemeName::light, ThemeName::dark, ThemeName::print};
struct Paper {
    const char* name;
    Orientation way;
};
constexpr std::array papers{Paper{"A4", Orientation::landscape},
                            Paper{"A0", Orientation::landscape}, Paper{"A3", Orientation::portrait},
                            Paper{"A5", Orientation::landscape},
                            Paper{"A1", Orientation::portrait}};

bool is_asked_for_all() {
    const char* all = std::getenv("CJM_ALL_DRAWINGS");
    return all != nullptr && std::string(all) == "1";
}

/// Which journeys of the family are taken.
struct Shard {
    std::uint64_t first = 0, step = 1, end = sample_size;
};

Shard asked_shard() {
    Shard shard;
    if (!is_asked_for_all()) return shard;
    shard.end = family_size;
    if (const char* part = std::getenv("CJM_DRAWINGS_SHARD")) {
        const std::string words = part;
        const auto slash = words.find('/');
        REQUIRE(slash != std::string::npos);
        shard.first = std::stoull(words.substr(0, slash));
        shard.step = std::stoull(words.substr(slash + 1));
        REQUIRE(shard.first < shard.step);
    }
    return shard;
}

/// What was drawn and what was refused, over all.
struct Counts {
    int drawn = 0, refused = 0;
};

void check_picture(const Parsed<Picture>& parsed, const DrawnView& view, PageSize size,
                   Counts& counts) {
    if (!parsed.value) {
        ++counts.refused;
        CHECK(view.may_refuse);
        REQUIRE(parsed.diagnostics.size() == 1);
        CHECK(parsed.diagnostics[0].id == "page-too-small");
        CHECK(parsed.diagnostics[0].hint != "");
        return;
    }
    ++counts.drawn;
    for (const Page& page : parsed.value->pages) {
        CHECK(page.width == Approx(size.width).margin(1e-6));
        CHECK(page.height == Approx(size.height).margin(1e-6));
    }
    InspectOptions options;
    options.least_pt = render::least_type_pt - 1e-6;
    const auto defects = inspect(*parsed.value, options);
    for (std::size_t i = 0; i < defects.size() && i < 5; ++i) UNSCOPED_INFO(to_string(defects[i]));
    CHECK(defects.empty());
}

void check_journey(std::uint64_t n, Counts& counts) {
    const auto options = cjm::testing::drawn_journey_options(n);
    INFO("journey " << n << ": " << cjm::testing::to_string(options));
    const auto journey = cjm::testing::simulated(
        cjm::testing::read_journey(cjm::testing::drawn_journey(n, options)));
    const std::uint64_t turn = n;
    for (const DrawnView& view : cjm::testing::drawn_views())
        for (std::size_t i = 0; i < papers.size(); ++i)
            for (std::size_t j = 0; j < themes.size(); ++j) {
                // the sample takes one theme on one paper of each view, another for each journey
                const bool taken = i == turn % papers.size() && j == turn % themes.size();
                if (!is_asked_for_all() && !taken) continue;
                DrawOptions drawing;
                const PageSize size = *paper_from(papers[i].name, papers[i].way);
                drawing.page = size;
                drawing.theme = themes[j];
                drawing.program = "cjm";
                INFO(view.name << ", " << papers[i].name << ", " << to_string(themes[j]));
                const bool plain = (n + i + j) % 4 == 3;
                check_picture(view.draw(journey, plain, drawing), view, size, counts);
            }
}

}  // namespace

TEST_CASE("drawings: no text of any view overlaps, strays or is hidden", "[drawings]") {
    const Shard shard = asked_shard();
    Counts counts;
    for (std::uint64_t n = shard.first; n < shard.end; n += shard.step) check_journey(n, counts);
    WARN(counts.drawn << " drawings, " << counts.refused << " refused as too small to read");
    CHECK(counts.drawn > counts.refused);
}

TEST_CASE("drawings: the family has both languages, many and few touchpoints and texts",
          "[drawings]") {
    std::map<std::string, int> kinds;
    for (std::uint64_t n = 0; n < family_size; ++n) {
        const auto options = cjm::testing::drawn_journey_options(n);
        ++kinds[options.vietnamese ? "vi" : "en"];
        ++kinds[options.touchpoints >= 60 ? "many" : options.touchpoints <= 5 ? "few" : "some"];
        ++kinds[options.texts == 0 ? "bare" : options.texts >= 3 ? "full" : "usual"];
        ++kinds[options.horizon ? "horizon" : "to the end"];
        ++kinds[options.personas > 1 ? "personas" : "one"];
        ++kinds[options.stages == 0 ? "no stages" : "stages"];
    }
    CHECK(kinds.size() == 14);
    for (const auto& [kind, count] : kinds) {
        INFO(kind);
        CHECK(count >= 10);
    }
}
