#include "simulate/exact/result.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "base/interval.hpp"
#include "simulate/exact/horizon.hpp"
#include "simulate/exact/laplace.hpp"
#include "simulate/seams.hpp"

namespace cjm::simulate {
namespace {

constexpr double unknown = std::numeric_limits<double>::infinity();

/// A figure and how far off it may be; infinitely: it has no value.
struct Known {
    double value = 0, error = 0;
};

Known sum(Known a, Known b) {
    return {a.value + b.value, a.error + b.error};
}

Known difference(Known a, Known b) {
    return {a.value - b.value, a.error + b.error};
}

/// What it tells of, where `whole` may be 0 within its error, is unknown.
Known quotient(Known part, Known whole) {
    const double value = part.value / whole.value, least = whole.value - whole.error;
    return {value, least > 0 ? (part.error + std::abs(value) * whole.error) / least : unknown};
}

/// Least goodwill that at least this share of the visits do not exceed; none where the errors leave
/// it open.
std::optional<double> goodwill_quantile(const ResolvedJourney& journey,
                                        const ExactTouchpoint& figure, const ExactTouchpoint& error,
                                        double wanted) {
    constexpr double rounding = 1e-12;
    double seen = 0, before = 0, off = error.visits;
    for (const double one : error.goodwill_visits) off += one;
    std::size_t level = 0;
    for (; level + 1 < figure.goodwill_visits.size(); ++level) {
        before = seen;
        seen += figure.goodwill_visits[level];
        if (seen >= (wanted - rounding) * figure.visits) break;
    }
    const double at = wanted * figure.visits;
    if (off > 0 && (seen - off < at || before + off >= at)) return std::nullopt;
    return static_cast<double>(journey.goodwill_floor) + static_cast<double>(level);
}

/// Fills the parts of one result.
class ResultMaker {
  public:
    /// errors  none: rounding only
    ResultMaker(const Journey& journey, const ResolvedJourney& resolved,
                const ExactFigures& figures, const ExactFigures* errors)
        : journey_(journey),
          resolved_(resolved),
          figures_(figures),
          errors_(errors != nullptr ? *errors : empty_figures(resolved)),
          bounded_(errors != nullptr) {}

    SimulationResult make(const RunSettings& settings) {
        result_.settings = settings;
        result_.settings.method = Method::exact;
        result_.settings.customers = 0;
        result_.horizon_days = resolved_.horizon_days;
        if (!settings.cohort && journey_.customers_per_year.likely > 0)
            result_.settings.cohort = journey_.customers_per_year.likely;
        add_ends();
        add_cohort();
        add_stages();
        for (std::size_t i = 0; i < figures_.touchpoints.size(); ++i)
            result_.touchpoints.push_back(touchpoint(i));
        add_personas();
        add_transitions();
        if (figures_.success > 0)
            result_.time_to_success_days =
                mean_days({figures_.success_days, errors_.success_days}, outcome_success());
        result_.effort = exactly({figures_.effort, errors_.effort});
        add_money();
        add_word_of_mouth();
        if (resolved_.survey) add_survey(*resolved_.survey);
        if (has_seams(journey_)) add_seamlessness();
        return std::move(result_);
    }

  private:
    Estimate exactly(Known known) const {
        if (!useful(known)) known.value = std::numeric_limits<double>::quiet_NaN();
        Estimate estimate{known.value, 0, known.value, known.value, known.value, {}};
        if (bounded_) estimate.exact_error = known.error;
        return estimate;
    }

    /// A share, without what rounding and ticks put beyond 0 and 1.
    Estimate share(Known known) const {
        known.value = std::clamp(known.value, 0.0, 1.0);
        return exactly(known);
    }

    MaybeEstimate share_of(Known part, Known whole) const {
        if (!(whole.value > 0) || !useful(quotient(part, whole))) return std::nullopt;
        return share(quotient(part, whole));
    }

    MaybeEstimate ratio(Known amount, Known whole) const {
        if (!(whole.value > 0) || !useful(quotient(amount, whole))) return std::nullopt;
        return exactly(quotient(amount, whole));
    }

