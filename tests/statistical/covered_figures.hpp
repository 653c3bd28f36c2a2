// Owns: the figures of a journey that can be solved exactly, each with the coverage that its
// interval should have. Must not know: the journeys, what is done with the counts.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/result.hpp"
#include "simulate/result.hpp"
#include "tests/support/binomial.hpp"

namespace cjm::testing {

/// One figure over many runs: how often its interval, and one 10 % narrower, held the exact value.
struct CoveredFigure {
    static constexpr double tail = 2.5e-9;  ///< of a false alarm, on each side

    std::string name;
    double exact = 0;
    std::function<MaybeEstimate(const SimulationResult&)> read;
    double least = 0, most = 1;  ///< null value: coverage lies between the two
    std::uint64_t seen = 0, held = 0, held_by_narrower = 0;

    void look(const SimulationResult& result) {
        const MaybeEstimate estimate = read(result);
        if (!estimate) return;
        ++seen;
        const auto holds = [&](double factor) {
            return estimate->estimate - factor * (estimate->estimate - estimate->low) <= exact &&
                   exact <= estimate->estimate + factor * (estimate->high - estimate->estimate);
        };
        held += holds(1.0) ? 1U : 0U;
        held_by_narrower += holds(0.9) ? 1U : 0U;
    }
    /// Whether so many of the runs seen are what the null value allows.
    [[nodiscard]] bool allows(std::uint64_t runs) const {
        const double share = static_cast<double>(runs) / static_cast<double>(seen);
        return binomial_band(seen, least, tail).first <= share &&
               (most == 1 || share <= binomial_band(seen, most, tail).second);
    }
};

/// Lists the figures of runs of so many customers.
class CoveredFigures {
  public:
    CoveredFigures(const Journey& journey, const simulate::ExactFigures& exact,
                   std::uint64_t customers)
        : journey_(journey), exact_(exact), customers_(customers) {}

    std::vector<CoveredFigure> list() {
        ends();
        personas_and_stages();
        for (std::size_t i = 0; i < journey_.touchpoints.size(); ++i) touchpoint(i);
        transitions();
        money();
        if (journey_.survey) survey();
        return std::move(list_);
    }

  private:
    static constexpr double rare = 0.02;  // share of customers

    template <class Read>
    void add(const std::string& name, double exact, double least, double most, const Read& read) {
        list_.push_back({name, exact, read, least, most, 0, 0, 0});
    }
    /// A share of all customers: Wilson's interval, whose own coverage is known.
    template <class Read>
    void share(const std::string& name, double exact, const Read& read) {
        if (exact <= 0 || exact >= 1) return;
        const double own = wilson_coverage(customers_, exact);
        add(name, exact, own, own, read);
    }
    /// A share of those customers whose share of all is `whole`.
    template <class Read>
    void share_of(const std::string& name, double part, double whole, const Read& read) {
        if (part <= 0 || part >= whole) return;
        if (whole >= 1) return share(name, part, read);
        const double own = wilson_coverage(customers_, whole, part / whole);
        add(name, part / whole, own, own, read);
    }
    /// A mean over all customers; `once` says that it is 0 or 1 for each, and so a share.
    template <class Read>
    void mean(const std::string& name, double exact, bool once, const Read& read) {
        if (once) return share(name, exact, read);
        const bool usual = exact >= rare;
        add(name, exact, usual ? 0.945 : 0.93, usual ? 0.97 : 1, read);
    }
    template <class Read>
    void ratio(const std::string& name, double exact, const Read& read) {
        add(name, exact, 0.93, 1, read);
    }

    void ends() {
        share("success", exact_.success, [](const auto& r) { return r.success; });
        share("ghosted", exact_.silent, [](const auto& r) { return r.ghosted; });
        share("open", exact_.left - exact_.silent, [](const auto& r) { return r.left_openly; });
        share("in progress", exact_.in_progress, [](const auto& r) { return r.in_progress; });
        for (std::size_t i = 0; i < exact_.outcomes.size(); ++i)
            share("outcome", exact_.outcomes[i],
                  [i](const auto& r) { return r.outcomes[i].share; });
        for (std::size_t i = 0; i < exact_.causes.size(); ++i)
            share("cause", exact_.causes[i], [i](const auto& r) { return r.causes[i].share; });
        if (exact_.success_days > 0)
            ratio("days to success", exact_.success_days / exact_.success,
                  [](const auto& r) { return mean_of(r.time_to_success_days); });
    }

    void personas_and_stages() {
        for (std::size_t i = 0; i < exact_.stage_reach.size(); ++i) {
            share("stage", exact_.stage_reach[i], [i](const auto& r) { return r.stages[i].reach; });
            share_of("stage drop-off", exact_.stage_left[i], exact_.stage_reach[i],
                     [i](const auto& r) { return r.stages[i].drop_off; });
        }
        for (std::size_t i = 0; i < exact_.persona_success.size(); ++i)
            share_of("success of persona", exact_.persona_success[i],
                     journey_.personas[i].share.likely,
                     [i](const auto& r) { return r.personas[i].success; });
    }

