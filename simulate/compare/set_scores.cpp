#include "simulate/compare/set_scores.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/interval.hpp"
#include "simulate/compare/exact_difference.hpp"
#include "simulate/compare/sampled.hpp"
#include "simulate/estimate/estimate.hpp"
#include "simulate/exact/answer.hpp"
#include "simulate/resolve.hpp"
#include "simulate/sensitivity/metric_run.hpp"

namespace cjm::simulate {
namespace {

double signed_for(Metric metric, double value) {
    return less_is_better(metric) ? -value : value;
}

class SolvedScores final : public SetScores {
  public:
    using SetScores::SetScores;

    /// false where the journey as it is has no exact value
    bool begin() {
        const auto journey = market_.make({});
        as_is_ = journey ? value_of(*journey) : std::nullopt;
        return as_is_.has_value();
    }

    bool score(const std::vector<ScenarioSet>& sets) override {
        for (const ScenarioSet& set : sets) {
            if (control_.stop != nullptr && control_.stop->load()) return false;
            if (scores_.contains(set)) continue;
            const auto journey = market_.make(set);
            const auto value = journey ? value_of(*journey) : std::nullopt;
            scores_[set] = value ? std::optional(Score{*value - *as_is_, 0}) : std::nullopt;
        }
        return true;
    }

    bool settle(BudgetResult& result) override {
        double best = 0;
        for (const auto& [set, score] : scores_)
            if (score) best = std::max(best, score->gain);
        const double equal = 1e-9 * std::max(std::fabs(*as_is_), std::fabs(best));
        std::vector<ScenarioSet> equals;
        for (const auto& [set, score] : scores_)
            if (score && score->gain >= best - equal) equals.push_back(set);
        std::sort(equals.begin(), equals.end(),
                  [this](const auto& a, const auto& b) { return cheaper(a, b); });
        const ScenarioSet chosen = equals.front();
        equals.erase(equals.begin());
        choose(chosen, equals, result);
        result.exact = true;
        const auto before = answer_exactly(*market_.make({}), settings_).result;
        const auto after = answer_exactly(*market_.make(chosen), settings_).result;
        if (before && after) set_exact_difference(*after, *before, result.difference, true);
        return part(chosen, result);
    }

  private:
    /// false where stopped
    bool part(const ScenarioSet& chosen, BudgetResult& result) {
        const auto rests = one_fewer(chosen);
        if (!score(rests)) return false;
        std::vector<MaybeEstimate> adds;
        for (const ScenarioSet& rest : rests) {
            adds.emplace_back();
            const auto& without = scores_.at(rest);
            if (!without) continue;
            const double more = signed_for(metric_, scores_.at(chosen)->gain - without->gain);
            adds.back() = Estimate{more, 0, more, more, more, {}};
        }
        add_parts(chosen, adds, result);
        return true;
    }

    std::optional<double> value_of(const Journey& journey) const {
        if (!journey.horizon_days) {
            const auto value = solve_metric(journey, metric_).value;
            return value ? std::optional(signed_for(metric_, *value)) : std::nullopt;
        }
        const auto answer = answer_exactly(journey, settings_);
        const auto figure =
            answer.result ? figure_of(*answer.result, figure_of(metric_)) : std::nullopt;
        return figure ? std::optional(signed_for(metric_, figure->estimate)) : std::nullopt;
    }

    std::optional<double> as_is_;
};

class SampledScores final : public SetScores {
  public:
    SampledScores(const Market& market, Metric metric, const RunSettings& settings,
                  const RunControl& control, std::uint64_t customers)
        : SetScores(market, metric, settings, control), customers_(customers) {}

    bool score(const std::vector<ScenarioSet>& sets) override {
        std::vector<ScenarioSet> fresh;
        for (const ScenarioSet& set : sets)
            if (!scores_.contains(set)) fresh.push_back(set);
        for (std::size_t i = 0; i < fresh.size(); i += sets_at_once) {
            const auto end = std::min(fresh.size(), i + sets_at_once);
            const std::vector<ScenarioSet> some(fresh.begin() + static_cast<std::ptrdiff_t>(i),
                                                fresh.begin() + static_cast<std::ptrdiff_t>(end));
            const auto walked = walk(some, customers_);
            if (!walked) return false;
            for (std::size_t k = 0; k < some.size(); ++k) scores_[some[k]] = walked->scores[k];
        }
        return true;
    }

