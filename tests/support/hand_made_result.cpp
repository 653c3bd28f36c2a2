#include "tests/support/hand_made_result.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "tests/support/hand_made.hpp"

namespace cjm::testing {
namespace {

constexpr double starters = 1e6;

Estimate with_error(double value, double error) {
    return {value, error, value - 1.959964 * error, value + 1.959964 * error, {}, {}};
}

/// The words of one journey in two languages.
struct Words {
    const char *title, *anxious, *calm, *moved, *learn, *book, *go, *advert, *website, *phone,
        *visit, *fax, *visited, *competitor;
};

constexpr Words english_words{"Booking a dentist",
                              "Anxious patient",
                              "Calm patient",
                              "Moved away",
                              "Learn",
                              "Book",
                              "Go",
                              "Advert in the bus",
                              "Website with prices, doctors and free appointments of this week",
                              "Phone call",
                              "Visit",
                              "Fax",
                              "Visited the dentist",
                              "Chose a competitor"};

// every second title is decomposed: base letters followed by combining marks
constexpr Words vietnamese_words{"Đặt lịch nha khoa",
                                 "Bệnh nhân lo lắng",
                                 "Be\u0323\u0302nh nha\u0302n bi\u0300nh ti\u0303nh",
                                 "Chuyển nhà",
                                 "Ti\u0300m hie\u0302\u0309u",
                                 "Đặt lịch",
                                 "Đe\u0302\u0301n kha\u0301m",
                                 "Quảng cáo trên xe buýt",
                                 "Trang web co\u0301 ba\u0309ng gia\u0301, ba\u0301c si\u0303 "
                                 "va\u0300 li\u0323ch tro\u0302\u0301ng "
                                 "trong tua\u0302\u0300n",
                                 "Gọi điện thoại",
                                 "Kha\u0301m ra\u0306ng",
                                 "Fax",
                                 "Đã khám răng",
                                 "Cho\u0323n pho\u0300ng kha\u0301m kha\u0301c"};

Text titled(const char* words) {
    return {words, {}};
}

Touchpoint staged(const char* id, const char* title, const char* stage, Shares shares) {
    auto made = touchpoint(id, shares);
    made.title = titled(title);
    made.stage = name(stage);
    return made;
}

Journey dentist_journey(Language language, const Words& words) {
    auto made = journey("advert", {staged("advert", words.advert, "learn", {{"website", 0.8}}),
                                   staged("website", words.website, "learn", {{"phone", 0.9}}),
                                   staged("phone", words.phone, "book", {{"visit", 0.6}}),
                                   staged("visit", words.visit, "go", {{"visited", 0.95}}),
                                   staged("fax", words.fax, "go", {{"visit", 1.0}})});
    made.title = titled(words.title);
    made.language = language;
    made.currency = language == Language::english ? "EUR" : "VND";
    made.horizon_days = Sourced<double>{100, {}};
    made.customers_per_year = 50'000.0;
    made.causes.push_back({name("moved"), titled(words.moved)});
    made.stages = {{name("learn"), titled(words.learn), {}},
                   {name("book"), titled(words.book), {}},
                   {name("go"), titled(words.go), {}}};
    made.personas = {persona("anxious", 0.4), persona("calm", 0.6)};
    made.personas[0].title = titled(words.anxious);
    made.personas[1].title = titled(words.calm);
    made.outcomes = {outcome("visited"), outcome("competitor", OutcomeKind::lost)};
    made.outcomes[0].title = titled(words.visited);
    made.outcomes[1].title = titled(words.competitor);
    made.touchpoints[0].owner = Sourced<Owner>{Owner::partner, {}};
    made.touchpoints[2].moment_of_truth = Sourced<bool>{true, {}};
    made.touchpoints[2].evidence = Evidence{EvidenceKind::log, 812, "calls", {}};
    return made;
}

std::vector<CauseResult> causes(std::vector<double> shares) {
    static const std::vector<std::string> ids{"dissatisfaction", "price", "neglect",
                                              "priorities",      "delay", "moved"};
    std::vector<CauseResult> made;
    for (std::size_t i = 0; i < ids.size(); ++i)
        made.push_back({ids[i], share_of_a_million(i < shares.size() ? shares[i] : 0)});
    return made;
}

/// What is the same for every touchpoint that somebody reaches.
TouchpointResult reached(const char* id, double reach, double left, double silent,
                         std::vector<double> by_cause) {
    TouchpointResult made;
    made.id = id;
    made.reach = share_of_a_million(reach);
    made.visits = with_error(reach * 1.04, 0.0005);
    made.left = share_of_a_million(left);
    made.ghosted = share_of_a_million(left * silent);
    made.drop_off = with_error(left / reach, 0.0005);
    made.causes = causes(std::move(by_cause));
    return made;
}

void feel(TouchpointResult& touchpoint, double good, double bad, double goodwill) {
    touchpoint.good = with_error(good, 0.0005);
    touchpoint.bad = with_error(bad, 0.0005);
    touchpoint.neutral = with_error(1 - good - bad, 0.0005);
    touchpoint.goodwill = with_error(goodwill, 0.01);
    touchpoint.goodwill_p10 = goodwill - 12;
    touchpoint.goodwill_p90 = goodwill + 3;
}

TouchpointResult never_reached(const char* id) {
    TouchpointResult made;
    made.id = id;
    made.reach = share_of_a_million(0);
    made.causes = causes({});
    return made;
}

std::vector<TouchpointResult> dentist_touchpoints() {
    std::vector<TouchpointResult> made{
        reached("advert", 1, 0.2, 1, {0.15, 0, 0.05}),
        reached("website", 0.8, 0.0801, 1, {0.02, 0.0401, 0, 0.02}),
        reached("phone", 0.7199, 0.2903, 0.8, {0.1, 0.05, 0.1, 0, 0.04, 0.0003}),
        reached("visit", 0.3896, 0.0203, 0, {0.02, 0, 0, 0, 0, 0.0003}), never_reached("fax")};
    feel(made[0], 0.1, 0.2, -1.3);
    feel(made[1], 0.5, 0.1, -2.04);
    feel(made[2], 0.3, 0.3, -5.5);
    feel(made[3], 0.85, 0.004, 2.25);
    double mean = 0;
    for (auto& touchpoint : made) {
        if (touchpoint.id == "fax") continue;
        touchpoint.first_arrival_days =
            DurationSummary{with_error(mean, 0.01 * mean), mean / 5, mean * 0.8, mean * 2.5};
        mean = mean * 6 + 0.1;
    }
    return made;
}

void add_money_and_time(SimulationResult& result, double unit) {
    result.money.revenue = with_error(43.9 * unit, 0.07 * unit);
    result.money.cost = with_error(12.5 * unit, 0.01 * unit);
    result.money.margin = with_error(31.4 * unit, 0.07 * unit);
    result.money.purchases = with_error(0.3654, 0.0005);
    result.money.average_order_value = with_error(120.14 * unit, 0.05 * unit);
    result.effort = with_error(4.216, 0.002);
    result.time_to_success_days = DurationSummary{with_error(9.62, 0.011), 2.2, 7.4, 21.8};
    Survival survival;
    for (int day = 0; day <= 100; ++day) {
        survival.days.push_back(day);
        survival.still_on_the_way.push_back(0.0039 + 0.9961 * std::pow(0.93, day));
    }
    result.survival = survival;
}

}  // namespace

Estimate share_of_a_million(double share) {
    const double error = std::sqrt(share * (1 - share) / starters);
    if (share == 0) return {0, 0, 0, 3.8e-6, {}, {}};
    if (share == 1) return {1, 0, 1 - 3.8e-6, 1, {}, {}};
    return with_error(share, error);
}

JourneyWithResult dentist(Language language) {
    const bool is_english = language == Language::english;
    JourneyWithResult made;
    made.journey = dentist_journey(language, is_english ? english_words : vietnamese_words);
    auto& result = made.result;
    result.generator = "threefry4x32-20";
    result.horizon_days = 100;
    result.success = share_of_a_million(0.3654);
    result.lost = share_of_a_million(0.6307);
    result.ghosted = share_of_a_million(0.51234);
    result.left_openly = share_of_a_million(0.07836);
    result.in_progress = share_of_a_million(0.0039);
    result.outcomes = {{"visited", true, true, share_of_a_million(0.3654)},
                       {"competitor", false, false, share_of_a_million(0.04)}};
    result.causes = causes({0.29, 0.0901, 0.15, 0.02, 0.04, 0.0006});
    result.stages = {{"learn", share_of_a_million(1), with_error(0.2801, 0.00045)},
                     {"book", share_of_a_million(0.7199), with_error(0.4033, 0.0006)},
                     {"go", share_of_a_million(0.3896), with_error(0.0521, 0.0004)}};
    result.touchpoints = dentist_touchpoints();
    result.personas = {
        {"anxious", share_of_a_million(0.4), with_error(0.251, 0.0007), with_error(0.64, 0.0008)},
        {"calm", share_of_a_million(0.6), with_error(0.4417, 0.0006), with_error(0.4272, 0.0006)}};
    add_money_and_time(result, is_english ? 1 : 27'000);
    result.cohort = SimulationResult::Cohort{50'000, {18'270, 108, 18'058, 18'482, {}, {}}};
    return made;
}

JourneyWithResult least() {
    JourneyWithResult made;
    made.journey = journey("only", {touchpoint("only", {{"done", 1.0}})});
    made.journey.outcomes = {outcome("done")};
    auto& result = made.result;
    result.generator = "threefry4x32-20";
    result.settings.customers = 1;
    result.success = result.lost = result.ghosted = result.left_openly = result.in_progress =
        share_of_a_million(0);
    result.success = share_of_a_million(1);
    result.outcomes = {{"done", true, true, share_of_a_million(1)}};
    result.causes = causes({});
    auto only = never_reached("only");
    only.reach = only.visits = share_of_a_million(1);
    only.drop_off = share_of_a_million(0);
    only.good = only.bad = share_of_a_million(0);
    only.neutral = share_of_a_million(1);
    only.goodwill = Estimate{};
    only.goodwill_p10 = only.goodwill_p90 = 0;
    result.touchpoints = {only};
    result.personas = {
        {"everyone", share_of_a_million(1), share_of_a_million(1), share_of_a_million(0)}};
    return made;
}

}  // namespace cjm::testing
