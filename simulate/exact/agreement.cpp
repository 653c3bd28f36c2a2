#include "simulate/exact/agreement.hpp"

#include <algorithm>
#include <cmath>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/interval.hpp"
#include "base/special_functions.hpp"

namespace cjm::simulate {
namespace {

constexpr double fewest = 1000;          // customers that a ratio over them is judged by
constexpr double time_tolerance = 1e-4;  // of a mean duration

/// P(|Z| >= z), Z standard normal: the upper tail of a chi-squared variable with one degree of
/// freedom.
double two_sided(double z) {
    return z > 0 ? exact::exp(exact::log_gamma_upper(0.5, exact::log(z * z / 2))) : 1;
}

/// Compares figure by figure.
class Comparison {
  public:
    explicit Comparison(const RunSettings& settings)
        : quantile_(Confidence(settings.confidence).z) {}

    /// A share of `trials` independent customers.
    void share(Estimate& sampled, const Estimate& exact, double trials) {
        sampled.exact = exact.exact;
        const double p = exact.estimate;
        if (!(trials > 0)) return;
        judge(sampled, p, std::max(sampled.standard_error, std::sqrt(p * (1 - p) / trials)));
    }
    void share(MaybeEstimate& sampled, const MaybeEstimate& exact, double trials) {
        if (sampled && exact) share(*sampled, *exact, trials);
    }

    /// A mean per customer of something that is never below 0.
    void mean(Estimate& sampled, const Estimate& exact) {
        sampled.exact = exact.exact;
        double error = sampled.standard_error;
        if (sampled.estimate > 0 && exact.estimate > sampled.estimate)
            error *= std::sqrt(exact.estimate / sampled.estimate);
        judge(sampled, exact.estimate, std::max(error, towards(sampled, exact.estimate)));
    }

    void difference(Estimate& sampled, const Estimate& exact) {
        sampled.exact = exact.exact;
        judge(sampled, exact.estimate,
              std::max(sampled.standard_error, towards(sampled, exact.estimate)));
    }

    /// A ratio over these customers.
    void ratio(MaybeEstimate& sampled, const MaybeEstimate& exact, double customers) {
        if (!sampled || !exact) return;
        sampled->exact = exact->exact;
        if (customers >= fewest && sampled->standard_error > 0) difference(*sampled, *exact);
    }

    void duration(std::optional<DurationSummary>& sampled,
                  const std::optional<DurationSummary>& exact, double customers) {
        if (!sampled || !exact) return;
        sampled->mean.exact = exact->mean.exact;
        // where nearly all take the same time, the few others decide: too few to judge by
        if (customers < fewest || sampled->p10 == sampled->p90) return;
        const double error =
            std::max(sampled->mean.standard_error, towards(sampled->mean, exact->mean.estimate));
        const double spare = time_tolerance * exact->mean.estimate;
        judge(sampled->mean, exact->mean.estimate, std::sqrt(error * error + spare * spare));
    }

    [[nodiscard]] std::optional<Agreement> agreement() const {
        if (compared_ == 0) return std::nullopt;
        const double p = static_cast<double>(compared_) * two_sided(largest_);
        return Agreement{compared_, largest_, std::min(1.0, p)};
    }

  private:
    /// Half-width of the interval on the side of the exact value, in standard errors of a normal
    /// law.
    [[nodiscard]] double towards(const Estimate& sampled, double exact) const {
        const double half = exact > sampled.estimate ? sampled.high - sampled.estimate
                                                     : sampled.estimate - sampled.low;
        return half / quantile_;
    }

    void judge(const Estimate& sampled, double exact, double error) {
        if (!(error > 0)) return;
        ++compared_;
        largest_ = std::max(largest_, std::abs(sampled.estimate - exact) / error);
    }