    bool settle(BudgetResult& result) override {
        std::vector<ScenarioSet> hopeful = contenders();
        std::vector<ScenarioSet> untold;
        if (hopeful.size() > sets_at_once) {
            untold.assign(hopeful.begin() + sets_at_once, hopeful.end());
            hopeful.resize(sets_at_once);
        }
        const auto walked = walk(hopeful, settings_.customers);
        if (!walked) return false;
        std::size_t best = 0;
        for (std::size_t i = 1; i < hopeful.size(); ++i)
            if (better(*walked, hopeful, i, best)) best = i;
        for (std::size_t i = 0; i < hopeful.size(); ++i)
            if (i != best && walked->scores[i] && !told(*walked, i, best) &&
                !same(hopeful[i], hopeful[best]))
                untold.push_back(hopeful[i]);
        choose(hopeful[best], untold, result);
        result.difference = walked->differences[best];
        return part(hopeful[best], result);
    }

  private:
    struct Walked {
        std::vector<std::optional<Score>> scores;   ///< by set
        std::vector<DifferenceResult> differences;  ///< by set
        std::vector<double> covariance;             ///< of the metric's differences
    };

    /// false where stopped
    bool part(const ScenarioSet& chosen, BudgetResult& result) const {
        const auto rests = one_fewer(chosen);
        std::vector<MaybeEstimate> adds;
        for (std::size_t first = 0; first < rests.size(); first += sets_at_once - 1) {
            std::vector<ScenarioSet> sets{chosen};
            const auto end = std::min(rests.size(), first + sets_at_once - 1);
            sets.insert(sets.end(), rests.begin() + static_cast<std::ptrdiff_t>(first),
                        rests.begin() + static_cast<std::ptrdiff_t>(end));
            const auto walked = walk(sets, settings_.customers);
            if (!walked) return false;
            for (std::size_t i = 1; i < sets.size(); ++i) adds.push_back(apart(*walked, 0, i));
        }
        add_parts(chosen, adds, result);
        return true;
    }

    /// The metric of one set less that of another, over the same customers.
    [[nodiscard]] MaybeEstimate apart(const Walked& walked, std::size_t one,
                                      std::size_t other) const {
        const auto &a = walked.scores[one], &b = walked.scores[other];
        if (!a || !b) return std::nullopt;
        const double difference = signed_for(metric_, a->gain - b->gain);
        const double error = error_apart(walked, one, other);
        const double reach = Confidence(settings_.confidence).z * error;
        return Estimate{difference, error, difference - reach, difference + reach, {}, {}};
    }

    /// Sets whose interval reaches that of the best by estimate, all intervals holding at once;
    /// the best first.
    [[nodiscard]] std::vector<ScenarioSet> contenders() const {
        const double doubt = (1 - settings_.confidence) / static_cast<double>(scores_.size());
        const double z = Confidence(1 - doubt).z;
        double floor = 0;  // the journey as it is, which is among them
        for (const auto& [set, score] : scores_)
            if (score) floor = std::max(floor, score->gain - z * score->error);
        std::vector<ScenarioSet> hopeful;
        for (const auto& [set, score] : scores_)
            if (score && score->gain + z * score->error >= floor) hopeful.push_back(set);
        std::sort(hopeful.begin(), hopeful.end(), [this](const auto& a, const auto& b) {
            const double one = scores_.at(a)->gain, other = scores_.at(b)->gain;
            return one != other ? one > other : cheaper(a, b);
        });
        return hopeful;
    }

    bool better(const Walked& walked, const std::vector<ScenarioSet>& sets, std::size_t one,
                std::size_t other) const {
        const auto &a = walked.scores[one], &b = walked.scores[other];
        if (!a || !b) return a.has_value();
        return a->gain != b->gain ? a->gain > b->gain : cheaper(sets[one], sets[other]);
    }

    /// Standard error of the difference between two sets that the same customers walked through.
    static double error_apart(const Walked& walked, std::size_t one, std::size_t other) {
        const std::size_t n = walked.scores.size();
        const auto at = [&](std::size_t i, std::size_t j) { return walked.covariance[i * n + j]; };
        return std::sqrt(std::max(at(one, one) + at(other, other) - 2 * at(one, other), 0.0));
    }

    /// Whether two sets are told apart by customers who walked through both.
    bool told(const Walked& walked, std::size_t one, std::size_t other) const {
        const double difference = walked.scores[one]->gain - walked.scores[other]->gain;
        const double z = Confidence(settings_.confidence).z;
        return std::fabs(difference) > z * error_apart(walked, one, other);
    }

    /// Whether two sets make the same journey, so that more customers would not tell them apart.
    [[nodiscard]] bool same(const ScenarioSet& one, const ScenarioSet& other) const {
        const auto a = market_.make(one), b = market_.make(other);
        return a && b && a->acquisition_cost.likely == b->acquisition_cost.likely &&
               a->scenario_cost_per_customer == b->scenario_cost_per_customer &&
               resolve(*a) == resolve(*b);
    }

