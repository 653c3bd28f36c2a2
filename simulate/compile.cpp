#include "simulate/compile.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <utility>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "simulate/observer.hpp"
#include "simulate/random/luck.hpp"
#include "simulate/random/threshold.hpp"
#include "simulate/walk/wait_table.hpp"

namespace cjm::simulate {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::uint32_t index32(std::size_t index) {
    return static_cast<std::uint32_t>(index);
}

/// factor x amount, where nothing times infinity is nothing.
double product(double factor, double amount) {
    return factor > 0 ? factor * amount : 0;
}

/// Appends a cumulative row over the positive shares; `index(i)` is what entry i stands for.
template <class Index>
std::uint32_t append_row(std::vector<CompiledShare>& rows, std::span<const double> shares,
                         Index index) {
    const std::vector<Threshold> thresholds = cumulative_thresholds(shares);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!(shares[i] > 0)) continue;
        rows.push_back({thresholds[i], index(i)});
        ++count;
    }
    return count;
}

/// The hazards of a way at goodwill 0.
struct Hazards {
    double dissatisfaction = 0, other = 0;
    friend auto operator<=>(const Hazards&, const Hazards&) = default;
};

/// Builds the tables of one journey, part by part, into `result`.
class Compiler {
  public:
    explicit Compiler(const ResolvedJourney& journey) : journey_(journey) {}

    CompiledJourney compile() {
        compile_whole();
        compile_touchpoints();
        compile_personas();
        if (journey_.fade > 0) compile_fade();
        for (const ResolvedVisit& visit : journey_.visits) compile_visit(visit);
        result_.waits = waits_.take();
        if (journey_.survey)
            result_.survey = compile_survey(*journey_.survey, journey_.goodwill_floor,
                                            journey_.goodwill_ceiling);
        return std::move(result_);
    }

  private:
    void compile_whole();
    void compile_discount();
    void compile_horizon();
    void compile_touchpoints();
    void compile_personas();
    void compile_fade();
    void compile_visit(const ResolvedVisit& visit);
    void compile_experience(const ResolvedVisit& visit, CompiledVisit& compiled) const;
    void compile_causes(const ResolvedVisit& visit, CompiledVisit& compiled);
    std::uint32_t compile_way(const ResolvedVisit& visit, const ResolvedWay& way);
    void compile_edges(const ResolvedWay& way, CompiledWay& compiled);
    std::uint32_t compile_patience(double mean_days);
    std::uint32_t leave_row(const ResolvedVisit& visit, const ResolvedWay& way);
    LeaveThresholds leave_thresholds(const Hazards& hazards, double against_goodwill) const;
    std::int64_t span() const { return journey_.goodwill_ceiling - journey_.goodwill_floor; }

    const ResolvedJourney& journey_;
    CompiledJourney result_;
    WaitTableBuilder waits_;
    std::vector<double> against_goodwill_;  // by level: hazard_ratio^(-g / 12)
    std::map<Hazards, std::uint32_t> leave_rows_;
};

void Compiler::compile_whole() {
    result_.persona_count = index32(journey_.personas.size());
    result_.touchpoint_count = index32(journey_.touchpoints.size());
    result_.outcome_count = index32(journey_.outcome_is_success.size());
    result_.cause_count = index32(journey_.cause_count);
    result_.stage_count = index32(journey_.stage_count);
    result_.goodwill_floor = static_cast<std::int32_t>(journey_.goodwill_floor);
    result_.goodwill_ceiling = static_cast<std::int32_t>(journey_.goodwill_ceiling);
    result_.friction_goodwill =
        static_cast<std::int32_t>(std::max(journey_.friction_goodwill, -span()));
    result_.friction_effort = journey_.friction_effort;
    result_.in_progress_is_success = journey_.in_progress_is_success;
    result_.outcome_is_success.assign(journey_.outcome_is_success.begin(),
                                      journey_.outcome_is_success.end());
    compile_discount();
    compile_horizon();
    for (std::int64_t g = journey_.goodwill_floor; g <= journey_.goodwill_ceiling; ++g) {
        const double against = exact::pow(journey_.hazard_ratio, -static_cast<double>(g) / 12);
        // however small, a hazard stays one
        against_goodwill_.push_back(std::max(against, std::numeric_limits<double>::min()));
    }
}

