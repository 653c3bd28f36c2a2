#include "cli/report/stories_report.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "base/text_width.hpp"
#include "tests/support/hand_made_result.hpp"

using namespace cjm::simulate;
using cjm::Language;

namespace {

const std::vector<Transition> transitions{{cjm::TouchpointId(2), cjm::TouchpointId(2), {}}};

/// A customer who calls again and again, `wait` apart, and leaves at the last visit.
Path caller(std::size_t visits, Ticks wait) {
    Path path;
    path.persona = cjm::PersonaId(0);
    for (std::size_t i = 0; i < visits; ++i)
        path.steps.push_back({cjm::TouchpointId(2), cjm::Experience::bad, false, -12,
                              static_cast<Ticks>(i) * wait, TransitionId(0)});
    path.steps.back().chosen = {};
    path.end = End::left;
    path.cause = cjm::CauseId(1);
    path.silent = true;
    path.ended = path.steps.back().arrived;
    return path;
}

std::string story(const cjm::Journey& journey, const Path& path, int width = 200) {
    return cjm::cli::stories_report(journey, {{&path, 1}, transitions, 3, 1}, {width, false});
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("stories report: no line is wider than the terminal", "[cli][stories_report]") {
    for (const auto language : {Language::english, Language::vietnamese}) {
        auto journey = cjm::testing::dentist(language).journey;
        journey.touchpoints[2].title->value = std::string(200, 'x') + " Đặt lịch";
        const auto path = caller(3, 5'000'000);
        for (int width = 24; width <= 160; ++width) {
            std::istringstream lines(story(journey, path, width));
            for (std::string line; std::getline(lines, line);) {
                INFO(width << ": " << line);
                CHECK(cjm::display_width(line) <= width);
            }
        }
    }
}

TEST_CASE("stories report: time since the start in its two largest units",
          "[cli][stories_report]") {
    const auto journey = cjm::testing::dentist(Language::english).journey;
    const auto at = [&](Ticks wait) { return story(journey, caller(2, wait)); };
    CHECK(contains(at(1'000), " 1\u00a0s "));
    CHECK(contains(at(61'000), " 1\u00a0min\u00a01\u00a0s "));
    CHECK(contains(at(3'600'000), " 1\u00a0h "));
    CHECK(contains(at(90'060'000), " 1\u00a0d\u00a01\u00a0h "));
    CHECK(contains(at(900), " start "));
    CHECK(contains(at(0), "Lost without a word at “Phone call”, at once."));
}

TEST_CASE("stories report: only the middle of a very long walk is left out",
          "[cli][stories_report]") {
    const auto journey = cjm::testing::dentist(Language::english).journey;
    CHECK_FALSE(contains(story(journey, caller(51, 0)), "…"));
    CHECK(contains(story(journey, caller(52, 0)), "… 2 more visits …"));
    CHECK(contains(story(journey, caller(1'000'000, 0)), "… 999,950 more visits …"));
    CHECK(contains(story(journey, caller(1'000'000, 0)), "Visits: 1,000,000."));
}

TEST_CASE("stories report: a journey with one persona does not name it", "[cli][stories_report]") {
    auto journey = cjm::testing::dentist(Language::english).journey;
    CHECK(contains(story(journey, caller(1, 0)), "Customer 3, Anxious patient ─"));
    journey.personas.resize(1);
    CHECK(contains(story(journey, caller(1, 0)), "Customer 3 ─"));
}