    double quantile_;
    std::size_t compared_ = 0;
    double largest_ = 0;
};

void compare_causes(Comparison& compare, std::vector<CauseResult>& sampled,
                    const std::vector<CauseResult>& exact, double customers) {
    for (std::size_t i = 0; i < sampled.size(); ++i)
        compare.share(sampled[i].share, exact[i].share, customers);
}

void compare_touchpoint(Comparison& compare, TouchpointResult& sampled,
                        const TouchpointResult& exact, double customers) {
    const double reached = sampled.reach.estimate * customers;
    compare.share(sampled.reach, exact.reach, customers);
    compare.mean(sampled.visits, exact.visits);
    compare.share(sampled.left, exact.left, customers);
    compare.share(sampled.ghosted, exact.ghosted, customers);
    compare.share(sampled.drop_off, exact.drop_off, reached);
    compare.share(sampled.good, exact.good, reached);
    compare.share(sampled.neutral, exact.neutral, reached);
    compare.share(sampled.bad, exact.bad, reached);
    compare.ratio(sampled.goodwill, exact.goodwill, reached);
    compare_causes(compare, sampled.causes, exact.causes, customers);
    compare.duration(sampled.first_arrival_days, exact.first_arrival_days, reached);
}

void compare_ends(Comparison& compare, SimulationResult& sampled, const SimulationResult& exact,
                  double customers) {
    compare.share(sampled.success, exact.success, customers);
    compare.share(sampled.lost, exact.lost, customers);
    compare.share(sampled.ghosted, exact.ghosted, customers);
    compare.share(sampled.left_openly, exact.left_openly, customers);
    sampled.in_progress.exact = exact.in_progress.exact;
    for (std::size_t i = 0; i < sampled.outcomes.size(); ++i)
        compare.share(sampled.outcomes[i].share, exact.outcomes[i].share, customers);
    compare_causes(compare, sampled.causes, exact.causes, customers);
    for (std::size_t i = 0; i < sampled.stages.size(); ++i) {
        StageResult& stage = sampled.stages[i];
        compare.share(stage.reach, exact.stages[i].reach, customers);
        compare.share(stage.drop_off, exact.stages[i].drop_off, stage.reach.estimate * customers);
    }
}

void compare_personas(Comparison& compare, SimulationResult& sampled, const SimulationResult& exact,
                      double customers) {
    for (std::size_t i = 0; i < sampled.personas.size(); ++i) {
        PersonaResult& persona = sampled.personas[i];
        const double own = persona.share.estimate * customers;
        compare.share(persona.share, exact.personas[i].share, customers);
        compare.share(persona.success, exact.personas[i].success, own);
        compare.share(persona.ghosted, exact.personas[i].ghosted, own);
    }
}

void compare_money(Comparison& compare, MoneyResult& sampled, const MoneyResult& exact,
                   double customers) {
    compare.mean(sampled.revenue, exact.revenue);
    compare.mean(sampled.cost, exact.cost);
    compare.difference(sampled.margin, exact.margin);
    compare.mean(sampled.purchases, exact.purchases);
    // about so many buyers: the sample does not say how many there were
    const double frequency = exact.purchase_frequency ? exact.purchase_frequency->estimate : 1;
    const double buyers = sampled.purchases.estimate * customers / frequency;
    compare.ratio(sampled.average_order_value, exact.average_order_value, buyers);
    compare.share(sampled.repeat_customer_rate, exact.repeat_customer_rate, buyers);
    compare.ratio(sampled.purchase_frequency, exact.purchase_frequency, buyers);
    compare.share(sampled.churn, exact.churn, buyers);
    compare.ratio(sampled.net_churn, exact.net_churn, buyers);
    compare.ratio(sampled.lifetime_value, exact.lifetime_value, buyers);
    compare.ratio(sampled.acquisition_cost_per_buyer, exact.acquisition_cost_per_buyer, buyers);
    compare.ratio(sampled.lifetime_value_to_acquisition_cost,
                  exact.lifetime_value_to_acquisition_cost, buyers);
}

void compare_word_of_mouth(Comparison& compare, SimulationResult& sampled,
                           const SimulationResult& exact, double customers) {
    if (!sampled.word_of_mouth || !exact.word_of_mouth) return;
    compare.mean(sampled.word_of_mouth->newcomers, exact.word_of_mouth->newcomers);
    compare.ratio(sampled.word_of_mouth->customers_per_starter,
                  exact.word_of_mouth->customers_per_starter, customers);
}

void compare_survey(Comparison& compare, SimulationResult& sampled, const SimulationResult& exact,
                    double customers) {
    if (!sampled.survey || !exact.survey) return;
    for (auto score : {&SurveyResult::csat, &SurveyResult::nps, &SurveyResult::csi}) {
        auto& own = (*sampled.survey).*score;
        if (own) compare.ratio(own->everybody, ((*exact.survey).*score)->everybody, customers);
    }
}

void compare_seamlessness(Comparison& compare, SimulationResult& sampled,
                          const SimulationResult& exact, double customers) {
    if (!sampled.seamlessness || !exact.seamlessness) return;
    SeamlessnessResult& own = *sampled.seamlessness;
    compare.share(own.index, exact.seamlessness->index, customers);
    compare.share(own.customers, exact.seamlessness->customers, customers);
    compare.ratio(own.steps, exact.seamlessness->steps, customers);
    compare.share(own.late_waits, exact.seamlessness->late_waits, customers);
    compare.ratio(own.repeated_effort, exact.seamlessness->repeated_effort, customers);
}

}  // namespace

void set_beside(SimulationResult& sampled, const SimulationResult& exact) {
    CJM_EXPECTS(sampled.touchpoints.size() == exact.touchpoints.size());
    CJM_EXPECTS(sampled.transitions.size() == exact.transitions.size());
    const auto customers = static_cast<double>(sampled.settings.customers);
    Comparison compare(sampled.settings);
    compare_ends(compare, sampled, exact, customers);
    for (std::size_t i = 0; i < sampled.touchpoints.size(); ++i)
        compare_touchpoint(compare, sampled.touchpoints[i], exact.touchpoints[i], customers);
    compare_personas(compare, sampled, exact, customers);
    for (std::size_t i = 0; i < sampled.transitions.size(); ++i)
        compare.mean(sampled.transitions[i].traversals, exact.transitions[i].traversals);
    compare.duration(sampled.time_to_success_days, exact.time_to_success_days,
                     sampled.success.estimate * customers);
    compare.mean(sampled.effort, exact.effort);
    compare_money(compare, sampled.money, exact.money, customers);
    compare_word_of_mouth(compare, sampled, exact, customers);
    compare_survey(compare, sampled, exact, customers);
    compare_seamlessness(compare, sampled, exact, customers);
    if (sampled.cohort && exact.cohort)
        sampled.cohort->successes.exact = exact.cohort->successes.exact;
    sampled.agreement = compare.agreement();
}

}  // namespace cjm::simulate
