#include "simulate/moments/moment_walk.hpp"

#include <algorithm>
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
    MomentWorker(const std::deque<WalkedVariant>& variants, Metric metric, std::size_t first,
                 const BlockWalk::Settings& settings)
        : metric_(metric),
          first_(first),
          marks_(variants.front().variant.journey.touchpoint_count),
          as_is_(block_customers),
          good_(block_customers),
          bad_(block_customers),
          sums_(variants.size() / 2) {
        for (const WalkedVariant& variant : variants) walks_.emplace_back(variant, settings);
    }

    bool work(CustomerRange block) {
        if (!walks_[0].walk(block, as_is_, {.marks = &marks_})) return false;
        for (std::size_t place = 0; place < block.count; ++place) sums_.add(metric_, as_is_[place]);
        for (std::size_t v = 0; v < sums_.touchpoints.size(); ++v)
            if (!work(block, v)) return false;
        return true;
    }

    MomentSums take() { return std::move(sums_); }

  private:
    bool work(CustomerRange block, std::size_t v) {
        const std::vector<std::uint32_t> visitors = marks_.visitors(first_ + v);
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
    std::size_t first_;            // of the touchpoints that are forced
    std::deque<BlockWalk> walks_;  // which do not move
    VisitMarks marks_;
    std::vector<Facts> as_is_, good_, bad_;
    MomentSums sums_;
};

}  // namespace

std::vector<Variant> forced_variants(const ResolvedJourney& journey, std::span<const double> nps,
                                     std::size_t first, std::size_t count) {
    std::vector<CompiledJourney> journeys{compile(journey)};
    const std::size_t end = first + std::min(count, journey.touchpoints.size() - first);
    for (std::size_t v = first; v < end; ++v) {
        journeys.push_back(compile(with_forced(journey, TouchpointId(v), Forced::all_good)));
        journeys.push_back(compile(with_forced(journey, TouchpointId(v), Forced::all_bad)));
    }
    std::vector<Variant> variants = make_variants(std::move(journeys));
    for (Variant& variant : variants)
        for (const double score : nps) variant.nps.push_back(std::llround(score * score_units));
    return variants;
}

std::optional<MomentSums> walk_moments(std::span<const Variant> variants, Metric metric,
                                       std::uint64_t seed, CustomerRange customers,
                                       unsigned threads, const RunControl& control,
                                       std::size_t first) {
    CJM_EXPECTS(variants.size() % 2 == 1);
    std::deque<WalkedVariant> walked;
    for (const Variant& variant : variants) walked.emplace_back(variant);
    const BlockWalk::Settings settings{
        seed, control.instruction_set.value_or(available_instruction_sets().back()),
        any_discounts(variants), control.stop};
    auto workers = share_blocks<MomentWorker>(customers, threads, control, [&] {
        return std::make_unique<MomentWorker>(walked, metric, first, settings);
    });
    if (!workers) return std::nullopt;
    MomentSums all = workers->front()->take();
    for (std::size_t i = 1; i < workers->size(); ++i) all += (*workers)[i]->take();
    return all;
}

std::optional<MomentSums> walk_moments(const ResolvedJourney& journey, std::span<const double> nps,
                                       Metric metric, std::uint64_t seed, CustomerRange customers,
                                       unsigned threads, const RunControl& control) {
    constexpr std::size_t at_a_time = 16;  // touchpoints: their tallies take some MB each
    const std::size_t count = journey.touchpoints.size();
    const std::size_t groups = (count + at_a_time - 1) / at_a_time;
    std::optional<MomentSums> all;
    for (std::size_t group = 0; group < groups; ++group) {
        RunControl part = control;
        if (control.progress)
            part.progress = [&, group](std::uint64_t done) {
                control.progress((group * customers.count + done) / groups);
            };
        const std::size_t first = group * at_a_time;
        auto sums = walk_moments(forced_variants(journey, nps, first, at_a_time), metric, seed,
                                 customers, threads, part, first);
        if (!sums) return std::nullopt;
        if (!all) {
            all = std::move(sums);
        } else {
            all->touchpoints.insert(all->touchpoints.end(), sums->touchpoints.begin(),
                                    sums->touchpoints.end());
        }
    }
    return all;
}

}  // namespace cjm::simulate