    void touchpoint(std::size_t i) {
        const auto& exact = exact_.touchpoints[i];
        const std::string id = journey_.touchpoints[i].id.value + " ";
        const auto at = [i](const auto& r) -> const TouchpointResult& { return r.touchpoints[i]; };
        const bool once = exact.visits - exact.reach < 1e-9;
        share(id + "reach", exact.reach, [at](const auto& r) { return at(r).reach; });
        share(id + "left", exact.left, [at](const auto& r) { return at(r).left; });
        share_of(id + "drop-off", exact.left, exact.reach,
                 [at](const auto& r) { return at(r).drop_off; });
        mean(id + "visits", exact.visits, once, [at](const auto& r) { return at(r).visits; });
        experience(id + "good", exact.good, exact, [at](const auto& r) { return at(r).good; });
        experience(id + "bad", exact.bad, exact, [at](const auto& r) { return at(r).bad; });
        ratio(id + "goodwill", exact.goodwill / exact.visits,
              [at](const auto& r) { return at(r).goodwill; });
        if (exact.first_arrival_days > 0)
            ratio(id + "first arrival", exact.first_arrival_days / exact.reach,
                  [at](const auto& r) { return mean_of(at(r).first_arrival_days); });
    }

    void transitions() {
        const auto ways = simulate::resolve(journey_).transitions;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const auto& from = exact_.touchpoints[ways[i].from.index()];
            // a common one has bounds close to Wilson's, but not on the same side of every count
            const bool share = exact_.transitions[i] < rare && from.visits - from.reach < 1e-9;
            mean("transition", exact_.transitions[i], share,
                 [i](const auto& r) { return r.transitions[i].traversals; });
        }
    }

    template <class Read>
    void experience(const std::string& name, double part, const simulate::ExactTouchpoint& of,
                    const Read& read) {
        if (of.visits - of.reach < 1e-9) return share_of(name, part, of.reach, read);
        ratio(name, part / of.visits, read);
    }

    void money() {
        const bool once = exact_.purchases - exact_.buyers < 1e-9;
        mean("effort", exact_.effort, false, [](const auto& r) { return r.effort; });
        mean("cost", exact_.cost, false, [](const auto& r) { return r.money.cost; });
        mean("purchases", exact_.purchases, once, [](const auto& r) { return r.money.purchases; });
        if (once) {  // of one price: a multiple of the share who buy
            const double own = wilson_coverage(customers_, exact_.buyers);
            add("revenue", exact_.revenue, own, own, [](const auto& r) { return r.money.revenue; });
        } else {
            mean("revenue", exact_.revenue, false, [](const auto& r) { return r.money.revenue; });
            mean("margin", exact_.revenue - exact_.cost, false,
                 [](const auto& r) { return r.money.margin; });
        }
        ratio("order value", exact_.revenue / exact_.purchases,
              [](const auto& r) { return r.money.average_order_value; });
        buyers();
    }

    void buyers() {
        share_of("repeat customer rate", exact_.repeat_buyers, exact_.buyers,
                 [](const auto& r) { return r.money.repeat_customer_rate; });
        ratio("purchase frequency", exact_.purchases / exact_.buyers,
              [](const auto& r) { return r.money.purchase_frequency; });
        share_of("churn", exact_.lost_buyers, exact_.buyers,
                 [](const auto& r) { return r.money.churn; });
        ratio("lifetime value", exact_.discounted_margin / exact_.buyers,
              [](const auto& r) { return r.money.lifetime_value; });
        const double cost = journey_.acquisition_cost.likely, own = exact_.buyers;
        if (cost > 0)  // a constant over a share
            add("acquisition cost", cost / own, wilson_coverage(customers_, own),
                wilson_coverage(customers_, own),
                [](const auto& r) { return r.money.acquisition_cost_per_buyer; });
        if (cost > 0)
            ratio("lifetime value to acquisition cost", exact_.discounted_margin / cost,
                  [](const auto& r) { return r.money.lifetime_value_to_acquisition_cost; });
        if (!(exact_.newcomers > 0)) return;
        mean("newcomers", exact_.newcomers, false,
             [](const auto& r) { return r.word_of_mouth->newcomers; });
        ratio("net churn", exact_.lost_buyers / exact_.buyers - exact_.newcomers,
              [](const auto& r) { return r.money.net_churn; });
        ratio("customers per starter", 1 / (1 - exact_.newcomers),
              [](const auto& r) { return r.word_of_mouth->customers_per_starter; });
    }

    void survey() {
        const auto solved =
            simulate::exact_result(journey_, simulate::resolve(journey_), exact_, {}).survey;
        const auto score = [&](const char* name, auto part) {
            ratio(name, ((*solved).*part)->everybody->estimate,
                  [part](const auto& r) { return ((*r.survey).*part)->everybody; });
        };
        score("CSAT", &SurveyResult::csat);
        score("NPS", &SurveyResult::nps);
        score("CSI", &SurveyResult::csi);
    }

    static MaybeEstimate mean_of(const std::optional<DurationSummary>& duration) {
        if (!duration) return std::nullopt;
        return duration->mean;
    }

    const Journey& journey_;
    const simulate::ExactFigures& exact_;
    std::uint64_t customers_;
    std::vector<CoveredFigure> list_;
};

}  // namespace cjm::testing