    static bool useful(Known known) {
        return known.error <= largest_horizon_error * std::max(1.0, std::abs(known.value));
    }

    void add_ends() {
        Known lost{figures_.left, errors_.left};
        for (std::size_t i = 0; i < figures_.outcomes.size(); ++i) {
            const Outcome& outcome = journey_.outcomes[i];
            const bool success = resolved_.outcome_is_success[i];
            const Known known{figures_.outcomes[i], errors_.outcomes[i]};
            if (!success) lost = sum(lost, known);
            result_.outcomes.push_back({outcome.id.value,
                                        outcome.kind.value == OutcomeKind::success, success,
                                        share(known)});
        }
        result_.success = share({figures_.success, errors_.success});
        result_.lost = share(lost);
        result_.ghosted = share({figures_.silent, errors_.silent});
        result_.left_openly =
            share(difference({figures_.left, errors_.left}, {figures_.silent, errors_.silent}));
        result_.in_progress = share({figures_.in_progress, errors_.in_progress});
        result_.causes = causes(figures_.causes, errors_.causes);
    }

    void add_cohort() {
        if (!result_.settings.cohort || !std::isfinite(result_.success.estimate)) return;
        const double customers = *result_.settings.cohort, p = result_.success.estimate;
        const double sd = std::sqrt(customers * p * (1 - p));
        const double half = Confidence(result_.settings.confidence).z * sd, mean = customers * p;
        Estimate successes{mean, sd, std::max(0.0, mean - half), std::min(customers, mean + half),
                           mean, {}};
        if (bounded_) successes.exact_error = customers * *result_.success.exact_error;
        result_.cohort = {customers, successes};
    }

    /// Those who succeed by an outcome.
    Known outcome_success() const {
        if (!resolved_.in_progress_is_success) return {figures_.success, errors_.success};
        Known all;
        for (std::size_t i = 0; i < figures_.outcomes.size(); ++i)
            if (resolved_.outcome_is_success[i])
                all = sum(all, {figures_.outcomes[i], errors_.outcomes[i]});
        return all;
    }

    std::vector<CauseResult> causes(std::span<const double> shares,
                                    std::span<const double> errors) const {
        std::vector<CauseResult> list;
        for (std::size_t i = 0; i < shares.size(); ++i)
            list.push_back({journey_.causes[i].id.value, share({shares[i], errors[i]})});
        return list;
    }

    void add_stages() {
        for (std::size_t i = 0; i < figures_.stage_reach.size(); ++i) {
            const Known reach{figures_.stage_reach[i], errors_.stage_reach[i]};
            const Known left{figures_.stage_left[i], errors_.stage_left[i]};
            result_.stages.push_back(
                {journey_.stages[i].id.value, share(reach), share_of(left, reach)});
        }
    }

    TouchpointResult touchpoint(std::size_t i) const {
        const ExactTouchpoint& figure = figures_.touchpoints[i];
        const ExactTouchpoint& error = errors_.touchpoints[i];
        const Known reach{figure.reach, error.reach}, visits{figure.visits, error.visits};
        const Known left{figure.left, error.left};
        TouchpointResult result;
        result.id = journey_.touchpoints[i].id.value;
        result.reach = share(reach);
        result.visits = exactly(visits);
        result.left = share(left);
        result.ghosted = share({figure.silent, error.silent});
        result.causes = causes(figure.causes, error.causes);
        if (!(figure.visits > 0)) return result;
        result.drop_off = share_of(left, reach);
        result.good = share_of({figure.good, error.good}, visits);
        result.neutral = share_of({figure.neutral, error.neutral}, visits);
        result.bad = share_of({figure.bad, error.bad}, visits);
        result.goodwill = ratio({figure.goodwill, error.goodwill}, visits);
        result.goodwill_p10 = goodwill_quantile(resolved_, figure, error, 0.1);
        result.goodwill_p90 = goodwill_quantile(resolved_, figure, error, 0.9);
        result.first_arrival_days =
            mean_days({figure.first_arrival_days, error.first_arrival_days}, reach);
        return result;
    }

