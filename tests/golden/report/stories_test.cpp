// Stories of made-up customers, word for word, in both languages.
#include "cli/report/markdown_report.hpp"
#include "cli/report/stories_report.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/hand_made_result.hpp"

using cjm::Experience;
using cjm::Language;
using cjm::cli::StoryTellers;
using cjm::testing::check_golden;
using namespace cjm::simulate;

namespace {

constexpr Ticks hour = 3'600'000, day = 24 * hour;

cjm::TouchpointId touchpoint(std::size_t i) {
    return cjm::TouchpointId(i);
}

// advert to website, website to phone, phone to visit, visit to visited, phone to phone
const std::vector<Transition> transitions{{touchpoint(0), touchpoint(1), {}},
                                          {touchpoint(1), touchpoint(2), {}},
                                          {touchpoint(2), touchpoint(3), {}},
                                          {touchpoint(3), {}, cjm::OutcomeId(0)},
                                          {touchpoint(2), touchpoint(2), {}}};

Step step(std::size_t at, Experience experience, int goodwill, Ticks arrived,
          TransitionId chosen = {}, bool friction = false) {
    return {touchpoint(at), experience, friction, goodwill, arrived, chosen};
}

std::vector<Path> paths() {
    const std::vector<Step> start{step(0, Experience::neutral, 0, 0, TransitionId(0)),
                                  step(1, Experience::good, 1, 2 * hour, TransitionId(1), true),
                                  step(2, Experience::bad, -14, 2 * hour, TransitionId(2), true)};
    Path success{cjm::PersonaId(0), start, End::outcome, cjm::OutcomeId(0), {}, false,
                 4 * day,           -13};
    success.steps.push_back(step(3, Experience::good, -13, 4 * day, TransitionId(3)));
    Path impatient{cjm::PersonaId(1), start, End::impatient, {},
                   cjm::CauseId(4),   true,  3 * day,        -17};
    Path under_way{cjm::PersonaId(1), start, End::in_progress, {}, {}, false, 100 * day, -17};
    Path open{cjm::PersonaId(0), start, End::left, {}, cjm::CauseId(5), false, 2 * hour, -14};
    open.steps.back().chosen = {};
    Path silent = open;
    silent.silent = true;
    silent.cause = cjm::CauseId(1);
    Path competitor = success;
    competitor.outcome = cjm::OutcomeId(1);
    return {success, impatient, under_way, open, silent, competitor};
}

}  // namespace

TEST_CASE("stories: every end, in English and Vietnamese, narrow and wide", "[golden][stories]") {
    const auto customers = paths();
    for (const auto language : {Language::english, Language::vietnamese}) {
        auto journey = cjm::testing::dentist(language).journey;
        journey.friction.goodwill.value = -3;
        journey.friction.effort = 1.5;
        const StoryTellers tellers{customers, transitions, 7, 42};
        const std::string stem = "report/stories-" + std::string(to_string(language));
        for (const int width : {60, 80, 140})
            check_golden(stem + "-" + std::to_string(width) + ".txt",
                         cjm::cli::stories_report(journey, tellers, {width, false}));
        check_golden(stem + ".md",
                     cjm::cli::document_markdown(cjm::cli::stories_document(journey, tellers)));
    }
}

TEST_CASE("stories: the middle of a very long walk is left out", "[golden][stories]") {
    Path path{cjm::PersonaId(0), {}, End::left, {}, cjm::CauseId(2), true, 999 * hour, -60};
    for (int i = 0; i < 1'000; ++i)
        path.steps.push_back(
            step(2, Experience::bad, std::max(-60, -12 * i), i * hour, TransitionId(4)));
    path.steps.back().chosen = {};
    const auto journey = cjm::testing::dentist(Language::english).journey;
    check_golden("report/stories-long.txt",
                 cjm::cli::stories_report(journey, {{&path, 1}, transitions, 0, 1}, {100, false}));
}