/// (1 + rate)^(-t / 365 d) as a power of two.
void Compiler::compile_discount() {
    constexpr double per_ln2 = 0x1.71547652b82fep+0;
    const double halvings_per_year = exact::log1p(journey_.discount_rate) * per_ln2;
    if (!(halvings_per_year > 0)) return;
    const double halvings = halvings_per_year / (365 * ticks_per_day);
    result_.discount = static_cast<std::uint64_t>(std::max(halvings * 0x1p80 + 0.5, 1.0));
    waits_.need_powers();
}

void Compiler::compile_horizon() {
    const auto ticks_of = [](double days) {
        return static_cast<Ticks>(
            std::min(days * ticks_per_day + 0.5, static_cast<double>(latest_time)));
    };
    if (!journey_.horizon_days || ticks_of(*journey_.horizon_days) == latest_time) return;
    result_.horizon = ticks_of(*journey_.horizon_days);
    if (!journey_.ghost_after_days) return;
    for (const double wait : observer_waits(*journey_.horizon_days, *journey_.ghost_after_days))
        result_.observer_cutoffs.push_back(result_.horizon - ticks_of(wait));
}

void Compiler::compile_touchpoints() {
    result_.stage_of = journey_.stage_of;
    result_.customer_luck = luck_of({});
    result_.luck = distinct_luck(journey_.touchpoints);
    result_.transitions = journey_.transitions;
    result_.first_transition.assign(journey_.touchpoints.size() + 1, 0);
    for (const Transition& transition : journey_.transitions)
        ++result_.first_transition[transition.from.index() + 1];
    for (std::size_t i = 0; i < journey_.touchpoints.size(); ++i)
        result_.first_transition[i + 1] += result_.first_transition[i];
}

void Compiler::compile_personas() {
    std::vector<double> shares;
    for (const ResolvedPersona& persona : journey_.personas) {
        shares.push_back(persona.share);
        CompiledPersona compiled;
        compiled.goodwill = static_cast<std::int32_t>(persona.goodwill);
        compiled.first_start = index32(result_.starts.size());
        std::vector<double> starts;
        for (const auto& [touchpoint, share] : persona.start) starts.push_back(share);
        compiled.start_count = append_row(result_.starts, starts, [&](std::size_t i) {
            return index32(persona.start[i].first.index());
        });
        result_.personas.push_back(compiled);
    }
    append_row(result_.persona_shares, shares, index32);
}

void Compiler::compile_fade() {
    for (const ResolvedPersona& persona : journey_.personas)
        for (std::int64_t g = journey_.goodwill_floor; g <= journey_.goodwill_ceiling; ++g) {
            const double forgotten = journey_.fade * static_cast<double>(g - persona.goodwill);
            const std::int64_t faded = g - static_cast<std::int64_t>(forgotten);  // toward zero
            result_.faded.push_back(static_cast<std::int16_t>(faded - journey_.goodwill_floor));
        }
}

void Compiler::compile_visit(const ResolvedVisit& visit) {
    CompiledVisit compiled;
    compile_experience(visit, compiled);
    compile_causes(visit, compiled);
    compiled.silent_below = threshold(visit.silent);
    std::vector<std::uint32_t> ways;
    for (const ResolvedWay& way : visit.ways) ways.push_back(compile_way(visit, way));
    for (std::size_t e = 0; e < visit.way.size(); ++e) compiled.way[e] = ways[visit.way[e]];
    result_.values.push_back(visit.values);
    result_.visits.push_back(compiled);
}

void Compiler::compile_experience(const ResolvedVisit& visit, CompiledVisit& compiled) const {
    const double neutral = 1 - visit.bad - visit.good;
    const std::array<double, 3> shares{visit.bad, neutral > 1e-9 ? neutral : 0, visit.good};
    const std::vector<Threshold> thresholds = cumulative_thresholds(shares);
    compiled.bad_below = thresholds[0];
    compiled.good_from = thresholds[1];
    const auto step = [&](std::int64_t points) {  // a step beyond the span ends where the span ends
        const std::int64_t within = std::clamp(points, -span(), span()) * visit.weight;
        return static_cast<std::int16_t>(std::clamp(within, -span(), span()));
    };
    compiled.good_step = step(journey_.goodwill_good);
    compiled.bad_step = step(journey_.goodwill_bad);
}

void Compiler::compile_causes(const ResolvedVisit& visit, CompiledVisit& compiled) {
    std::vector<double> factors;
    double sum = 0;
    for (const ResolvedCause& cause : visit.causes) {
        const bool apart = cause.cause.index() == std::size_t(BuiltInCause::dissatisfaction);
        factors.push_back(apart ? 0 : cause.factor);
        sum += factors.back();
    }
    compiled.first_cause = index32(result_.causes.size());
    if (!(sum > 0)) return;
    const std::vector<Threshold> thresholds = cumulative_thresholds(factors);
    for (std::size_t i = 0; i < factors.size(); ++i)
        if (factors[i] > 0)
            result_.causes.push_back({index32(visit.causes[i].cause.index()), thresholds[i]});
    compiled.cause_count = index32(result_.causes.size()) - compiled.first_cause;
}

