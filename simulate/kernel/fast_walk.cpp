#include "simulate/kernel/fast_walk.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "base/contract.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/random/words.hpp"
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

void count_first(void* tally, std::uint32_t touchpoint, const DurationBatch& times) {
    static_cast<Tally*>(tally)->touchpoints[touchpoint].first_arrival.add(times);
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
      host_{&tally_, count_first},
      tally_(journey),
      survey_(journey, amounts),
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
        choose_personas();
        range_.first += draw_.count;
        range_.count -= draw_.count;
    }
    const std::uint32_t persona = draw_.persona[draw_.at];
    const CompiledPersona& own = journey_->personas[persona];
    const auto starts = std::span(journey_->starts).subspan(own.first_start, own.start_count);
    start.customer = draw_.first + draw_.at;
    start.persona = persona;
    start.touchpoint = own.start_count == 1
                           ? starts[0].index
                           : first_above<CompiledShare>(starts, draw_.word1[draw_.at]).index;
    start.level = own.goodwill - journey_->goodwill_floor;
    ++draw_.at;
    return true;
}

/// The persona of everyone drawn, without the jumps that no processor foresees.
void FastWalk::choose_personas() {
    const std::span shares(journey_->persona_shares);
    std::uint32_t* const persona = draw_.persona;
    std::fill_n(persona, draw_.count, 0);
    for (const CompiledShare& share : shares.first(shares.size() - 1))
        for (std::uint32_t i = 0; i < draw_.count; ++i)
            persona[i] += draw_.word0[i] >= share.below ? 1U : 0U;
    for (std::uint32_t i = 0; i < draw_.count; ++i) persona[i] = shares[persona[i]].index;
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
    if (survey_.asks()) count_answers(record, ended.lane);
    if (control.ended) control.ended(customer_of(ended, record));
    count_stages(ended.lane);
    workspace_.clean(ended.lane, view_);
}

const kernel::Visited* FastWalk::row_of(std::uint32_t lane) const {
    const Lanes& lanes = workspace_.lanes();
    return lanes.rows + std::size_t{lanes.row[lane]} * view_.row_length;
}

std::uint64_t FastWalk::number_of(std::uint32_t lane) const {
    const Lanes& lanes = workspace_.lanes();
    return std::uint64_t{lanes.customer_high[lane]} << 32U | lanes.customer_low[lane];
}

CustomerVisits FastWalk::visits_of(std::uint32_t lane) const {
    return {{view_.stops, view_.touchpoints}, row_of(lane)};
}

EndedCustomer FastWalk::customer_of(const Ended& ended, const EndRecord& record) const {
    return {number_of(ended.lane), record, visits_of(ended.lane)};
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
    record.frictions = static_cast<std::uint32_t>(lanes.frictions[lane]);
    record.visits = lanes.frictions[lane] >> Lanes::visits_from;
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

void FastWalk::count_answers(const EndRecord& record, std::uint32_t lane) {
    const auto visits_at = [visits = visits_of(lane)](TouchpointId touchpoint) {
        const kernel::Visited& at = visits.at(touchpoint.index());
        return SurveyCounter::Visits{at.good, at.bad, at.visits};
    };
    const SurveyWords words =
        ThreefryWords(view_.seed)(journey_->customer_luck, number_of(lane), 0, survey_block);
    survey_.add(record, words, visits_at, tally_.survey);
}

void FastWalk::count_stages(std::uint32_t lane) {
    const Lanes& lanes = workspace_.lanes();
    if (tally_.stages.size() <= 64) {
        for (std::uint64_t left = lanes.stages[lane]; left != 0; left &= left - 1)
            ++tally_.stages[static_cast<std::size_t>(std::countr_zero(left))].reached;
        return;
    }
    const CustomerVisits visits({view_.stops, view_.touchpoints}, row_of(lane));
    for (std::uint32_t v = 0; v < view_.touchpoints; ++v) {
        const StageId stage = journey_->stage_of[v];
        // tally_.customers is this customer's serial number in this thread
        if (visits.at(v).visits == 0 || !stage ||
            stage_reached_by_[stage.index()] == tally_.customers)
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
    std::uint32_t* const count =
        lanes.visit_count + touchpoint * view_.levels * Lanes::experience_stride;
    const auto seen = [&](std::size_t level, Experience experience) -> std::uint64_t {
        return count[level * Lanes::experience_stride + static_cast<std::size_t>(experience)];
    };
    std::uint64_t good = 0, bad = 0, visits = 0;
    for (std::size_t level = 0; level < view_.levels; ++level) {
        const std::uint64_t here_good = seen(level, Experience::good);
        const std::uint64_t here_bad = seen(level, Experience::bad);
        const std::uint64_t here = here_good + here_bad + seen(level, Experience::neutral);
        if (here == 0) continue;
        good += here_good;
        bad += here_bad;
        visits += here;
        const Integer128 points = view_.floor + static_cast<Integer128>(level);
        tally.goodwill_levels.resize(view_.levels);
        tally.goodwill_levels[level] += here;
        tally.goodwill += Integer128{here} * points;
        tally.goodwill_visits += Integer128{here} * points;
        tally.goodwill_squares += static_cast<Unsigned128>(Integer128{here} * points * points);
    }
    std::fill_n(count, view_.levels * Lanes::experience_stride, 0);
    tally.visits += {visits, visits};
    tally.good += {good, good};
    tally.bad += {bad, bad};
    tally.good_visits += good;
    tally.bad_visits += bad;
}

void FastWalk::flush_pairs(std::size_t touchpoint) {
    kernel::Pairs& pairs = workspace_.lanes().pairs[touchpoint];
    TouchpointTally& tally = tally_.touchpoints[touchpoint];
    const auto twice = [](std::uint64_t sum) { return 2 * Unsigned128{sum}; };
    tally.visits.squares += twice(pairs.visits);
    tally.good.squares += twice(pairs.good);
    tally.bad.squares += twice(pairs.bad);
    tally.good_visits += pairs.good_visits;
    tally.bad_visits += pairs.bad_visits;
    tally.good_bad += pairs.good_bad;
    // goodwill is floor + level
    const Integer128 floor = view_.floor, visits = pairs.visits, levels = pairs.levels_visits;
    tally.goodwill_visits += 2 * floor * visits + levels;
    tally.goodwill_squares += static_cast<Unsigned128>(
        2 * (floor * floor * visits + floor * levels + static_cast<Integer128>(pairs.levels)));
    pairs = {};
}

void FastWalk::flush_first_arrivals(std::size_t touchpoint) {
    TouchpointTally& tally = tally_.touchpoints[touchpoint];
    code_.count_first(workspace_.lanes(), host_, static_cast<std::uint32_t>(touchpoint));
    tally.reached = tally.first_arrival.count;
}

}  // namespace cjm::simulate
