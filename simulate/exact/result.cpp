#include "simulate/exact/result.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/interval.hpp"
#include "simulate/exact/laplace.hpp"

namespace cjm::simulate {
namespace {

Estimate exactly(double value) {
    return {value, 0, value, value, value, {}};
}

/// A share, without what rounding puts beyond 0 and 1.
Estimate share(double value) {
    return exactly(std::clamp(value, 0.0, 1.0));
}

MaybeEstimate share_of(double part, double whole) {
    if (!(whole > 0)) return std::nullopt;
    return share(part / whole);
}

MaybeEstimate ratio(double amount, double whole) {
    if (!(whole > 0)) return std::nullopt;
    return exactly(amount / whole);
}

/// Least goodwill that at least this share of the visits do not exceed.
double goodwill_quantile(const ResolvedJourney& journey, const ExactTouchpoint& figure,
                         double wanted) {
    constexpr double rounding = 1e-12;
    double seen = 0;
    std::size_t level = 0;
    for (; level + 1 < figure.goodwill_visits.size(); ++level) {
        seen += figure.goodwill_visits[level];
        if (seen >= (wanted - rounding) * figure.visits) break;
    }
    return static_cast<double>(journey.goodwill_floor) + static_cast<double>(level);
}

/// Fills the parts of one result.
class ResultMaker {
  public:
    ResultMaker(const Journey& journey, const ResolvedJourney& resolved,
                const ExactFigures& figures)
        : journey_(journey), resolved_(resolved), figures_(figures) {}

    SimulationResult make(const RunSettings& settings) {
        result_.settings = settings;
        result_.settings.method = Method::exact;
        result_.settings.customers = 0;
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
            result_.time_to_success_days = mean_days(figures_.success_days, figures_.success);
        result_.effort = exactly(figures_.effort);
        add_money();
        add_word_of_mouth();
        return std::move(result_);
    }

  private:
    void add_ends() {
        double lost = figures_.left;
        for (std::size_t i = 0; i < figures_.outcomes.size(); ++i) {
            const Outcome& outcome = journey_.outcomes[i];
            const bool success = resolved_.outcome_is_success[i];
            if (!success) lost += figures_.outcomes[i];
            result_.outcomes.push_back({outcome.id.value,
                                        outcome.kind.value == OutcomeKind::success, success,
                                        share(figures_.outcomes[i])});
        }
        result_.success = share(figures_.success);
        result_.lost = share(lost);
        result_.ghosted = share(figures_.silent);
        result_.left_openly = share(figures_.left - figures_.silent);
        result_.in_progress = exactly(0);
        result_.causes = causes(figures_.causes);
    }

    void add_cohort() {
        if (!result_.settings.cohort) return;
        const double customers = *result_.settings.cohort, p = result_.success.estimate;
        const double sd = std::sqrt(customers * p * (1 - p));
        const double half = Confidence(result_.settings.confidence).z * sd, mean = customers * p;
        result_.cohort = {
            customers,
            {mean, sd, std::max(0.0, mean - half), std::min(customers, mean + half), mean, {}}};
    }

    std::vector<CauseResult> causes(std::span<const double> shares) const {
        std::vector<CauseResult> list;
        for (std::size_t i = 0; i < shares.size(); ++i)
            list.push_back({journey_.causes[i].id.value, share(shares[i])});
        return list;
    }

    void add_stages() {
        for (std::size_t i = 0; i < figures_.stage_reach.size(); ++i)
            result_.stages.push_back({journey_.stages[i].id.value, share(figures_.stage_reach[i]),
                                      share_of(figures_.stage_left[i], figures_.stage_reach[i])});
    }

    TouchpointResult touchpoint(std::size_t i) const {
        const ExactTouchpoint& figure = figures_.touchpoints[i];
        TouchpointResult result;
        result.id = journey_.touchpoints[i].id.value;
        result.reach = share(figure.reach);
        result.visits = exactly(figure.visits);
        result.left = share(figure.left);
        result.ghosted = share(figure.silent);
        result.causes = causes(figure.causes);
        if (!(figure.reach > 0)) return result;
        result.drop_off = share_of(figure.left, figure.reach);
        result.good = share_of(figure.good, figure.visits);
        result.neutral = share_of(figure.neutral, figure.visits);
        result.bad = share_of(figure.bad, figure.visits);
        result.goodwill = ratio(figure.goodwill, figure.visits);
        result.goodwill_p10 = goodwill_quantile(resolved_, figure, 0.1);
        result.goodwill_p90 = goodwill_quantile(resolved_, figure, 0.9);
        result.first_arrival_days = mean_days(figure.first_arrival_days, figure.reach);
        return result;
    }

    void add_personas() {
        for (std::size_t i = 0; i < resolved_.personas.size(); ++i) {
            const double customers = resolved_.personas[i].share;
            result_.personas.push_back({journey_.personas[i].id.value, share(customers),
                                        share_of(figures_.persona_success[i], customers),
                                        share_of(figures_.persona_silent[i], customers)});
        }
    }

    void add_transitions() {
        for (std::size_t i = 0; i < figures_.transitions.size(); ++i) {
            const Transition& transition = resolved_.transitions[i];
            const std::string& to =
                transition.to_touchpoint
                    ? journey_.touchpoints[transition.to_touchpoint.index()].id.value
                    : journey_.outcomes[transition.to_outcome.index()].id.value;
            result_.transitions.push_back({journey_.touchpoints[transition.from.index()].id.value,
                                           to, exactly(figures_.transitions[i])});
        }
    }

    void add_money() {
        MoneyResult& money = result_.money;
        money.revenue = exactly(figures_.revenue);
        money.cost = exactly(figures_.cost);
        money.scenario_cost = journey_.scenario_cost_per_customer;
        money.margin = exactly(figures_.revenue - figures_.cost - money.scenario_cost);
        money.purchases = exactly(figures_.purchases);
        money.average_order_value = ratio(figures_.revenue, figures_.purchases);
        const double buyers = figures_.buyers;
        money.repeat_customer_rate = share_of(figures_.repeat_buyers, buyers);
        money.purchase_frequency = ratio(figures_.purchases, buyers);
        money.churn = share_of(figures_.lost_buyers, buyers);
        money.lifetime_value = ratio(figures_.discounted_margin, buyers);
        money.acquisition_cost_per_buyer = ratio(journey_.acquisition_cost.likely, buyers);
    }

    void add_word_of_mouth() {
        const bool refers = std::any_of(resolved_.visits.begin(), resolved_.visits.end(),
                                        [](const auto& visit) { return visit.values.refers > 0; });
        if (!refers) return;
        result_.word_of_mouth = {exactly(figures_.newcomers), std::nullopt};
        if (figures_.newcomers < 1)
            result_.word_of_mouth->customers_per_starter = exactly(1 / (1 - figures_.newcomers));
    }

    /// None where nothing in the journey takes time.
    std::optional<DurationSummary> mean_days(double days, double customers) const {
        if (!has_waits_) return std::nullopt;
        return DurationSummary{exactly(days / customers), {}, {}, {}};
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
    bool has_waits_ = takes_time(resolved_);
    SimulationResult result_;
};

}  // namespace

SimulationResult exact_result(const Journey& journey, const ResolvedJourney& resolved,
                              const ExactFigures& figures, const RunSettings& settings) {
    return ResultMaker(journey, resolved, figures).make(settings);
}

}  // namespace cjm::simulate
