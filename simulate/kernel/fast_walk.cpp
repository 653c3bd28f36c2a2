#include "simulate/kernel/fast_walk.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "base/contract.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/walk/leave_cause.hpp"
#include "simulate/walk/walker.hpp"

namespace cjm::simulate {
namespace {

using kernel::Ended;
using kernel::Lanes;

constexpr std::uint64_t rounds_between_looks = 4096;
constexpr std::uint64_t most_uncounted_steps = std::uint64_t{1} << 31U;
constexpr std::uint64_t most_unpaired_steps = std::uint64_t{1} << 17U;  // times 2^45 is 2^62

kernel::Code code_for(InstructionSet set) {
#ifdef CJM_X86_64
    if (set == InstructionSet::avx512) return kernel::avx512_code();
    if (set == InstructionSet::avx2) return kernel::avx2_code();
#endif
    CJM_EXPECTS(set == InstructionSet::baseline);
    return kernel::baseline_code();
}

DurationHistogram::Bin* allocate_bins(void* tally, std::uint32_t touchpoint, unsigned octave) {
    return static_cast<Tally*>(tally)->touchpoints[touchpoint].first_arrival.histogram.bins_of(
        octave);
}

Integer128 as_signed(Unsigned128 value) {
    return static_cast<Integer128>(value);
}

}  // namespace

FastWalk::FastWalk(const CompiledJourney& journey, const Amounts& amounts,
                   const kernel::Tables& tables, std::uint64_t seed, InstructionSet set,
                   std::uint32_t lanes)
    : journey_(&journey),
      amounts_(&amounts),
      view_(tables.view(seed)),
      code_(code_for(set)),
      workspace_(view_, lanes),
      host_{&tally_, allocate_bins},
      tally_(journey),
      stage_reached_by_(journey.stage_count) {
    if (!tally_.touchpoints.empty())
        workspace_.lanes().histogram_bits = tally_.touchpoints[0].first_arrival.histogram.bits();
}

bool FastWalk::run(const Control& control) {
    Lanes& lanes = workspace_.lanes();
    std::array<Ended, kernel::most_lanes> ended;
    std::uint64_t unreported = 0;
    exhausted_ = false;
    for (fill(control); lanes.count > 0;) {
        uncounted_steps_ += lanes.count;
        unpaired_steps_ += lanes.count;
        ++rounds_;
        const std::uint32_t ends = code_.step(view_, lanes, host_, ended.data());
        // from the last lane on, so that removing one moves none that is still to come
        for (std::uint32_t k = ends; k-- > 0;) {
            finish(ended[k], control);
            replace(ended[k].lane, control);
        }
        unreported += ends;
        if (rounds_ % rounds_between_looks == 0) look_at_lengths();
        if (uncounted_steps_ > most_uncounted_steps) flush_counts();
        if (unpaired_steps_ > most_unpaired_steps) flush_pairs();
        if (control.stop != nullptr && control.stop->load(std::memory_order_relaxed)) return false;
        if (unreported >= 512 || lanes.count == 0) {
            control.report(unreported);
            unreported = 0;
        }
    }
    return true;
}

/// Persona, first touchpoint and start goodwill of the next customer (step 1); false: no more.
bool FastWalk::next_customer(const Control& control, Start& start) {
    if (draw_.at == draw_.count) {
        if (range_.count == 0 && !exhausted_) range_ = control.take();
        exhausted_ = range_.count == 0;
        if (exhausted_) return false;
        draw_.first = range_.first;
        draw_.at = 0;
        draw_.count =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(range_.count, kernel::most_lanes));
        code_.draw_customers(view_.seed, journey_->customer_luck, draw_.first, draw_.count,
                             draw_.word0, draw_.word1);
        range_.first += draw_.count;
        range_.count -= draw_.count;
    }
    const std::uint32_t persona =
        first_above<CompiledShare>(journey_->persona_shares, draw_.word0[draw_.at]).index;
    const CompiledPersona& own = journey_->personas[persona];
    const auto starts = std::span(journey_->starts).subspan(own.first_start, own.start_count);
    start.customer = draw_.first + draw_.at;
    start.persona = persona;
    start.touchpoint = first_above<CompiledShare>(starts, draw_.word1[draw_.at]).index;
    start.level = own.goodwill - journey_->goodwill_floor;
    ++draw_.at;
    return true;
}