    void add_personas() {
        for (std::size_t i = 0; i < resolved_.personas.size(); ++i) {
            const Known customers{resolved_.personas[i].share, 0};
            result_.personas.push_back(
                {journey_.personas[i].id.value, share(customers),
                 share_of({figures_.persona_success[i], errors_.persona_success[i]}, customers),
                 share_of({figures_.persona_silent[i], errors_.persona_silent[i]}, customers)});
        }
    }

    void add_transitions() {
        for (std::size_t i = 0; i < figures_.transitions.size(); ++i) {
            const Transition& transition = resolved_.transitions[i];
            const std::string& to =
                transition.to_touchpoint
                    ? journey_.touchpoints[transition.to_touchpoint.index()].id.value
                    : journey_.outcomes[transition.to_outcome.index()].id.value;
            result_.transitions.push_back(
                {journey_.touchpoints[transition.from.index()].id.value, to,
                 exactly({figures_.transitions[i], errors_.transitions[i]})});
        }
    }

    void add_money() {
        MoneyResult& money = result_.money;
        const Known revenue{figures_.revenue, errors_.revenue}, cost{figures_.cost, errors_.cost};
        const Known purchases{figures_.purchases, errors_.purchases};
        const Known buyers{figures_.buyers, errors_.buyers};
        money.revenue = exactly(revenue);
        money.cost = exactly(cost);
        money.scenario_cost = journey_.scenario_cost_per_customer;
        money.margin = exactly(difference(difference(revenue, cost), {money.scenario_cost, 0}));
        money.purchases = exactly(purchases);
        money.average_order_value = ratio(revenue, purchases);
        money.repeat_customer_rate =
            share_of({figures_.repeat_buyers, errors_.repeat_buyers}, buyers);
        money.purchase_frequency = ratio(purchases, buyers);
        money.churn = share_of({figures_.lost_buyers, errors_.lost_buyers}, buyers);
        money.lifetime_value =
            ratio({figures_.discounted_margin, errors_.discounted_margin}, buyers);
        const Known acquisition{journey_.acquisition_cost.likely, 0};
        money.acquisition_cost_per_buyer = ratio(acquisition, buyers);
        if (buyers.value > 0)
            money.lifetime_value_to_acquisition_cost =
                ratio({figures_.discounted_margin, errors_.discounted_margin}, acquisition);
    }

    void add_word_of_mouth() {
        const bool refers = std::any_of(resolved_.visits.begin(), resolved_.visits.end(),
                                        [](const auto& visit) { return visit.values.refers > 0; });
        if (!refers) return;
        const Known newcomers{figures_.newcomers, errors_.newcomers};
        result_.word_of_mouth = {exactly(newcomers), std::nullopt};
        if (figures_.buyers > 0) {
            const Known churn = quotient({figures_.lost_buyers, errors_.lost_buyers},
                                         {figures_.buyers, errors_.buyers});
            result_.money.net_churn = ratio(difference(churn, newcomers), {1, 0});
        }
        result_.word_of_mouth->customers_per_starter = ratio({1, 0}, difference({1, 0}, newcomers));
    }

    /// Share of customers who answer `least` or more, by their goodwill at the end.
    Known answering(const ResolvedQuestion& question, double least) const {
        Known all;
        for (std::size_t level = 0; level < figures_.end_goodwill.size(); ++level) {
            const double goodwill =
                static_cast<double>(resolved_.goodwill_floor) + static_cast<double>(level);
            const double chance = answers_at_least(question, goodwill, least);
            all = sum(
                all, {chance * figures_.end_goodwill[level], chance * errors_.end_goodwill[level]});
        }
        return all;
    }

