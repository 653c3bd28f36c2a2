#include "simulate/moments/moment_walk.hpp"

#include <cmath>
#include <deque>
#include <memory>
#include <utility>

#include "base/contract.hpp"
#include "simulate/moments/variations.hpp"
#include "simulate/paired/block_walk.hpp"
#include "simulate/paired/paired_run.hpp"
#include "simulate/paired/share_blocks.hpp"

namespace cjm::simulate {
namespace {

/// One thread's walks and sums.
class MomentWorker {
  public:
    MomentWorker(const std::deque<WalkedVariant>& variants, Metric metric,
                 const BlockWalk::Settings& settings)
        : metric_(metric),
          marks_(variants.size() / 2),
          as_is_(block_customers),
          good_(block_customers),
          bad_(block_customers),
          sums_(variants.size() / 2) {
        for (const WalkedVariant& variant : variants) walks_.emplace_back(variant, settings);
    }

    bool work(CustomerRange block) {
        if (!walks_[0].walk(block, as_is_, &marks_)) return false;
        for (std::size_t place = 0; place < block.count; ++place) sums_.add(metric_, as_is_[place]);
        for (std::size_t v = 0; v < sums_.touchpoints.size(); ++v)
            if (!work(block, v)) return false;
        return true;
    }

    MomentSums take() { return std::move(sums_); }

  private:
    bool work(CustomerRange block, std::size_t v) {
        const std::vector<std::uint32_t> visitors = marks_.visitors(v);
        if (visitors.empty()) return true;
        if (!walks_[1 + 2 * v].walk(block, visitors, good_)) return false;
        if (!walks_[2 + 2 * v].walk(block, visitors, bad_)) return false;
        TouchpointSums& sums = sums_.touchpoints[v];
        for (const std::uint32_t place : visitors) {
            sums.succeeded += static_cast<std::uint64_t>(as_is_[place].has(Facts::succeeded));
            sums.add(metric_, {score_of(metric_, as_is_[place]), score_of(metric_, good_[place]),
                               score_of(metric_, bad_[place])});
        }
        return true;
    }

    Metric metric_;
    std::deque<BlockWalk> walks_;  // which do not move
    VisitMarks marks_;
    std::vector<Facts> as_is_, good_, bad_;
    MomentSums sums_;
};

}  // namespace

std::vector<Variant> forced_variants(const ResolvedJourney& journey, std::span<const double> nps) {
    std::vector<CompiledJourney> journeys{compile(journey)};
    for (std::size_t v = 0; v < journey.touchpoints.size(); ++v) {
        journeys.push_back(compile(with_forced(journey, TouchpointId(v), Forced::all_good)));
        journeys.push_back(compile(with_forced(journey, TouchpointId(v), Forced::all_bad)));
    }
    std::vector<Variant> variants = make_variants(std::move(journeys));
    for (Variant& variant : variants)
        for (const double score : nps) variant.nps.push_back(std::llround(score * nps_units));
    return variants;
}

std::optional<MomentSums> walk_moments(std::span<const Variant> variants, Metric metric,
                                       std::uint64_t seed, CustomerRange customers,
                                       unsigned threads, const RunControl& control) {
    CJM_EXPECTS(variants.size() % 2 == 1);
    std::deque<WalkedVariant> walked;
    for (const Variant& variant : variants) walked.emplace_back(variant);
    const BlockWalk::Settings settings{
        seed, control.instruction_set.value_or(available_instruction_sets().back()),
        any_discounts(variants), control.stop};
    auto workers = share_blocks<MomentWorker>(customers, threads, control, [&] {
        return std::make_unique<MomentWorker>(walked, metric, settings);
    });
    if (!workers) return std::nullopt;
    MomentSums all = workers->front()->take();
    for (std::size_t i = 1; i < workers->size(); ++i) all += (*workers)[i]->take();
    return all;
}

}  // namespace cjm::simulate
