// What the examples say: read, simulated and reported, word for word.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/diagnostic.hpp"
#include "cli/report/comparison_document.hpp"
#include "cli/report/markdown_report.hpp"
#include "cli/report/stories_report.hpp"
#include "cli/report/text_report.hpp"
#include "journey/parse/parse.hpp"
#include "journey/scenario.hpp"
#include "simulate/compare/compare.hpp"
#include "simulate/compile.hpp"
#include "simulate/moments/moments.hpp"
#include "simulate/simulate.hpp"
#include "simulate/uncertainty/uncertainty.hpp"
#include "simulate/walk/walker.hpp"
#include "tests/support/golden.hpp"

using cjm::Journey;
using cjm::testing::check_golden;

namespace {

Journey read_example(const std::string& path) {
    std::ifstream file(std::string(CJM_SOURCE_DIR) + "/examples/" + path);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    const auto source = std::make_shared<cjm::SourceText>(cjm::SourceText{path, text.str()});
    auto parsed = cjm::parse_journey(source);
    for (const auto& diagnostic : parsed.diagnostics)
        FAIL_CHECK(cjm::format_diagnostic(diagnostic));
    REQUIRE(parsed.value);
    return *parsed.value;
}

cjm::SimulationResult simulated(const Journey& journey) {
    cjm::RunSettings settings;
    settings.customers = 100'000;
    return cjm::simulate::simulate(journey, settings).value();
}

cjm::UncertaintyResult draws_of(const Journey& journey) {
    cjm::RunSettings settings;
    settings.customers = 100'000;
    settings.parameter_draws = 200;
    auto result = cjm::simulate::simulate(journey, settings).value();
    const cjm::simulate::UncertainJourney uncertain{journey,
                                                    [](const Journey& drawn) { return drawn; }};
    REQUIRE(cjm::simulate::add_uncertainty(uncertain, result));
    return result.uncertainty.value();
}

const cjm::UncertainFigure& success_of(const cjm::UncertaintyResult& found) {
    REQUIRE(found.figures.front().quantity == "success");
    return found.figures.front();
}

void check_report(const std::string& name, const Journey& journey, int width) {
    check_golden("examples/" + name + "-" + std::to_string(width) + ".txt",
                 cjm::cli::text_report(journey, simulated(journey), {width, false, "cjm", ""}));
}

/// cohort  customers whose successes are predicted; none = the journey's own
void check_comparison(const std::string& name, const Journey& journey, int width,
                      std::optional<double> cohort = {}) {
    std::vector<cjm::simulate::Candidate> candidates;
    for (std::size_t i = 0; i < journey.scenarios.size(); ++i)
        candidates.push_back({journey.scenarios[i].id.value, journey.scenarios[i].shown(),
                              apply_scenario(journey, cjm::ScenarioId(i))});
    cjm::RunSettings settings;
    settings.customers = 100'000;
    settings.cohort = cohort;
    const auto result = cjm::simulate::compare(journey, candidates, {}, settings).result.value();
    cjm::cli::ComparedJourneys compared{.as_is = journey, .result = result, .written = &journey};
    for (const auto& candidate : candidates) compared.scenarios.push_back(&candidate.journey);
    check_golden("examples/" + name + "-compared-" + std::to_string(width) + ".txt",
                 cjm::cli::document_text(cjm::cli::comparison_document(compared), {width, false}));
}

}  // namespace

TEST_CASE("examples: the scenarios against the journeys as they are", "[golden][examples]") {
    check_comparison("hotel-booking", read_example("01-hotel-booking/hotel-booking.toml"), 80);
    check_comparison("hotel-booking-felt", read_example("01-hotel-booking/hotel-booking-felt.toml"),
                     100, 500);
    check_comparison("dat-lich-nha-khoa", read_example("02-dentist-vi/dat-lich-nha-khoa.toml"),
                     120);
}

TEST_CASE("examples: the hotel's report", "[golden][examples]") {
    const auto journey = read_example("01-hotel-booking/hotel-booking.toml");
    for (const int width : {80, 140}) check_report("hotel-booking", journey, width);
    check_report("hotel-booking-reminder",
                 apply_scenario(journey, find_scenario(journey, "reminder")), 80);
}

