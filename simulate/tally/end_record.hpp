// Owns: EndRecord, what is known of a customer once their journey is over, and counting it. Must
// not know: how customers are walked.
#pragma once
#include <cstdint>

#include "base/wide_sum.hpp"
#include "simulate/tally/tally.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

struct Amounts;

/// A customer's end and their sums over all visits, in the units of Amounts.
struct EndRecord {
    PersonaId persona;
    End end = End::in_progress;
    bool silent = false;        ///< with End::left and End::impatient
    OutcomeId outcome;          ///< with End::outcome
    CauseId cause;              ///< with End::left and End::impatient
    TouchpointId touchpoint;    ///< of the last visit
    Ticks ended = 0;            ///< the horizon for End::in_progress
    Ticks last_visit = 0;       ///< when it began
    std::int32_t goodwill = 0;  ///< at the end, friction included, in points
    std::int64_t effort = 0;    ///< of visits; that of friction comes on top
    std::uint64_t frictions = 0;
    std::uint64_t visits = 0;  ///< in all; unused where no way has friction
    std::int64_t cost = 0, revenue = 0, refers = 0;
    Integer128 lifetime =
        0;  ///< discounted revenue - cost; unused where the journey has no discount
    std::uint64_t purchases = 0;
    Ticks first_purchase = 0;  ///< of a buyer
};

/// Friction included, in units of Amounts::effort_scale.
[[nodiscard]] Integer128 total_effort(const EndRecord& record, const Amounts& amounts);

/// Adds one customer's end, effort, money and newcomers to a tally.
void count_end(const CompiledJourney& journey, const Amounts& amounts, const EndRecord& record,
               Tally& tally);

}  // namespace cjm::simulate
