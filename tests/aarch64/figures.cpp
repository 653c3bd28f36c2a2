// Prints every figure of two journeys that use every wait, with all its bits: what is compared
// between processors. Needs no library that would have to be installed for the other one.
#include <cstdio>
#include <optional>
#include <string>

#include "simulate/exact/answer.hpp"
#include "simulate/exact/horizon.hpp"
#include "simulate/simulate.hpp"
#include "tests/support/hand_made.hpp"

using namespace cjm;

namespace {

Wait law(WaitKind kind, double mean, double sd = 0) {
    Wait wait;
    wait.kind = kind;
    wait.mean = mean;
    wait.sd = sd;
    return wait;
}

Wait between(WaitKind kind, double low, double likely, double high) {
    Wait wait;
    wait.kind = kind;
    wait.low = low;
    wait.likely = likely;
    wait.high = high;
    return wait;
}

Wait weibull(double shape, double scale) {
    Wait wait;
    wait.kind = WaitKind::weibull;
    wait.shape = shape;
    wait.scale = scale;
    return wait;
}

Touchpoint looking() {
    Touchpoint look = testing::touchpoint("look", {{"look", 0.2}, {"ask", 0.3}, {"buy", 0.4}});
    look.behaviour.experience = testing::experience(0.3, 0.2);
    look.behaviour.wait = testing::waits({{"look", law(WaitKind::exponential, 0.7)},
                                          {"ask", law(WaitKind::lognormal, 2, 2.5)},
                                          {"buy", between(WaitKind::pert, 0.5, 1, 7)}});
    look.behaviour.patience = testing::table({{"ask", 9.0}});
    look.behaviour.causes =
        testing::table({{"dissatisfaction", 0.5}, {"price", 0.3}, {"neglect", 0.2}});
    look.behaviour.silent = 0.7;
    look.channel = Text{"web", {}};
    return look;
}

Touchpoint asking() {
    Touchpoint ask = testing::touchpoint("ask", {{"look", 0.5}, {"buy", 0.3}, {"lost", 0.1}});
    ask.behaviour.experience = testing::experience(0.5, 0.3);
    ask.behaviour.after[static_cast<std::size_t>(Experience::bad)] =
        testing::next({{"look", 0.3}, {"lost", 0.4}});
    ask.behaviour.wait = testing::waits(
        {{"look", law(WaitKind::gamma, 3, 2)}, {"buy", between(WaitKind::uniform, 1, 0, 4)}});
    ask.behaviour.patience = testing::table({{"look", 6.0}, {"buy", 20.0}});
    ask.behaviour.effort = 1.25;
    ask.behaviour.cost = 4.1;
    ask.behaviour.weight = Integer{2, {}};
    ask.channel = Text{"phone", {}};
    return ask;
}

Touchpoint buying() {
    Touchpoint buy = testing::touchpoint("buy", {{"buy", 0.3}, {"done", 0.6}});
    buy.behaviour.experience = testing::experience(0.7, 0.05);
    buy.behaviour.wait =
        testing::waits({{"buy", weibull(0.8, 30)}, {"done", testing::fixed_wait(2)}});
    buy.behaviour.revenue = 19.99;
    buy.behaviour.cost = 3;
    buy.behaviour.refers = 0.05;
    return buy;
}

Journey shop() {
    Journey journey = testing::journey("look", {looking(), asking(), buying()});
    Persona strict = testing::persona("strict", 0.4);
    strict.hazard = testing::table({{"price", 1.7}, {"delay", 1.3}});
    strict.goodwill = Integer{-3, {}};
    journey.personas = {testing::persona("calm", 0.6), strict};
    journey.goodwill.fade = 0.15;
    journey.goodwill.hazard_ratio = 2.3;
    journey.friction.goodwill.value = -2;
    journey.friction.effort = 0.5;
    journey.discount_rate = 0.08;
    return journey;
}

void print(const char* name, const Estimate& e) {
    std::printf("%s %a %a %a %a %a\n", name, e.estimate, e.standard_error, e.low, e.high,
                e.exact.value_or(-1));
}

void print(const char* name, const MaybeEstimate& estimate) {
    if (estimate) print(name, *estimate);
}

void print(const char* name, const std::optional<DurationSummary>& duration) {
    if (!duration) return;
    print(name, duration->mean);
    std::printf("%s %a %a %a\n", name, duration->p10.value_or(-1), duration->p50.value_or(-1),
                duration->p90.value_or(-1));
}

void print(const TouchpointResult& touchpoint) {
    std::printf("touchpoint %s\n", touchpoint.id.c_str());
    print("reach", touchpoint.reach);
    print("visits", touchpoint.visits);
    print("left", touchpoint.left);
    print("ghosted", touchpoint.ghosted);
    print("good", touchpoint.good);
    print("bad", touchpoint.bad);
    print("goodwill", touchpoint.goodwill);
    print("first arrival", touchpoint.first_arrival_days);
    for (const auto& cause : touchpoint.causes) print(cause.id.c_str(), cause.share);
}

void print(const SimulationResult& result) {
    print("success", result.success);
    print("lost", result.lost);
    print("ghosted", result.ghosted);
    print("in progress", result.in_progress);
    for (const auto& touchpoint : result.touchpoints) print(touchpoint);
    for (const auto& persona : result.personas) print(persona.id.c_str(), persona.success);
    for (const auto& transition : result.transitions)
        print("transition", Estimate(transition.traversals));
    print("days", result.time_to_success_days);
    print("effort", result.effort);
    print("revenue", result.money.revenue);
    print("cost", result.money.cost);
    print("margin", result.money.margin);
    print("lifetime value", result.money.lifetime_value);
    if (result.word_of_mouth) print("newcomers", result.word_of_mouth->newcomers);
    if (result.survival)
        for (const double share : result.survival->still_on_the_way) std::printf("%a ", share);
    std::printf("\n");
}

void print(const simulate::ExactFigures& figures) {
    std::printf("ends %a %a %a\n", figures.success, figures.left, figures.silent);
    for (const auto& touchpoint : figures.touchpoints)
        std::printf("touchpoint %a %a %a %a\n", touchpoint.reach, touchpoint.visits,
                    touchpoint.goodwill, touchpoint.first_arrival_days);
    for (const double transition : figures.transitions) std::printf("%a ", transition);
    std::printf("\nmoney %a %a %a\n", figures.effort, figures.revenue, figures.cost);
}

}  // namespace

int main() {
    RunSettings settings;
    settings.customers = 20'000;
    Journey journey = shop();
    std::puts("sampled");
    print(*simulate::simulate(journey, settings));
    std::puts("exact");
    print(*simulate::answer_exactly(journey, settings).result);
    std::puts("under a horizon");
    journey.horizon_days = Sourced<double>{12, {}};
    print(*simulate::simulate(journey, settings));
    const auto solution = simulate::solve_horizon(simulate::resolve(journey), {2e7, 2e7});
    print(solution.figures);
    print(solution.errors);
}