std::uint32_t Compiler::compile_way(const ResolvedVisit& visit, const ResolvedWay& way) {
    CompiledWay compiled;
    compile_edges(way, compiled);
    compiled.leave_row = leave_row(visit, way);
    CJM_ENSURES(compiled.edge_count > 0 || compiled.leave_row != none_index);
    result_.ways.push_back(compiled);
    return index32(result_.ways.size() - 1);
}

void Compiler::compile_edges(const ResolvedWay& way, CompiledWay& compiled) {
    compiled.first_edge = index32(result_.edges.size());
    std::vector<double> shares;
    for (const ResolvedEdge& edge : way.edges) shares.push_back(edge.share);
    if (!(way.stay > 0)) return;  // multiplied away: everybody leaves
    const std::vector<Threshold> thresholds = cumulative_thresholds(shares);
    for (std::size_t i = 0; i < way.edges.size(); ++i) {
        const ResolvedEdge& edge = way.edges[i];
        if (!(edge.share > 0)) continue;
        const Transition& transition = journey_.transitions[edge.transition.index()];
        const auto target = [](auto id) { return id ? index32(id.index()) : none_index; };
        CompiledEdge row{thresholds[i],
                         target(transition.to_touchpoint),
                         target(transition.to_outcome),
                         index32(edge.transition.index()),
                         waits_.add(edge.wait),
                         no_wait,
                         edge.friction};
        if (row.wait != no_wait) {
            result_.has_waits = true;
            row.patience = compile_patience(edge.patience_days);
        }
        result_.has_friction = result_.has_friction || edge.friction;
        result_.edges.push_back(row);
    }
    compiled.edge_count = index32(result_.edges.size()) - compiled.first_edge;
}

std::uint32_t Compiler::compile_patience(double mean_days) {
    if (!(mean_days < infinity)) return no_wait;
    WaitLaw patience;
    patience.kind = WaitKind::exponential;
    patience.mean = std::max(mean_days, 1 / ticks_per_day);  // no_wait would mean patience for ever
    return waits_.add(patience);
}

std::uint32_t Compiler::leave_row(const ResolvedVisit& visit, const ResolvedWay& way) {
    if (way.stay >= 1) return none_index;
    Hazards factors;
    for (const ResolvedCause& cause : visit.causes) {
        const bool apart = cause.cause.index() == std::size_t(BuiltInCause::dissatisfaction);
        (apart ? factors.dissatisfaction : factors.other) += cause.factor;
    }
    const double base = -exact::log(way.stay);
    Hazards hazards{product(factors.dissatisfaction, base), product(factors.other, base)};
    if (!(way.stay > 0) && !(hazards.dissatisfaction + hazards.other > 0)) hazards = {base, 0};
    if (!(hazards.dissatisfaction + hazards.other > 0)) return none_index;
    const auto next_row = index32(result_.leave.size() / against_goodwill_.size());
    const auto [row, is_new] = leave_rows_.try_emplace(hazards, next_row);
    if (is_new)
        for (const double against : against_goodwill_)
            result_.leave.push_back(leave_thresholds(hazards, against));
    return row->second;
}

LeaveThresholds Compiler::leave_thresholds(const Hazards& hazards, double against_goodwill) const {
    const double dissatisfaction = product(hazards.dissatisfaction, against_goodwill);
    const double sum = dissatisfaction + hazards.other;
    const double leave = -exact::expm1(-sum);
    const bool finite = sum < infinity;
    LeaveThresholds thresholds;
    thresholds.leave_below = threshold(leave);
    if (!(hazards.other > 0)) {
        thresholds.dissatisfaction_below = thresholds.leave_below;
    } else if (dissatisfaction > 0) {
        const double share = finite ? dissatisfaction / sum : 1;
        thresholds.dissatisfaction_below =
            std::min(threshold(leave * share), std::max(thresholds.leave_below, 2U) - 1);
    }
    return thresholds;
}

}  // namespace

CompiledJourney compile(const ResolvedJourney& journey) {
    return Compiler(journey).compile();
}

CompiledJourney compile(const Journey& journey) {
    return compile(resolve(journey));
}

}  // namespace cjm::simulate
