#include "cli/report/text_report.hpp"

#include <algorithm>
#include <chrono>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/text_width.hpp"
#include "tests/support/hand_made_result.hpp"

using cjm::Language;

namespace {

std::string report(const cjm::testing::JourneyWithResult& made, int width, bool colour = false) {
    return cjm::cli::text_report(made.journey, made.result, {width, colour, "cjm 0.1.0", "0123"});
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string without_escapes(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\033')
            i = text.find('m', i);
        else
            plain += text[i];
    }
    return plain;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("text report: no line is wider than the terminal", "[cli][text_report]") {
    for (const auto language : {Language::english, Language::vietnamese}) {
        auto made = cjm::testing::dentist(language);
        made.journey.touchpoints[2].title->value = std::string(300, 'x') + " Đặt lịch";
        for (int width = 24; width <= 200; ++width)
            for (const auto& line : lines_of(report(made, width))) {
                INFO(width << ": " << line);
                CHECK(cjm::display_width(line) <= width);
                CHECK((line.empty() || line.back() != ' '));
            }
    }
}

TEST_CASE("text report: colour adds escapes and nothing else", "[cli][text_report]") {
    const auto made = cjm::testing::dentist(Language::vietnamese);
    const auto plain = report(made, 100), coloured = report(made, 100, true);
    CHECK_FALSE(contains(plain, "\033"));
    CHECK(contains(coloured, "\033[31m"));
    CHECK(without_escapes(coloured) == plain);
}

TEST_CASE("text report: what is left out has nothing to say", "[cli][text_report]") {
    const auto full = report(cjm::testing::dentist(Language::english), 80);
    const auto least = report(cjm::testing::least(), 80);
    for (const char* heading :
         {"Where most", "Funnel", "Why customers", "Personas", "\nTime", "Money"}) {
        INFO(heading);
        CHECK(contains(full, heading));
        CHECK_FALSE(contains(least, heading));
    }
    CHECK_FALSE(contains(least, "Felt"));
}

TEST_CASE("text report: the headline fits what happened", "[cli][text_report]") {
    auto made = cjm::testing::dentist(Language::english);
    auto& result = made.result;
    const auto wide = [&] {  // on one line
        auto text = report(made, 0);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    };
    SECTION("nobody succeeds") {
        result.success = cjm::testing::share_of_a_million(0);
        CHECK(contains(wide(),
                       "None of 1,000,000 simulated customers reaches success (Visited the "
                       "dentist); the true"));
        CHECK(contains(wide(), "0.0004\u00a0%."));
    }
    SECTION("all succeed") {
        result.success = cjm::testing::share_of_a_million(1);
        CHECK(contains(wide(), "All 1,000,000 simulated customers reach success"));
    }
    SECTION("nobody leaves silently") {
        result.ghosted = cjm::testing::share_of_a_million(0);
        for (auto& touchpoint : result.touchpoints) touchpoint.ghosted = result.ghosted;
        CHECK(contains(wide(), "Nobody leaves without a word."));
    }
    SECTION("all leave at one place") {
        for (std::size_t i = 1; i < result.touchpoints.size(); ++i)
            result.touchpoints[i].ghosted = cjm::testing::share_of_a_million(0);
        CHECK(contains(wide(), "leave without a word, all of them at “Advert in the bus”."));
    }
    SECTION("a cohort that is not a year") {
        result.cohort->customers = 1;
        CHECK(contains(wide(), "Of a cohort of 1 customer, expect"));
    }
    SECTION("who is still on the way counts as success") {
        made.journey.success = cjm::Table<cjm::Name>{{{"visited", {}}, {"in_progress", {}}}, {}};
        CHECK(contains(wide(), "(Visited the dentist or still on the way at 100\u00a0d)"));
    }
}

TEST_CASE("text report: the scenario is named by its title", "[cli][text_report]") {
    auto made = cjm::testing::dentist(Language::english);
    made.journey.scenario = "sms+x";
    made.journey.scenarios.resize(1);
    made.journey.scenarios[0].id = {"sms", {}};
    made.journey.scenarios[0].title = cjm::Text{"SMS reminders", {}};
    CHECK(contains(report(made, 80), "\nScenario: SMS reminders + x\n"));
}

TEST_CASE("text report: titles cannot reach the terminal's controls", "[cli][text_report]") {
    auto made = cjm::testing::dentist(Language::english);
    made.journey.title.value = "a\033[2Jb\nc";
    made.journey.touchpoints[0].title->value = "\033]0;x\a";
    CHECK_FALSE(contains(report(made, 80), "\033"));
    CHECK(lines_of(report(made, 80))[0] == "a␛[2Jb␊c");
}

TEST_CASE("text report: five thousand touchpoints are quick", "[cli][text_report]") {
    auto made = cjm::testing::dentist(Language::english);
    const auto touchpoint = made.journey.touchpoints[2];
    const auto result = made.result.touchpoints[2];
    for (int i = 0; i < 5'000; ++i) {
        made.journey.touchpoints.push_back(touchpoint);
        made.result.touchpoints.push_back(result);
        made.journey.touchpoints.back().id.value += std::to_string(i);
        made.result.touchpoints.back().id += std::to_string(i);
    }
    const auto begin = std::chrono::steady_clock::now();
    CHECK(lines_of(report(made, 80)).size() > 5'000);
    // a hundred times what it takes; quadratic work would exceed it
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