    /// Good less bad visits over visits at the touchpoints; `whole` 0 where there are none.
    std::pair<Known, Known> judged(const std::vector<TouchpointId>& touchpoints) const {
        Known net, visits;
        for (const TouchpointId touchpoint : touchpoints) {
            const ExactTouchpoint& figure = figures_.touchpoints[touchpoint.index()];
            const ExactTouchpoint& error = errors_.touchpoints[touchpoint.index()];
            net = sum(net, {figure.good - figure.bad, error.good + error.bad});
            visits = sum(visits, {figure.visits, error.visits});
        }
        return {net, visits};
    }

    MaybeEstimate csi(const ResolvedSurvey& survey) const {
        Known scores;
        double count = 0;
        for (const auto& touchpoints : survey.attributes) {
            const auto [net, visits] = judged(touchpoints);
            if (!(visits.value > 0)) continue;
            scores = sum(scores, quotient(net, visits));
            ++count;
        }
        if (count == 0) return std::nullopt;
        return ratio({50 * (count + scores.value), 50 * scores.error}, {count, 0});
    }

    void add_survey(const ResolvedSurvey& survey) {
        const auto percent = [](Known share) {
            return Known{100 * share.value, 100 * share.error};
        };
        const Known one{1, 0};
        SurveyResult result;
        if (survey.csat)
            result.csat = {ratio(percent(answering(*survey.csat, satisfied_from)), one), {}};
        if (survey.nps) {
            const Known below = difference(one, answering(*survey.nps, no_detractors_from));
            const Known above = answering(*survey.nps, promoters_from);
            result.nps = {ratio(percent(difference(above, below)), one), {}};
        }
        if (survey.ces) result.ces = SurveyScore();
        if (!survey.attributes.empty()) result.csi = {csi(survey), {}};
        result_.survey = result;
    }

    void add_seamlessness() {
        constexpr auto delay = static_cast<std::size_t>(BuiltInCause::delay);
        Known visits, effort{figures_.effort, errors_.effort};
        for (std::size_t i = 0; i < figures_.touchpoints.size(); ++i)
            visits = sum(visits, {figures_.touchpoints[i].visits, errors_.touchpoints[i].visits});
        const Known switches{figures_.switches, errors_.switches};
        const Known repeated{switches.value * resolved_.friction_effort,
                             switches.error * resolved_.friction_effort};
        const Known one{1, 0};
        // not a number: a loop that could not be solved
        const auto met = [](double share, double error) {
            return std::isnan(share) ? Known{0, unknown} : Known{share, error};
        };
        result_.seamlessness = {
            share_of(difference(one, met(figures_.broken, errors_.broken)), one),
            share_of(met(figures_.switched, errors_.switched), one), share_of(switches, visits),
            share({figures_.causes[delay], errors_.causes[delay]}), share_of(repeated, effort)};
    }

    /// None where nothing in the journey takes time.
    std::optional<DurationSummary> mean_days(Known days, Known customers) const {
        const MaybeEstimate mean = has_waits_ ? ratio(days, customers) : std::nullopt;
        if (!mean) return std::nullopt;
        return DurationSummary{*mean, {}, {}, {}};
    }

    static bool takes_time(const ResolvedJourney& resolved) {
        for (const ResolvedVisit& visit : resolved.visits)
            for (const ResolvedWay& way : visit.ways)
                for (const ResolvedEdge& edge : way.edges)
                    if (edge.share > 0 && simulate::mean_days(edge.wait) > 0) return true;
        return false;
    }

    const Journey& journey_;
    const ResolvedJourney& resolved_;
    const ExactFigures& figures_;
    const ExactFigures errors_;
    bool bounded_;
    bool has_waits_ = takes_time(resolved_);
    SimulationResult result_;
};

}  // namespace

SimulationResult exact_result(const Journey& journey, const ResolvedJourney& resolved,
                              const ExactFigures& figures, const RunSettings& settings) {
    return ResultMaker(journey, resolved, figures, nullptr).make(settings);
}

SimulationResult exact_result(const Journey& journey, const ResolvedJourney& resolved,
                              const HorizonSolution& solution, const RunSettings& settings) {
    return ResultMaker(journey, resolved, solution.figures, &solution.errors).make(settings);
}

}  // namespace cjm::simulate
