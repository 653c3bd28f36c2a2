#include "cli/report/simulation_headline.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::cli {
namespace {

/// What counts as success, such as "Booked or Called back".
std::string success_names(const SimulationWords& words) {
    std::vector<std::string> names;
    for (const auto& outcome : words.result.outcomes)
        if (outcome.is_success) names.push_back(words.outcome(outcome.id));
    if (in_progress_is_success(words.journey)) {
        const auto horizon = words.result.horizon_days;
        names.push_back(
            horizon ? words.say(Message::success_in_progress, words.number().duration(*horizon))
                    : words.say(Message::in_progress));
    }
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        list += i == 0 ? "" : last ? words.say(Message::list_or) : ", ";
        list += names[i];
    }
    return list.empty() ? no_value : list;
}

std::string success_sentence(const SimulationWords& words) {
    const auto& result = words.result;
    const auto customers = static_cast<double>(result.settings.customers);
    const auto counted = words.number().count(customers);
    const auto& success = result.success;
    if (!words.sampled() && std::isnan(success.estimate))
        return words.say(Message::headline_success_unsolved, success_names(words));
    if (!words.sampled())
        return words.say(Message::headline_success_exact, words.share(success),
                         success_names(words));
    if (customers == 1)
        return words.say(Message::headline_success_one_customer,
                         words.number().percent(success.estimate), success_names(words));
    if (success.estimate == 0)
        return words.say(Message::headline_success_none, counted, success_names(words),
                         words.number().percent({success.high, success.high, 0, 0, {}, {}}));
    if (success.estimate == 1)
        return words.say(Message::headline_success_all, counted, success_names(words));
    return words.say(Message::headline_success, counted, words.share(success),
                     words.share_interval(success), success_names(words));
}

/// The touchpoint where most customers are lost in the way that `lost_here` measures.
struct Worst {
    std::size_t touchpoint = 0;
    double share = 0;  ///< of all customers
    bool only = true;  ///< nowhere else is anybody lost so
};

template <class LostHere>
Worst find_worst(const SimulationResult& result, LostHere lost_here) {
    Worst worst;
    int places = 0;
    for (std::size_t i = 0; i < result.touchpoints.size(); ++i) {
        const double share = lost_here(result.touchpoints[i]);
        if (share > 0) ++places;
        if (share > worst.share) worst = {i, share, true};
    }
    worst.only = places < 2;
    return worst;
}

std::string ghosted_sentence(const SimulationWords& words) {
    const auto& result = words.result;
    if (result.ghosted.estimate == 0) return words.say(Message::headline_ghosted_none);
    const auto worst = find_worst(result, [](const auto& t) { return t.ghosted.estimate; });
    const auto ghosted = words.share(result.ghosted);
    if (worst.only)
        return words.say(Message::headline_ghosted_only, ghosted,
                         words.touchpoint(worst.touchpoint));
    return words.say(Message::headline_ghosted, ghosted, words.touchpoint(worst.touchpoint),
                     words.share(result.touchpoints[worst.touchpoint].ghosted));
}

std::string open_sentence(const SimulationWords& words) {
    const auto& result = words.result;
    const auto worst = find_worst(
        result, [](const auto& t) { return std::max(0.0, t.left.estimate - t.ghosted.estimate); });
    const auto open = words.share(result.left_openly);
    if (worst.only)
        return words.say(Message::headline_open_only, open, words.touchpoint(worst.touchpoint));
    auto there = result.touchpoints[worst.touchpoint].left;
    there.estimate = worst.share;
    return words.say(Message::headline_open, open, words.touchpoint(worst.touchpoint),
                     words.share(there));
}

/// Whether exact figures are missing whose error under the horizon has no small bound.
bool some_unsolved(const SimulationResult& result) {
    const auto missing = [](const Estimate& figure) { return std::isnan(figure.estimate); };
    return missing(result.lost) || missing(result.ghosted) || missing(result.left_openly) ||
           std::any_of(result.touchpoints.begin(), result.touchpoints.end(),
                       [&](const auto& t) { return missing(t.reach) || missing(t.left); });
}

std::string year_sentence(const SimulationWords& words) {
    const auto& cohort = *words.result.cohort;
    const Estimate& successes = cohort.averaged ? *cohort.averaged : cohort.successes;
    const auto& number = words.number();
    const auto message = cohort.customers == words.customers_per_year() ? Message::headline_year
                                                                        : Message::headline_cohort;
    const auto customers =
        words.say(plural(cohort.customers, Message::customers_one, Message::customers_many),
                  number.count(cohort.customers));
    return words.say(message, customers, number.count(successes.estimate),
                     number.interval(successes.low, successes.high, 0), words.confidence());
}

}  // namespace

std::vector<std::string> headline(const SimulationWords& words) {
    const auto& result = words.result;
    if (std::isnan(result.success.estimate)) return {success_sentence(words)};
    std::string paragraph = success_sentence(words);
    const auto add = [&](const std::string& sentence) { paragraph += " " + sentence; };
    add(ghosted_sentence(words));
    if (result.left_openly.estimate > 0) add(open_sentence(words));
    for (const auto& outcome : result.outcomes)
        if (!outcome.is_success && outcome.share.estimate > 0)
            add(words.say(Message::headline_outcome_lost, words.share(outcome.share),
                          words.outcome(outcome.id)));
    if (result.in_progress.estimate > 0 && result.horizon_days)
        add(words.say(Message::headline_in_progress, words.share(result.in_progress),
                      words.number().duration(*result.horizon_days)));
    if (some_unsolved(result)) add(words.say(Message::headline_some_unsolved));
    std::vector<std::string> paragraphs{paragraph};
    if (result.cohort) paragraphs.push_back(year_sentence(words));
    return paragraphs;
}

}  // namespace cjm::cli
