#include "simulate/paired/block_walk.hpp"

#include <bit>
#include <utility>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// The next run of places that follow each other.
CustomerRange next_run(std::uint64_t first, std::span<const std::uint32_t> places,
                       std::size_t& at) {
    if (at == places.size()) return {};
    CustomerRange run{first + places[at], 1};
    for (++at; at < places.size() && places[at] == places[at - 1] + 1; ++at) ++run.count;
    return run;
}

}  // namespace

void VisitMarks::clear(std::size_t customers) {
    words_ = (customers + 63) / 64;
    bits_.assign(words_ * touchpoints_, 0);
}

std::vector<std::uint32_t> VisitMarks::visitors(std::size_t touchpoint) const {
    std::vector<std::uint32_t> places;
    for (std::size_t word = 0; word < words_; ++word)
        for (std::uint64_t left = bits_[touchpoint * words_ + word]; left != 0; left &= left - 1)
            places.push_back(static_cast<std::uint32_t>(
                word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    return places;
}

BlockWalk::BlockWalk(const WalkedVariant& variant, const Settings& settings)
    : variant_(&variant.variant),
      settings_(settings),
      walk_(variant.variant.journey, variant.variant.amounts, variant.tables, settings.seed,
            settings.instruction_set),
      effort_scores_(variant.variant) {}

FastWalk::Control BlockWalk::control_for(CustomerRange block, std::span<Facts> facts,
                                         const Listeners& listeners) {
    CJM_EXPECTS(facts.size() >= block.count);
    const auto [marks, trails, judged] = listeners;
    if (marks != nullptr) marks->clear(block.count);
    if (trails != nullptr) trails->clear(block.count);
    if (judged != nullptr) judged->resize(block.count);
    return {.take = {},
            .report = [](std::uint64_t) {},
            .stop = settings_.stop,
            .ended =
                [this, facts, marks = marks, trails = trails, judged = judged,
                 first = block.first](const EndedCustomer& customer) {
                    const std::size_t place = customer.number - first;
                    facts[place] = facts_of(*variant_, customer.record, settings_.discounts);
                    facts[place].ces = effort_scores_.of(facts[place].effort);
                    if (judged != nullptr) judged->add(place, customer);
                    if (trails != nullptr) trails->add(place, customer);
                    if (marks == nullptr) return;
                    for (std::size_t v = 0; v < customer.visits.touchpoints(); ++v)
                        if (customer.visits.at(v).visits != 0) marks->mark(place, v);
                }};
}

bool BlockWalk::walk(CustomerRange block, std::span<Facts> facts, const Listeners& listeners) {
    FastWalk::Control control = control_for(block, facts, listeners);
    control.take = [left = block]() mutable { return std::exchange(left, CustomerRange{}); };
    return walk_.run(control);
}

bool BlockWalk::walk(CustomerRange block, std::span<const std::uint32_t> places,
                     std::span<Facts> facts) {
    FastWalk::Control control = control_for(block, facts, {});
    control.take = [first = block.first, places, at = std::size_t{0}]() mutable {
        return next_run(first, places, at);
    };
    return walk_.run(control);
}

}  // namespace cjm::simulate
