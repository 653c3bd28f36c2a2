#include "simulate/exact/horizon_grid.hpp"

#include <algorithm>

#include "base/contract.hpp"

namespace cjm::simulate {
namespace {

/// Fewer customers than this, of one, are not followed further.
constexpr double negligible = 1e-16;
/// Rounds of a loop within a tick before its equations are solved instead.
constexpr int most_rounds = 60;

/// sum[i] += chance x from[i], for four ticks at once.
void add_four(const double* const from[4], const double chance[4], std::span<double> sum) {
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += (chance[0] * from[0][i] + chance[1] * from[1][i]) +
                  (chance[2] * from[2][i] + chance[3] * from[3][i]);
}

/// Sum, in four parts so that none waits for the one before; the order is fixed, so the bits are
/// too.
double customers(std::span<const double> numbers) {
    double sums[4] = {0, 0, 0, 0};
    std::size_t i = 0;
    for (; i + 4 <= numbers.size(); i += 4)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += numbers[i + k];
    for (; i < numbers.size(); ++i) sums[0] += numbers[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void add_one(const double* from, double chance, std::span<double> sum) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += chance * from[i];
}

/// to[clamp(i + step)] += scale x from[i], layer by layer.
void add_moved(std::span<const double> from, const ChainShape& shape, std::int64_t step,
               double scale, std::span<double> to) {
    const auto last = static_cast<std::int64_t>(shape.levels) - 1;
    for (std::size_t at = 0; at < from.size(); at += shape.levels)
        for (std::int64_t i = 0; i <= last; ++i) {
            const auto target =
                static_cast<std::size_t>(std::clamp<std::int64_t>(i + step, 0, last));
            to[at + target] += scale * from[at + static_cast<std::size_t>(i)];
        }
}

}  // namespace

HorizonGrid::HorizonGrid(const ResolvedJourney& journey, PersonaId persona, Chain chain,
                         std::size_t ticks, Ways ways)
    : chain_(std::move(chain)),
      ticks_(ticks),
      tick_days_(*journey.horizon_days / static_cast<double>(ticks)),
      visits_cost_(simulate::visits_cost(journey, chain_.shape.layers, ticks)) {
    CJM_EXPECTS(journey.horizon_days && ticks > 0);
    std::size_t way_number = 0;
    for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
        const auto& resolved = journey.visit(persona, TouchpointId(t));
        first_way_.push_back(way_number);
        for (std::size_t w = 0; w < resolved.ways.size(); ++w, ++way_number) {
            std::size_t next = 0;
            for (const auto& edge : resolved.ways[w].edges) {
                if (!(edge.share > 0)) continue;
                const bool left_out = ways == Ways::atoms_only && !atom_days(edge.wait);
                edges_.push_back(
                    {TouchpointId(t), way_number, chain_.visits[t].ways[w].edges[next++],
                     left_out ? WaitLattice{}
                              : wait_lattice(edge.wait, edge.patience_days, tick_days_, ticks)});
            }
        }
    }
    first_way_.push_back(way_number);
}

HorizonWalk::HorizonWalk(const HorizonGrid& grid, Touchpoints followed, Touchpoints cut)
    : grid_(grid),
      followed_(std::move(followed)),
      cut_(std::move(cut)),
      now_(within_a_tick()),
      solver_(now_),
      pass_(grid.chain()),
      going_(grid.way_count()),
      first_tick_(grid.way_count()),
      sum_(grid.chain().shape.width()) {}

Chain HorizonWalk::within_a_tick() const {
    Chain chain = grid_.chain();
    for (auto& visit : chain.visits)
        for (auto& way : visit.ways) way.edges.clear();
    for (const auto& edge : grid_.edges()) {
        if (!edge.target.touchpoint || !follows(edge.target.touchpoint)) continue;
        if (!(edge.wait.at(0) > 0)) continue;
        auto& ways = chain.visits[edge.from.index()].ways;
        ChainEdge now = edge.target;
        now.arrive = edge.wait.at(0);
        ways[edge.way - grid_.first_way(edge.from)].edges.push_back(now);
    }
    return chain;
}

std::span<const double> HorizonWalk::going(std::size_t way, std::size_t tick) const {
    const std::size_t width = grid_.chain().shape.width();
    if (going_[way].empty() || tick < first_tick_[way]) return {};
    const std::size_t at = (tick - first_tick_[way]) * width;
    if (at >= going_[way].size()) return {};
    return std::span(going_[way]).subspan(at, width);
}

/// Adds those who set out on an edge in earlier ticks and arrive in this one.
void HorizonWalk::pull(const HorizonGrid::Edge& edge, std::size_t tick, ChainVector& arrivals) {
    const auto& chances = edge.wait.arrive;
    std::size_t first = std::max<std::size_t>(edge.wait.first, 1);
    const std::size_t began = first_tick_[edge.way];
    if (going_[edge.way].empty() || tick < began + first) return;
    const std::size_t end = std::min(edge.wait.first + chances.size(), tick - began + 1);
    const std::size_t rows = going_[edge.way].size() / sum_.size();  // later ones: nobody
    if (tick - began >= rows) first = std::max(first, tick - began + 1 - rows);
    if (first >= end) return;
    std::fill(sum_.begin(), sum_.end(), 0.0);
    std::size_t lag = first;
    for (; lag + 4 <= end; lag += 4) {
        const double* from[4];
        double chance[4];
        for (std::size_t k = 0; k < 4; ++k) {
            from[k] = going(edge.way, tick - lag - k).data();
            chance[k] = chances[lag + k - edge.wait.first];
        }
        add_four(from, chance, sum_);
    }
    for (; lag < end; ++lag)
        add_one(going(edge.way, tick - lag).data(), chances[lag - edge.wait.first], sum_);
    const Chain& chain = grid_.chain();
    add_moved(sum_, chain.shape, edge.target.friction ? chain.friction : 0, edge.target.share,
              arrivals.at(edge.target.touchpoint));
}

void HorizonWalk::keep_going(std::size_t tick, std::size_t way, std::span<const double> on) {
    auto& kept = going_[way];
    if (kept.empty()) {
        first_tick_[way] = tick;
        kept.reserve((grid_.ticks() + 1 - tick) * on.size());
    }
    const std::size_t at = (tick - first_tick_[way]) * on.size();
    if (kept.size() <= at) kept.resize(at + on.size());
    for (std::size_t i = 0; i < on.size(); ++i) kept[at + i] += on[i];
}

/// Books `here` (copied, since it may lie in `coming`) as arrivals and adds those whose wait ends
/// at once to `coming`: on the way out of the loop alone, or everywhere.
void HorizonWalk::push(std::size_t tick, TouchpointId touchpoint, std::span<const double> here,
                       ChainVector& arrivals, ChainVector& coming, Reach reach) {
    const std::size_t t = touchpoint.index();
    const auto booked = arrivals.at(touchpoint);
    for (std::size_t i = 0; i < here.size(); ++i) booked[i] += here[i];
    if (!cut_.empty() && cut_[t]) return;
    pass_.booked(touchpoint, here);
    const auto& visit = now_.visits[t];
    const std::size_t own = solver_.component_of(touchpoint);
    for (std::size_t w = 0; w < visit.ways.size(); ++w) {
        pass_.after(visit, w);
        keep_going(tick, grid_.first_way(touchpoint) + w, pass_.going(visit.ways[w]));
        for (const ChainEdge& edge : visit.ways[w].edges)
            if (reach == Reach::everywhere || solver_.component_of(edge.touchpoint) != own)
                pass_.add_setting_out(edge, edge.arrive, coming.at(edge.touchpoint));
    }
}

/// Round the loop until next to nobody is left to come; where that takes too long, by the solver.
bool HorizonWalk::arrive_in_loop(std::size_t tick, const Component& component, ChainVector& coming,
                                 ChainVector& arrivals) {
    for (int round = 0; round < most_rounds; ++round) {
        bool someone = false;
        for (const TouchpointId touchpoint : component.touchpoints) {
            const auto here = coming.at(touchpoint);
            if (!(customers(coming.at(touchpoint)) > negligible)) continue;
            someone = true;
            here_.assign(here.begin(), here.end());
            std::ranges::fill(here, 0.0);
            push(tick, touchpoint, here_, arrivals, coming, Reach::everywhere);
        }
        if (!someone) return true;
    }
    const std::size_t number = solver_.component_of(component.touchpoints.front());
    LoopSolver& loop = solver_.loop(number);
    std::vector<double> solved = solver_.gather(number, coming);
    loop.arrivals(solved, Weighing::customers, cut_);
    for (std::size_t i = 0; i < component.touchpoints.size(); ++i)
        push(tick, component.touchpoints[i], loop.part(std::span<const double>(solved), i),
             arrivals, coming, Reach::across_components);
    return solver_.stuck() == nullptr;
}

/// Adds what comes at a tick, and all that it brings within the tick, to the arrivals.
bool HorizonWalk::arrive(std::size_t tick, ChainVector& coming, ChainVector& arrivals) {
    for (const Component& component : solver_.components()) {
        if (component.loops) {
            if (!arrive_in_loop(tick, component, coming, arrivals)) return false;
            continue;
        }
        const TouchpointId touchpoint = component.touchpoints.front();
        if (!(customers(coming.at(touchpoint)) > negligible)) continue;
        push(tick, touchpoint, coming.at(touchpoint), arrivals, coming, Reach::across_components);
    }
    return true;
}

bool HorizonWalk::run(
    const std::function<void(std::size_t tick, const ChainVector& arrivals)>& seen) {
    for (std::size_t tick = 0; tick <= grid_.ticks(); ++tick) {
        ChainVector coming(now_), arrivals(now_);
        if (tick == 0) {
            const ChainVector start = solver_.start();
            for (std::size_t t = 0; t < now_.visits.size(); ++t)
                if (follows(TouchpointId(t)))
                    std::ranges::copy(start.at(TouchpointId(t)),
                                      coming.at(TouchpointId(t)).begin());
        }
        for (const auto& edge : grid_.edges())
            if (edge.target.touchpoint && follows(edge.target.touchpoint)) pull(edge, tick, coming);
        if (!arrive(tick, coming, arrivals)) return false;
        seen(tick, arrivals);
    }
    return true;
}

double visits_cost(const ResolvedJourney& journey, std::size_t layers, std::size_t ticks) {
    constexpr double passes = 25;  // over a touchpoint's numbers each tick, loops included
    const auto levels = static_cast<double>(journey.goodwill_ceiling - journey.goodwill_floor + 1);
    return passes * levels * static_cast<double>(layers * ticks * journey.touchpoints.size());
}

double walk_cost(const HorizonGrid& grid) {
    const auto width = static_cast<double>(grid.chain().shape.width());
    const auto ticks = static_cast<double>(grid.ticks());
    double cost = grid.visits_cost();
    for (const auto& edge : grid.edges()) {
        if (!edge.target.touchpoint) continue;
        const auto first = static_cast<double>(edge.wait.first);
        const double lags = std::min(static_cast<double>(edge.wait.arrive.size()), ticks - first);
        cost += width * lags * std::max(0.0, ticks - first - lags / 2);
    }
    return cost;
}

}  // namespace cjm::simulate
