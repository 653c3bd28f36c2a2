#include "simulate/paired/paired_run.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

#include "base/contract.hpp"
#include "simulate/paired/block_walk.hpp"
#include "simulate/paired/share_blocks.hpp"

namespace cjm::simulate {
namespace {

/// One thread's walks and sums.
class PairedWorker {
  public:
    PairedWorker(const std::deque<WalkedVariant>& variants, const PairedWanted& wanted,
                 const BlockWalk::Settings& settings)
        : figure_(wanted.joint),
          facts_(variants.size(), std::vector<Facts>(block_customers)),
          differences_(variants.size() - 1),
          joint_(variants.size() - 1) {
        for (const WalkedVariant& variant : variants) walks_.emplace_back(variant, settings);
        if (wanted.judged)
            for (const WalkedVariant& variant : variants)
                judged_.emplace_back(variant.variant.journey);
        for (std::size_t i = 1; i < judged_.size(); ++i)
            products_.emplace_back(judged_[0].columns(), judged_[i].columns());
        if (wanted.places == nullptr) return;
        for (std::size_t i = 0; i < variants.size(); ++i)
            trails_.emplace_back(*wanted.places, i, variants[i].variant.journey);
        for (std::size_t i = 1; i < variants.size(); ++i) places_.emplace_back(*wanted.places);
    }

    bool work(CustomerRange block) {
        for (std::size_t i = 0; i < walks_.size(); ++i)
            if (!walks_[i].walk(block, facts_[i],
                                {.trails = trails_.empty() ? nullptr : &trails_[i],
                                 .judged = judged_.empty() ? nullptr : &judged_[i]}))
                return false;
        for (std::size_t place = 0; place < block.count; ++place) compare(place);
        return true;
    }

    PairedTally take() {
        PairedTally result{{}, baseline_, std::move(differences_), std::move(joint_), {}, {}};
        for (BlockWalk& walk : walks_) result.tallies.push_back(walk.take_tally());
        for (PlaceCounter& places : places_) result.places.push_back(places.take());
        result.judged = std::move(products_);
        return result;
    }

  private:
    void compare(std::size_t place) {
        const Facts& baseline = facts_[0][place];
        baseline_.add(baseline);
        differing_.clear();
        for (std::size_t i = 1; i < facts_.size(); ++i)
            if (!(facts_[i][place] == baseline)) compare(i - 1, baseline, facts_[i][place]);
        if (!differing_.empty()) joint_.add(differing_);
        for (std::size_t i = 0; i < products_.size(); ++i)
            products_[i].add(judged_[0].of(place), judged_[i + 1].of(place));
        for (std::size_t i = 0; i < places_.size(); ++i)
            places_[i].add(trails_[0], trails_[i + 1], place);
    }

    void compare(std::size_t variant, const Facts& baseline, const Facts& facts) {
        const Quantities before = baseline.quantities();
        Quantities difference = facts.quantities();
        for (std::size_t q = 0; q < quantity_count; ++q) difference[q] -= before[q];
        differences_[variant].add(before, difference);
        const auto part = [&](Quantity quantity) {
            return difference[static_cast<std::size_t>(quantity)];
        };
        const Integer128 dy = part(figure_.above), dx = figure_.below ? part(*figure_.below) : 0;
        if (dy != 0 || dx != 0) differing_.push_back({variant, dy, dx});
    }

    JointFigure figure_;
    std::deque<BlockWalk> walks_;  // which do not move
    std::vector<std::vector<Facts>> facts_;
    OwnSums baseline_;
    std::vector<DifferenceSums> differences_;
    JointSums joint_;
    std::vector<JointSums::Difference> differing_;  // of the customer at hand
    std::vector<JudgedVisits> judged_;              // by variant; empty: not asked for
    std::vector<JudgedProducts> products_;          // by variant after the first; likewise
    std::vector<Trails> trails_;                    // by variant; empty: not place by place
    std::vector<PlaceCounter> places_;              // by variant after the first; likewise
};

}  // namespace

PairedTally& PairedTally::operator+=(const PairedTally& other) {
    CJM_EXPECTS(tallies.size() == other.tallies.size() && places.size() == other.places.size());
    baseline += other.baseline;
    joint += other.joint;
    for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i] += other.tallies[i];
    for (std::size_t i = 0; i < differences.size(); ++i) differences[i] += other.differences[i];
    for (std::size_t i = 0; i < places.size(); ++i) places[i] += other.places[i];
    for (std::size_t i = 0; i < judged.size(); ++i) judged[i] += other.judged[i];
    return *this;
}

bool any_discounts(std::span<const Variant> variants) {
    return std::any_of(variants.begin(), variants.end(),
                       [](const Variant& variant) { return variant.journey.discount > 0; });
}

std::optional<PairedTally> tally_paired(std::span<const Variant> variants,
                                        const PairedWanted& wanted, std::uint64_t seed,
                                        CustomerRange customers, unsigned threads,
                                        const RunControl& control) {
    CJM_EXPECTS(!variants.empty());
    std::deque<WalkedVariant> walked;
    for (const Variant& variant : variants) walked.emplace_back(variant);
    const BlockWalk::Settings settings{
        seed, control.instruction_set.value_or(available_instruction_sets().back()),
        any_discounts(variants), control.stop};
    auto workers = share_blocks<PairedWorker>(customers, threads, control, [&] {
        return std::make_unique<PairedWorker>(walked, wanted, settings);
    });
    if (!workers) return std::nullopt;
    PairedTally all = workers->front()->take();
    for (std::size_t i = 1; i < workers->size(); ++i) all += (*workers)[i]->take();
    return all;
}

}  // namespace cjm::simulate
