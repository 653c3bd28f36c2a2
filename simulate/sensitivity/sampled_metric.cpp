#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <utility>

#include "base/contract.hpp"
#include "journey/check/check.hpp"
#include "simulate/answer_law.hpp"
#include "simulate/compile.hpp"
#include "simulate/moments/moment_estimates.hpp"
#include "simulate/paired/block_walk.hpp"
#include "simulate/paired/paired_run.hpp"
#include "simulate/paired/share_blocks.hpp"
#include "simulate/resolve.hpp"
#include "simulate/sensitivity/metric_run.hpp"

namespace cjm::simulate {
namespace {

/// One thread's walks through one or two journeys. Of two, the sums are those of a touchpoint that
/// everybody reaches: the first journey as it is and with all bad, the second with all good.
class MetricWorker {
  public:
    MetricWorker(const std::deque<WalkedVariant>& variants, Metric metric,
                 const BlockWalk::Settings& settings)
        : metric_(metric), sums_(variants.size() - 1) {
        for (const WalkedVariant& variant : variants) walks_.emplace_back(variant, settings);
        facts_.resize(variants.size(), std::vector<Facts>(block_customers));
    }

    bool work(CustomerRange block) {
        for (std::size_t i = 0; i < walks_.size(); ++i)
            if (!walks_[i].walk(block, facts_[i])) return false;
        for (std::size_t place = 0; place < block.count; ++place) {
            sums_.add(metric_, facts_[0][place]);
            if (walks_.size() < 2) continue;
            const Score low = score_of(metric_, facts_[0][place]);
            sums_.touchpoints[0].add(metric_, {low, score_of(metric_, facts_[1][place]), low});
        }
        return true;
    }

    MomentSums take() { return std::move(sums_); }

  private:
    Metric metric_;
    std::deque<BlockWalk> walks_;  // which do not move
    std::vector<std::vector<Facts>> facts_;
    MomentSums sums_;
};

/// Journeys walked by the same customers, with what it takes to read their sums.
class MetricWalk {
  public:
    MetricWalk(const std::vector<const Journey*>& journeys, Metric metric) {
        scale_.metric = metric;
        if (metric == Metric::margin) scale_.event = 0;
        std::vector<CompiledJourney> compiled;
        for (const Journey* journey : journeys) {
            const ResolvedJourney resolved = resolve(*journey);
            set_event(resolved);
            compiled.push_back(compile(resolved));
        }
        variants_ = make_variants(std::move(compiled));
        for (std::size_t i = 0; i < variants_.size(); ++i) set_scores(variants_[i], *journeys[i]);
        scale_.units = units();
    }

    [[nodiscard]] std::optional<MomentSums> walk(CustomerRange customers,
                                                 const RunSettings& settings,
                                                 const RunControl& control) const {
        std::deque<WalkedVariant> walked;
        for (const Variant& variant : variants_) walked.emplace_back(variant);
        const BlockWalk::Settings walk_settings{
            settings.seed, control.instruction_set.value_or(available_instruction_sets().back()),
            any_discounts(variants_), control.stop};
        auto workers = share_blocks<MetricWorker>(customers, settings.threads, control, [&] {
            return std::make_unique<MetricWorker>(walked, scale_.metric, walk_settings);
        });
        if (!workers) return std::nullopt;
        MomentSums all = workers->front()->take();
        for (std::size_t i = 1; i < workers->size(); ++i) all += (*workers)[i]->take();
        return all;
    }

    [[nodiscard]] const MetricScale& scale() const { return scale_; }

  private:
    /// The most that one event moves a customer.
    void set_event(const ResolvedJourney& journey) {
        if (scale_.metric == Metric::nps) scale_.event = 200;  // from a detractor to a promoter
        if (scale_.metric != Metric::margin) return;
        for (const ResolvedVisit& visit : journey.visits)
            scale_.event = std::max({scale_.event, visit.values.revenue, visit.values.cost});
    }

    void set_scores(Variant& variant, const Journey& journey) const {
        if (scale_.metric != Metric::nps) return;
        CJM_EXPECTS(journey.survey && journey.survey->nps);
        for (const double score : nps_by_level(journey, *journey.survey->nps))
            variant.nps.push_back(std::llround(score * score_units));
    }

    [[nodiscard]] double units() const {
        switch (scale_.metric) {
            case Metric::success:
            case Metric::ghosted:
                return 1;
            case Metric::margin:
                return variants_.front().amounts.money_scale.units;
            case Metric::nps:
                return score_units;
            case Metric::lifetime_value:
                break;
        }
        return discounted_units(variants_.front(), any_discounts(variants_));
    }

    MetricScale scale_;
    std::vector<Variant> variants_;
};

void shift(MaybeEstimate& estimate, double by) {
    if (!estimate || by == 0) return;
    estimate->estimate += by;
    estimate->low += by;
    estimate->high += by;
}

void turn(MaybeEstimate& estimate) {
    if (!estimate) return;
    estimate->estimate = -estimate->estimate;
    estimate->low = -std::exchange(estimate->high, -estimate->low);
}

/// What a scenario takes off the margin of every customer.
double cost_of(const Journey& journey, Metric metric) {
    return metric == Metric::margin ? journey.scenario_cost_per_customer : 0;
}

std::optional<double> value_of(const MaybeEstimate& estimate, double cost) {
    if (!estimate) return std::nullopt;
    return estimate->estimate - cost;
}

}  // namespace

SampledMetric sample_metric(const Journey& journey, Metric metric, CustomerRange customers,
                            const RunSettings& settings, const RunControl& control) {
    if (!check_structure(journey).empty()) return {};
    const MetricWalk walk({&journey}, metric);
    const auto sums = walk.walk(customers, settings, control);
    if (!sums) return {.stopped = true, .value = std::nullopt};
    SampledMetric found;
    found.value = MomentEstimates(*sums, walk.scale(), settings.confidence).as_is();
    shift(found.value, -cost_of(journey, metric));
    return found;
}

PairedMetric sample_pair(const Journey& low, const Journey& high, Metric metric,
                         const RunSettings& settings, const RunControl& control) {
    if (!check_structure(low).empty() || !check_structure(high).empty()) return {};
    const MetricWalk walk({&low, &high}, metric);
    const auto sums = walk.walk({0, settings.customers}, settings, control);
    PairedMetric found;
    found.stopped = !sums.has_value();
    if (found.stopped) return found;
    const MomentResult moment = MomentEstimates(*sums, walk.scale(), settings.confidence).moment(0);
    const double low_cost = cost_of(low, metric), high_cost = cost_of(high, metric);
    found.low = value_of(moment.all_bad, low_cost);
    found.high = value_of(moment.all_good, high_cost);
    found.swing = moment.impact;
    if (less_is_better(metric)) turn(found.swing);
    shift(found.swing, low_cost - high_cost);
    return found;
}

}  // namespace cjm::simulate