void FastWalk::fill(const Control& control) {
    Start start;
    while (workspace_.lanes().count < workspace_.capacity() && next_customer(control, start)) {
        born_[workspace_.lanes().count] = rounds_;
        workspace_.add(start.customer, start.persona, start.touchpoint, start.level);
    }
}

void FastWalk::replace(std::uint32_t lane, const Control& control) {
    Start start;
    if (next_customer(control, start)) {
        born_[lane] = rounds_;
        return workspace_.put(lane, start.customer, start.persona, start.touchpoint, start.level);
    }
    born_[lane] = born_[workspace_.lanes().count - 1];
    workspace_.remove(lane);
}

void FastWalk::finish(const Ended& ended, const Control& control) {
    const EndRecord record = record_of(ended);
    count_end(*journey_, *amounts_, record, tally_);
    if (control.ended) control.ended(customer_of(ended, record));
    count_stages(ended.lane);
    workspace_.clean(ended.lane, view_);
}

EndedCustomer FastWalk::customer_of(const Ended& ended, const EndRecord& record) const {
    const Lanes& lanes = workspace_.lanes();
    const std::uint32_t lane = ended.lane;
    return {std::uint64_t{lanes.customer_high[lane]} << 32U | lanes.customer_low[lane],
            record,
            {lanes.visits + std::size_t{lanes.row[lane]} * view_.touchpoints, view_.touchpoints}};
}

EndRecord FastWalk::record_of(const Ended& ended) const {
    const Lanes& lanes = workspace_.lanes();
    const std::uint32_t lane = ended.lane;
    EndRecord record;
    record.persona = PersonaId(lanes.persona[lane]);
    record.touchpoint = TouchpointId(ended.touchpoint);
    record.end = ended.end;
    if (ended.end == End::outcome) record.outcome = OutcomeId(ended.outcome);
    if (ended.end == End::left) record.cause = cause_of(ended);
    if (ended.end == End::impatient)
        record.cause = CauseId(static_cast<std::size_t>(BuiltInCause::delay));
    if (ended.end == End::left || ended.end == End::impatient)
        record.silent = ended.silent_word < journey_->visits[ended.spot].silent_below;
    record.ended = ended.ended;
    record.last_visit = ended.arrived;
    record.goodwill = view_.floor + ended.last_level;
    record.effort = lanes.effort[lane];
    record.frictions = lanes.frictions[lane];
    record.cost = lanes.cost[lane];
    record.revenue = lanes.revenue[lane];
    record.refers = lanes.refers[lane];
    record.lifetime = lanes.lifetime[lane];
    record.purchases = static_cast<std::uint64_t>(lanes.purchases[lane]);
    record.first_purchase = lanes.first_purchase[lane];
    return record;
}

CauseId FastWalk::cause_of(const Ended& ended) const {
    const CompiledVisit& visit = journey_->visits[ended.spot];
    const CompiledWay& way = journey_->ways[visit.way[ended.experience]];
    return leave_cause(*journey_, visit,
                       journey_->leave[way.leave_row * journey_->goodwill_levels() +
                                       static_cast<std::size_t>(ended.level)],
                       ended.leave_word);
}

void FastWalk::count_stages(std::uint32_t lane) {
    const Lanes& lanes = workspace_.lanes();
    if (tally_.stages.size() <= 64) {
        for (std::uint64_t left = lanes.stages[lane]; left != 0; left &= left - 1)
            ++tally_.stages[static_cast<std::size_t>(std::countr_zero(left))].reached;
        return;
    }
    const std::uint32_t* visits = lanes.visits + std::size_t{lanes.row[lane]} * view_.touchpoints;
    for (std::uint32_t v = 0; v < view_.touchpoints; ++v) {
        const StageId stage = journey_->stage_of[v];
        // tally_.customers is this customer's serial number in this thread
        if (visits[v] == 0 || !stage || stage_reached_by_[stage.index()] == tally_.customers)
            continue;
        stage_reached_by_[stage.index()] = tally_.customers;
        ++tally_.stages[stage.index()].reached;
    }
}

void FastWalk::look_at_lengths() const {
    const Lanes& lanes = workspace_.lanes();
    for (std::uint32_t lane = 0; lane < lanes.count; ++lane)
        if (rounds_ - born_[lane] > most_visits) throw TooManyVisits();
}