    std::optional<Walked> walk(const std::vector<ScenarioSet>& sets,
                               std::uint64_t customers) const {
        std::vector<Journey> journeys{*market_.make({})};
        std::vector<std::size_t> at(sets.size());  // position among the journeys; 0: none
        for (std::size_t i = 0; i < sets.size(); ++i)
            if (auto journey = market_.make(sets[i])) {
                at[i] = journeys.size();
                journeys.push_back(*std::move(journey));
            }
        const std::vector<Variant> variants = variants_to_compare(journeys);
        RunControl quiet;
        quiet.stop = control_.stop;
        quiet.instruction_set = control_.instruction_set;
        const auto tally = tally_paired(variants, {joint_figure(metric_), nullptr, true},
                                        settings_.seed, {0, customers}, settings_.threads, quiet);
        if (!tally) return std::nullopt;
        std::vector<SimulationResult> results;
        RunSettings settings = settings_;
        settings.customers = customers;
        for (std::size_t i = 0; i < journeys.size(); ++i)
            results.push_back(estimate(journeys[i], variants[i].journey, variants[i].amounts,
                                       tally->tallies[i], settings));
        return read({journeys, variants, *tally, results}, at);
    }

    Walked read(const PairedEvidence& evidence, const std::vector<std::size_t>& at) const {
        const ComparedFigure figure = figure_of(metric_);
        Walked walked;
        const bool exists = figure_of(evidence.results[0], figure).has_value();
        const std::size_t all = evidence.journeys.size() - 1;
        const std::vector<double> covariance =
            exists ? joint_covariance(evidence, metric_) : std::vector<double>(all * all);
        for (std::size_t i = 0; i < at.size(); ++i) {
            DifferenceResult difference;
            if (at[i] > 0) difference = sampled_differences(evidence, at[i], false);
            const MaybeEstimate& metric = difference.of(figure);
            walked.scores.push_back(metric
                                        ? std::optional(Score{signed_for(metric_, metric->estimate),
                                                              metric->standard_error})
                                        : std::nullopt);
            walked.differences.push_back(difference);
            for (std::size_t j = 0; j < at.size(); ++j)
                walked.covariance.push_back(
                    at[i] > 0 && at[j] > 0 ? covariance[(at[i] - 1) * all + at[j] - 1] : 0);
        }
        return walked;
    }

    std::uint64_t customers_;
};

}  // namespace

double SetScores::cost(const ScenarioSet& set) const {
    double sum = 0;
    for (const std::size_t scenario : set) sum += market_.costs[scenario];
    return sum;
}

std::vector<std::string> SetScores::names(const ScenarioSet& set) const {
    std::vector<std::string> list;
    for (const std::size_t scenario : set) list.push_back(market_.ids[scenario]);
    return list;
}

bool SetScores::cheaper(const ScenarioSet& one, const ScenarioSet& other) const {
    const double a = cost(one), b = cost(other);
    if (a != b) return a < b;
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

void SetScores::choose(const ScenarioSet& best, const std::vector<ScenarioSet>& ties,
                       BudgetResult& result) const {
    result.chosen = names(best);
    result.cost = cost(best);
    for (const ScenarioSet& tie : ties) result.ties.push_back(names(tie));
    result.sets = scores_.size();
}

void SetScores::add_parts(const ScenarioSet& set, const std::vector<MaybeEstimate>& adds,
                          BudgetResult& result) const {
    for (std::size_t i = 0; i < adds.size(); ++i)
        result.parts.push_back({market_.ids[set[i]], market_.costs[set[i]], adds[i]});
}

std::vector<ScenarioSet> one_fewer(const ScenarioSet& set) {
    std::vector<ScenarioSet> sets;
    if (set.size() < 2) return sets;
    for (const std::size_t scenario : set) {
        sets.push_back(set);
        std::erase(sets.back(), scenario);
    }
    return sets;
}

std::unique_ptr<SetScores> solved_scores(const Market& market, Metric metric,
                                         const RunSettings& settings, const RunControl& control) {
    auto scores = std::make_unique<SolvedScores>(market, metric, settings, control);
    if (!scores->begin()) return nullptr;
    return scores;
}

std::unique_ptr<SetScores> sampled_scores(const Market& market, Metric metric,
                                          const RunSettings& settings, const RunControl& control,
                                          std::uint64_t customers) {
    return std::make_unique<SampledScores>(market, metric, settings, control, customers);
}

}  // namespace cjm::simulate
