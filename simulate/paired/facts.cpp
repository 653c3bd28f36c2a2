#include "simulate/paired/facts.hpp"

#include "simulate/tally/discount.hpp"

namespace cjm::simulate {
namespace {

unsigned end_of(const CompiledJourney& journey, const EndRecord& record) {
    switch (record.end) {
        case End::outcome:
            return journey.outcome_is_success[record.outcome.index()] != 0
                       ? unsigned{Facts::succeeded} | Facts::arrived
                       : unsigned{Facts::lost};
        case End::left:
        case End::impatient:
            return Facts::lost | (record.silent ? unsigned{Facts::silent} : unsigned{Facts::open});
        case End::in_progress:
            break;
    }
    return journey.in_progress_is_success ? Facts::succeeded : Facts::on_the_way;
}

/// What a firm makes of a customer whose end it does not see.
unsigned seen_as(const Variant& variant, const EndRecord& record) {
    const bool unseen = record.end == End::in_progress || record.silent;
    if (!unseen || !variant.flagged_until) return 0;
    return record.last_visit <= *variant.flagged_until ? Facts::flagged : Facts::active;
}

/// What a buyer was worth.
Integer128 lifetime_of(const CompiledJourney& journey, const EndRecord& record, bool discounts) {
    if (record.purchases == 0) return 0;
    if (journey.discount > 0) return record.lifetime;
    const Integer128 margin = Integer128{record.revenue} - record.cost;
    return discounts ? margin * (Integer128{1} << discounted_bits) : margin;
}

}  // namespace

Facts facts_of(const Variant& variant, const EndRecord& record, bool discounts) {
    Facts facts;
    facts.marks =
        static_cast<std::uint8_t>(end_of(variant.journey, record) | seen_as(variant, record));
    facts.purchases = record.purchases;
    facts.revenue = record.revenue;
    facts.cost = record.cost;
    facts.newcomers = record.refers;
    if (record.purchases > 0) facts.at_risk = record.ended - record.first_purchase;
    if (facts.has(Facts::arrived)) facts.success_time = record.ended;
    const auto level = static_cast<std::size_t>(record.goodwill - variant.journey.goodwill_floor);
    if (!variant.csat.empty()) facts.csat = variant.csat[level];
    if (!variant.nps.empty()) facts.nps = variant.nps[level];
    facts.effort = total_effort(record, variant.amounts);
    facts.lifetime = lifetime_of(variant.journey, record, discounts);
    return facts;
}

Quantities Facts::quantities() const {
    const bool buyer = purchases > 0;
    return {has(succeeded),
            has(lost),
            has(silent),
            has(open),
            has(on_the_way),
            buyer,
            purchases > 1,
            buyer && has(lost),
            has(arrived),
            has(flagged),
            has(active),
            has(flagged) && has(silent),
            static_cast<Integer128>(purchases),
            effort,
            newcomers,
            revenue,
            cost,
            Integer128{revenue} - cost,
            at_risk,
            success_time,
            csat,
            nps,
            ces,
            lifetime};
}

double discounted_units(const Variant& variant, bool discounts) {
    const double units = variant.amounts.money_scale.units;
    return discounts ? units * (1U << discounted_bits) : units;
}

}  // namespace cjm::simulate
