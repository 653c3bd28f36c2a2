// What a comparison says if nothing else is read.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/report/comparison_document.hpp"
#include "cli/report/comparison_words.hpp"

namespace cjm::cli {
namespace {

/// By how much a scenario is better in the metric; positive is better.
double gain(const ComparisonWords& words, const ScenarioComparison& scenario) {
    const auto& difference = scenario.difference.of(words.metric_figure());
    if (!difference) return 0;
    return less_is_better(words.comparison().metric) ? -difference->estimate : difference->estimate;
}

std::string probability_sentence(const ComparisonWords& words, const ScenarioComparison& best) {
    const auto& result = words.comparison();
    const auto probability = words.probability(best.probability_best);
    if (result.draws > 0)
        return words.say(Message::compare_best_draws, probability,
                         words.number().count(static_cast<double>(result.draws)));
    return words.say(Message::compare_best_probability, probability);
}

std::string best_sentence(const ComparisonWords& words, std::size_t best) {
    const auto& scenario = words.comparison().scenarios[best];
    const ComparedFigure figure = words.metric_figure();
    const auto& difference = scenario.difference.of(figure);
    const auto title = words.scenario_title(best);
    const auto changed = words.difference(figure, difference);
    const bool lower = less_is_better(words.comparison().metric);
    if (!words.sampled())
        return words.say(lower ? Message::compare_best_lower_exact : Message::compare_best_exact,
                         title, words.metric(), changed);
    return words.say(lower ? Message::compare_best_lower : Message::compare_best, title,
                     words.metric(), changed, words.difference_interval(figure, difference));
}

/// Scenarios that may as well be the best, as far as sampling tells.
std::string close_ones(const ComparisonWords& words, std::size_t best) {
    const auto& result = words.comparison();
    if (!words.sampled() || result.draws > 0) return {};
    const double doubt = 1 - result.baseline.settings.confidence;
    std::string list;
    for (std::size_t i = 0; i < result.scenarios.size(); ++i)
        if (i != best && result.scenarios[i].probability_best.value_or(0) > doubt)
            list += (list.empty() ? "“" : ", “") + words.scenario_title(i) + "”";
    return list;
}

std::vector<std::string> verdict(const ComparisonWords& words) {
    const auto& result = words.comparison();
    const ComparedFigure figure = words.metric_figure();
    const auto& scenarios = result.scenarios;
    const bool any = std::any_of(scenarios.begin(), scenarios.end(), [&](const auto& scenario) {
        return differs(scenario.difference.of(figure));
    });
    const bool unknown = std::none_of(
        scenarios.begin(), scenarios.end(),
        [&](const auto& scenario) { return scenario.difference.of(figure).has_value(); });
    if (unknown && !words.sampled())
        return {words.say(Message::compare_no_difference_solved, words.metric())};
    const bool unchanged = std::all_of(
        scenarios.begin(), scenarios.end(),
        [&](const auto& scenario) { return surely_equal(scenario.difference.of(figure)); });
    if (!any)
        return {words.say(words.sampled() && !unchanged ? Message::compare_none_distinguishable
                                                        : Message::compare_none_different,
                          words.metric())};
    const auto best =
        static_cast<std::size_t>(std::max_element(scenarios.begin(), scenarios.end(),
                                                  [&](const auto& a, const auto& b) {
                                                      return gain(words, a) < gain(words, b);
                                                  }) -
                                 scenarios.begin());
    const bool better =
        gain(words, scenarios[best]) > 0 && differs(scenarios[best].difference.of(figure));
    if (!better) return {words.say(Message::compare_none_better, words.metric())};
    std::string sentence = best_sentence(words, best);
    if (words.sampled() || result.draws > 0)
        sentence += " " + probability_sentence(words, scenarios[best]);
    const auto close = close_ones(words, best);
    if (!close.empty()) sentence += " " + words.say(Message::compare_not_told_from_best, close);
    return {sentence};
}

/// Whether the metric may exist, and only no exact value of it is known well enough.
bool not_solved(const ComparisonWords& words) {
    if (words.sampled()) return false;
    if (words.comparison().metric != simulate::Metric::lifetime_value) return true;
    const MaybeEstimate purchases =
        figure_of(words.comparison().baseline, ComparedFigure::purchases);
    return !purchases || purchases->estimate > 0;
}

}  // namespace

std::vector<std::string> comparison_headline(const ComparisonWords& words) {
    const ComparedFigure figure = words.metric_figure();
    const MaybeEstimate baseline = figure_of(words.comparison().baseline, figure);
    if (!baseline)
        return {words.say(
            not_solved(words) ? Message::compare_not_solved : Message::compare_without_metric,
            words.metric())};
    std::vector<std::string> paragraphs{
        words.say(Message::compare_baseline, words.metric(), words.value(figure, baseline))};
    for (auto& sentence : verdict(words)) paragraphs[0] += " " + sentence;
    return paragraphs;
}

}  // namespace cjm::cli