Tally FastWalk::take_tally() {
    flush_counts();
    flush_pairs();
    for (std::size_t v = 0; v < tally_.touchpoints.size(); ++v) flush_first_arrivals(v);
    return std::move(tally_);
}

/// The sums over pairs, which would overflow sooner.
void FastWalk::flush_pairs() {
    Lanes& lanes = workspace_.lanes();
    for (std::size_t v = 0; v < tally_.touchpoints.size(); ++v) flush_pairs(v);
    for (std::size_t t = 0; t < tally_.transitions.size(); ++t) {
        tally_.transitions[t].squares += 2 * Unsigned128{lanes.arrival_pairs[t]};
        lanes.arrival_pairs[t] = 0;
    }
    unpaired_steps_ = 0;
}

/// The counts that would overflow in a long run.
void FastWalk::flush_counts() {
    for (std::size_t v = 0; v < tally_.touchpoints.size(); ++v) flush_visits(v);
    Lanes& lanes = workspace_.lanes();
    for (std::size_t t = 0; t < tally_.transitions.size(); ++t) {
        tally_.transitions[t].sum += lanes.arrivals[t];
        tally_.transitions[t].squares += lanes.arrivals[t];
        lanes.arrivals[t] = 0;
    }
    uncounted_steps_ = 0;
}

/// Sums over visits, and of their squares and products each with itself.
void FastWalk::flush_visits(std::size_t touchpoint) {
    Lanes& lanes = workspace_.lanes();
    TouchpointTally& tally = tally_.touchpoints[touchpoint];
    std::uint32_t* experience = lanes.experience_count + touchpoint * Lanes::experience_stride;
    const std::uint64_t good = experience[static_cast<std::size_t>(Experience::good)];
    const std::uint64_t bad = experience[static_cast<std::size_t>(Experience::bad)];
    const std::uint64_t visits =
        good + bad + experience[static_cast<std::size_t>(Experience::neutral)];
    std::fill_n(experience, Lanes::experience_stride, 0);
    if (visits == 0) return;
    tally.visits += {visits, visits};
    tally.good += {good, good};
    tally.bad += {bad, bad};
    tally.good_visits += good;
    tally.bad_visits += bad;
    tally.goodwill_levels.resize(view_.levels);
    std::uint32_t* levels = lanes.level_count + touchpoint * view_.levels;
    for (std::size_t level = 0; level < view_.levels; ++level) {
        const Integer128 count = levels[level];
        const Integer128 points = view_.floor + static_cast<Integer128>(level);
        tally.goodwill_levels[level] += levels[level];
        tally.goodwill += count * points;
        tally.goodwill_visits += count * points;
        tally.goodwill_squares += static_cast<Unsigned128>(count * points * points);
        levels[level] = 0;
    }
}

void FastWalk::flush_pairs(std::size_t touchpoint) {
    kernel::Pairs& pairs = workspace_.lanes().pairs[touchpoint];
    TouchpointTally& tally = tally_.touchpoints[touchpoint];
    const auto twice = [](std::int64_t sum) {
        return static_cast<Unsigned128>(2 * Integer128{sum});
    };
    const auto once = [](std::int64_t sum) { return static_cast<Unsigned128>(sum); };
    tally.visits.squares += twice(pairs.visits);
    tally.good.squares += twice(pairs.good);
    tally.bad.squares += twice(pairs.bad);
    tally.good_visits += once(pairs.good_visits);
    tally.bad_visits += once(pairs.bad_visits);
    tally.good_bad += once(pairs.good_bad);
    tally.goodwill_visits += pairs.goodwill_visits;
    tally.goodwill_squares += twice(pairs.goodwill);
    pairs = {};
}

void FastWalk::flush_first_arrivals(std::size_t touchpoint) {
    const kernel::Firsts& firsts = workspace_.lanes().firsts[touchpoint];
    TouchpointTally& tally = tally_.touchpoints[touchpoint];
    tally.reached += firsts.count;
    tally.first_arrival.count += firsts.count;
    tally.first_arrival.sum += as_signed(firsts.sum);
    tally.first_arrival.squares += WideSum::of_halves(firsts.squares, firsts.squares_high);
}

}  // namespace cjm::simulate
