#include "simulate/tally/end_record.hpp"

#include "simulate/tally/amounts.hpp"

namespace cjm::simulate {
namespace {

bool is_lost(const CompiledJourney& journey, const EndRecord& record) {
    if (record.end == End::outcome) return journey.outcome_is_success[record.outcome.index()] == 0;
    return record.end != End::in_progress;
}

void count_churn(const CompiledJourney& journey, const EndRecord& record, MoneyTally& money) {
    const Ticks at_risk = record.ended - record.first_purchase;
    money.at_risk.add(at_risk);
    if (record.refers != 0) {
        money.newcomers += record.refers;
        money.newcomers_at_risk.add(Integer128{record.refers} * at_risk);
    }
    if (!is_lost(journey, record)) return;
    ++money.lost_buyers;
    money.lost_at_risk += at_risk;
    money.lost_newcomers += record.refers;
}

void count_amounts(const CompiledJourney& journey, const Amounts& amounts, const EndRecord& record,
                   Tally& tally) {
    // most journeys take and give nothing, and most customers of the others buy nothing
    const auto frictions = static_cast<std::int64_t>(record.frictions);
    if ((record.effort | record.cost | record.revenue | record.refers | frictions |
         static_cast<std::int64_t>(record.purchases)) == 0)
        return;
    tally.effort.add(total_effort(record, amounts));
    tally.newcomers.add(record.refers);
    MoneyTally& money = tally.money;
    money.revenue.add(record.revenue);
    money.cost.add(record.cost);
    money.revenue_cost.add(Integer128{record.revenue} * record.cost);
    money.revenue_purchases.add(Integer128{record.revenue} *
                                static_cast<Integer128>(record.purchases));
    money.purchases.add(record.purchases);
    if (record.purchases == 0) return;
    ++money.buyers;
    money.repeat_buyers += static_cast<std::uint64_t>(record.purchases > 1);
    money.lifetime.add(journey.discount > 0 ? record.lifetime
                                            : Integer128{record.revenue} - record.cost);
    count_churn(journey, record, money);
}

void count_seams(const Amounts& amounts, const EndRecord& record, SeamlessnessTally& tally) {
    const bool switches = record.frictions > 0;
    tally.switched += static_cast<std::uint64_t>(switches);
    tally.broken += static_cast<std::uint64_t>(switches || record.end == End::impatient);
    tally.visits.add(record.visits);
    const Integer128 effort = total_effort(record, amounts);
    tally.with_effort += static_cast<std::uint64_t>(effort > 0);
    if (!switches) return;
    tally.switches.add(record.frictions);
    tally.switches_visits += Unsigned128{record.frictions} * record.visits;
    const Integer128 repeated = static_cast<Integer128>(record.frictions) * amounts.friction_effort;
    tally.repeated.add(repeated);
    tally.repeated_effort.add(repeated * effort);
}

void count_leave(const CompiledJourney& journey, const EndRecord& record, Tally& tally) {
    PersonaTally& persona = tally.personas[record.persona.index()];
    const std::size_t v = record.touchpoint.index();
    ++(record.silent ? persona.ghosted : persona.left_openly);
    ++tally.left[tally.left_index(v, record.cause.index(), record.silent)];
    if (const StageId stage = journey.stage_of[v]) ++tally.stages[stage.index()].left;
}

}  // namespace

Integer128 total_effort(const EndRecord& record, const Amounts& amounts) {
    return record.effort + static_cast<Integer128>(record.frictions) * amounts.friction_effort;
}

void count_end(const CompiledJourney& journey, const Amounts& amounts, const EndRecord& record,
               Tally& tally) {
    ++tally.customers;
    PersonaTally& persona = tally.personas[record.persona.index()];
    ++persona.customers;
    count_amounts(journey, amounts, record, tally);
    if (journey.has_friction) count_seams(amounts, record, tally.seamlessness);
    if (record.end == End::in_progress || record.silent)
        tally.observer.add(journey.observer_cutoffs, record.last_visit, record.silent);
    if (record.end == End::in_progress) {
        ++persona.in_progress;
        return;
    }
    tally.ends.add(record.ended);
    if (record.end != End::outcome) return count_leave(journey, record, tally);
    ++persona.outcomes[record.outcome.index()];
    if (journey.outcome_is_success[record.outcome.index()] != 0)
        tally.time_to_success.add(record.ended);
}

}  // namespace cjm::simulate
