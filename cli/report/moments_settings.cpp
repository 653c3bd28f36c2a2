// The section of a report on moments of truth that says how its numbers were made.
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/moments_document.hpp"
#include "cli/report/settings_rows.hpp"

namespace cjm::cli {
namespace {

std::string goodwill_text(const MomentsWords& words) {
    const auto& goodwill = words.journey.goodwill;
    const auto points = [&](const Integer& value) {
        return words.number().signed_number(static_cast<double>(value.value), 0);
    };
    return words.say(Message::goodwill_meaning, points(goodwill.good), points(goodwill.bad),
                     words.number().number(goodwill.hazard_ratio.likely));
}

std::string draws_text(const MomentsWords& words) {
    const MomentsResult& result = words.result;
    const auto count = [&](std::uint64_t n) {
        return words.number().count(static_cast<double>(n));
    };
    std::string text =
        result.customers_per_draw == 0
            ? words.say(Message::moments_draws_exact, count(result.settings.parameter_draws))
            : words.say(Message::moments_draws_sampled, count(result.settings.parameter_draws),
                        count(result.customers_per_draw));
    if (result.impossible_draws > 0)
        text += "; " + words.say(Message::moments_draws_impossible, count(result.impossible_draws));
    return text;
}

void add_sampling(SettingsRows& rows, const MomentsWords& words) {
    const MomentsResult& result = words.result;
    if (!words.sampled()) return rows.add(Message::row_method, words.say(Message::method_exact));
    rows.add(Message::row_customers,
             words.number().count(static_cast<double>(result.settings.customers)));
    rows.add(Message::row_method, words.say(Message::moments_walked));
    rows.add(Message::row_seed, std::to_string(result.settings.seed));
    rows.add(Message::row_intervals, words.say(Message::moments_intervals, words.confidence()));
    rows.add(Message::row_generator, printable(result.generator));
}

}  // namespace

Section moments_settings_section(const MomentsWords& words, const Provenance& provenance) {
    const MomentsResult& result = words.result;
    SettingsRows rows(words);
    rows.add(Message::row_metric, words.metric());
    rows.add(Message::row_minimum_effect,
             words.say(Message::minimum_effect_meaning, words.difference(result.minimum_effect)));
    add_sampling(rows, words);
    rows.add(Message::row_horizon, result.horizon_days
                                       ? words.number().duration(*result.horizon_days)
                                       : words.say(Message::horizon_none));
    const auto scenario = words.scenario();
    rows.add(Message::row_scenario,
             scenario.empty() ? words.say(Message::scenario_none) : scenario);
    rows.add(Message::row_goodwill, goodwill_text(words));
    if (result.settings.parameter_draws > 0)
        rows.add(Message::row_moments_draws, draws_text(words));
    return rows.section(provenance);
}

}  // namespace cjm::cli