TEST_CASE("examples: the hotel's shares are those of its bookings", "[golden][examples]") {
    const auto result = simulated(read_example("01-hotel-booking/hotel-booking.toml"));
    // five standard errors: a false alarm in two million
    const auto agrees = [](const cjm::Estimate& estimate, double share) {
        return std::abs(estimate.estimate - share) < 5 * estimate.standard_error;
    };
    CHECK(agrees(result.success, 0.722366));
    CHECK(agrees(result.left_openly, 0.270369));
    CHECK(agrees(result.ghosted, 0.007264));
    CHECK_FALSE(agrees(result.success, 0.735));
    CHECK_FALSE(agrees(result.ghosted, 0.0095));
}

TEST_CASE("examples: what the hotel may have felt like leaves its shares as counted",
          "[golden][examples]") {
    const auto journey = read_example("01-hotel-booking/hotel-booking-felt.toml");
    cjm::simulate::MomentsSettings settings;
    settings.sweep = true;
    const auto found = cjm::simulate::find_moments(journey, settings).result.value();
    CHECK(std::abs(found.success.estimate - 0.722366) < 0.002);
    // people can still cancel while they wait, and no more once they have come
    const auto moments = std::count_if(found.touchpoints.begin(), found.touchpoints.end(),
                                       [](const auto& one) { return one.moment_of_truth; });
    CHECK(moments == 5);
    CHECK_FALSE(found.touchpoints[6].moment_of_truth);
    const auto order = cjm::by_impact(found);
    CHECK(order.front() == 0);
    for (const auto& swept : found.sweep) CHECK(cjm::by_impact(swept) == order);
}

// Persona by persona the counts are of the same bookings, one after the other, so that drawing them
// leaves success as open as its binomial law does: sqrt(p (1 - p) / n), less the little that lies
// between personas, whose shares are certain. Over 200 draws a standard deviation has the relative
// error 0.05; seven of them are allowed.
TEST_CASE("examples: the hotel's counts leave open what so many bookings do",
          "[golden][examples]") {
    const auto found = draws_of(read_example("01-hotel-booking/hotel-booking.toml"));
    CHECK(found.inputs.size() == 5 * 4);  // five rows, each for everybody and for three personas
    const double binomial = std::sqrt(0.722366 * (1 - 0.722366) / 40060);
    CHECK(success_of(found).input_deviation == Approx(binomial).epsilon(0.35));
}

TEST_CASE("examples: the dentist's uncertain values are told and ranked", "[golden][examples]") {
    const auto found = draws_of(read_example("02-dentist-vi/dat-lich-nha-khoa.toml"));
    CHECK(found.inputs.size() == 5);
    for (const auto& input : found.inputs) {
        INFO(input.path);
        REQUIRE(input.margin);
        // what a visit to the cashier brings moves the margin, and next to nothing else does
        const bool most = input.path == "touchpoint.thanh-toan.revenue";
        CHECK((input.margin->share.estimate > 0.8) == most);
        CHECK((!most || input.margin->moves));
    }
}

TEST_CASE("examples: the dentist's report and stories", "[golden][examples]") {
    const auto journey = read_example("02-dentist-vi/dat-lich-nha-khoa.toml");
    for (const int width : {80, 140}) check_report("dat-lich-nha-khoa", journey, width);
    for (const char* scenario : {"nhac-lich", "truc-tuyen"})
        check_report("dat-lich-nha-khoa-" + std::string(scenario),
                     apply_scenario(journey, find_scenario(journey, scenario)), 140);
    const auto compiled = cjm::simulate::compile(journey);
    std::vector<cjm::simulate::Path> paths(5);
    for (std::size_t i = 0; i < paths.size(); ++i)
        cjm::simulate::walk_customer(compiled, 1, i, paths[i]);
    check_golden(
        "examples/dat-lich-nha-khoa-stories.txt",
        cjm::cli::stories_report(journey, {paths, compiled.transitions, 0, 1}, {100, false}));
}
