// The section of a simulation's report that says how its numbers were made.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/settings_rows.hpp"
#include "cli/report/simulation_tables.hpp"

namespace cjm::cli {
namespace {

/// "9 touchpoints: 3 from logs, 6 assumed"; what says nothing is assumed.
std::string evidence_text(const SimulationWords& words) {
    static constexpr std::array kinds{
        std::pair{EvidenceKind::log, Message::evidence_log},
        std::pair{EvidenceKind::survey, Message::evidence_survey},
        std::pair{EvidenceKind::cited, Message::evidence_cited},
        std::pair{EvidenceKind::expert, Message::evidence_expert},
        std::pair{EvidenceKind::assumed, Message::evidence_assumed},
    };
    const auto& touchpoints = words.journey.touchpoints;
    const auto count = [&](double n) { return words.number().count(n); };
    std::string list;
    for (const auto& [kind, message] : kinds) {
        int n = 0;
        for (const auto& touchpoint : touchpoints)
            n += (touchpoint.evidence ? touchpoint.evidence->kind : EvidenceKind::assumed) == kind;
        if (n > 0) list += (list.empty() ? "" : ", ") + words.say(message, count(n));
    }
    const auto all = static_cast<double>(touchpoints.size());
    return words.say(plural(all, Message::evidence_one, Message::evidence_many), count(all), list);
}

std::string goodwill_text(const SimulationWords& words) {
    const auto& goodwill = words.journey.goodwill;
    const auto points = [&](const Integer& value) {
        return words.number().signed_number(static_cast<double>(value.value), 0);
    };
    return words.say(Message::goodwill_meaning, points(goodwill.good), points(goodwill.bad),
                     words.number().number(goodwill.hazard_ratio.likely));
}

/// How far the sampled figures lie from the exact ones.
std::string agreement_text(const SimulationWords& words) {
    constexpr double doubtful = 1e-4;  // by chance alone in one run of ten thousand
    const auto& agreement = *words.result.agreement;
    const auto& number = words.number();
    const int decimals = agreement.p_value >= 0.01 ? 2 : 4;
    const auto message =
        agreement.p_value < doubtful ? Message::agreement_doubtful : Message::agreement_meaning;
    return words.say(message, number.count(static_cast<double>(agreement.compared)),
                     number.number(agreement.largest_z, 1),
                     number.number(agreement.p_value, decimals));
}

/// The largest bound of a share, rounded up to one digit; none where only rounding is off.
std::optional<std::string> largest_bound(const SimulationWords& words) {
    const SimulationResult& result = words.result;
    double largest = 0;
    const auto add = [&](const Estimate& share) {
        if (std::isfinite(share.estimate))
            largest = std::max(largest, share.exact_error.value_or(0));
    };
    for (const auto* share :
         {&result.success, &result.lost, &result.ghosted, &result.left_openly, &result.in_progress})
        add(*share);
    for (const auto& outcome : result.outcomes) add(outcome.share);
    for (const auto& cause : result.causes) add(cause.share);
    for (const auto& stage : result.stages) add(stage.reach);
    for (const auto& touchpoint : result.touchpoints) {
        add(touchpoint.reach);
        add(touchpoint.left);
    }
    constexpr double rounding = 1e-9;  // smaller ones are not worth a word
    if (largest < rounding) return std::nullopt;
    constexpr int most_digits = 9;
    double percent = 100 * largest, step = 1;
    int digits = 0;
    for (; digits < most_digits && percent < step; ++digits) step /= 10;
    return words.number().percent(std::ceil(percent / step) * step / 100, digits);
}

std::string method_text(const SimulationWords& words) {
    const auto bound = largest_bound(words);
    return bound ? words.say(Message::method_exact_bound, *bound)
                 : words.say(Message::method_exact);
}

/// Whether any experience was other than neutral, so that the assumed points move the figures.
bool goodwill_matters(const SimulationResult& result) {
    return std::any_of(result.touchpoints.begin(), result.touchpoints.end(),
                       [](const auto& t) { return t.neutral && t.neutral->estimate < 1; });
}

}  // namespace

std::optional<Section> settings_section(const SimulationWords& words,
                                        const Provenance& provenance) {
    const auto& result = words.result;
    const auto& number = words.number();
    SettingsRows rows(words);
    const auto add = [&](Message title, std::string value) { rows.add(title, std::move(value)); };
    if (words.sampled()) {
        add(Message::row_customers, number.count(static_cast<double>(result.settings.customers)));
        add(Message::row_seed, std::to_string(result.settings.seed));
    } else {
        add(Message::row_method, method_text(words));
    }
    if (result.agreement) add(Message::row_agreement, agreement_text(words));
    add(Message::row_horizon, result.horizon_days ? number.duration(*result.horizon_days)
                                                  : words.say(Message::horizon_none));
    const auto scenario = words.scenario();
    add(Message::row_scenario, scenario.empty() ? words.say(Message::scenario_none) : scenario);
    if (words.sampled())
        add(Message::row_intervals, words.say(Message::intervals_meaning, words.confidence()));
    if (goodwill_matters(result)) add(Message::row_goodwill, goodwill_text(words));
    add(Message::row_evidence, evidence_text(words));
    if (words.sampled()) add(Message::row_generator, printable(result.generator));
    return rows.section(provenance);
}

}  // namespace cjm::cli
