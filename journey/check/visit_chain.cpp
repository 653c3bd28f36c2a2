#include "journey/check/visit_chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "base/exact_math.hpp"
#include "journey/check/wait_law.hpp"

namespace cjm::check {
namespace {

/// In a loop that the horizon ends a customer makes at most so many counted visits, and stays so
/// many.
constexpr double counted_in_excused_loop = 1e-6, end_in_excused_loop = 1e-6;

class Builder {
  public:
    Builder(const Flow& flow, const Structure& structure, GoodwillRange range,
            std::size_t most_states)
        : flow_(flow),
          structure_(structure),
          goodwill_(flow.journey->goodwill),
          range_(range),
          most_states_(most_states),
          levels_(static_cast<std::size_t>(range.highest - range.lowest) + 1) {}

    std::optional<VisitChain> build() {
        constexpr std::size_t most_places = 10'000'000;
        if (flow_.visits.size() * levels_ > most_places) return std::nullopt;
        prepare();
        if (!discover()) return std::nullopt;
        number_states();
        for (const std::size_t place : places_) add_state(place);
        for (const auto& [vertex, share] : flow_.start)
            if (flow_.is_touchpoint(vertex))
                made_.start.emplace_back(state_[place_of(vertex, flow_.start_goodwill)], share);
        return std::move(made_);
    }

  private:
    static constexpr std::uint32_t unknown = ~std::uint32_t{0};

    /// A touchpoint at a goodwill, goodwill by goodwill.
    std::size_t place_of(Vertex touchpoint, std::int64_t goodwill) const {
        const auto level = std::clamp(goodwill, range_.lowest, range_.highest) - range_.lowest;
        return static_cast<std::size_t>(level) * flow_.visits.size() + touchpoint;
    }
    Vertex touchpoint_at(std::size_t place) const {
        return static_cast<Vertex>(place % flow_.visits.size());
    }
    std::int64_t goodwill_at(std::size_t place) const {
        return range_.lowest + static_cast<std::int64_t>(place / flow_.visits.size());
    }

    void prepare() {
        state_.assign(flow_.visits.size() * levels_, unknown);
        for (std::size_t level = 0; level < levels_; ++level) {
            const auto goodwill = static_cast<double>(range_.lowest) + static_cast<double>(level);
            hazard_factor_.push_back(exact::pow(goodwill_.hazard_ratio.likely, -goodwill / 12));
        }
        run_out_.resize(flow_.visits.size());
        for (std::size_t v = 0; v < flow_.visits.size(); ++v)
            for (const FlowWay& way : flow_.visits[v].ways)
                for (const FlowEdge& edge : way.edges) run_out_[v].push_back(run_out(edge));
    }

    double run_out(const FlowEdge& edge) {
        if (!edge.patience_can_run_out()) return 0;
        const Wait& w = *edge.wait;
        const Law law{w.kind,
                      {w.mean.likely, w.sd.likely, w.low.likely, w.likely.likely, w.high.likely,
                       w.shape.likely, w.scale.likely, edge.impatience}};
        const auto [known, added] = run_out_of_law_.try_emplace(law, 0.0);
        if (added) known->second = share_out_of_patience(w, edge.impatience);
        return known->second;
    }

    std::int64_t faded(std::int64_t goodwill) const {
        const std::int64_t distance = goodwill - flow_.start_goodwill;
        const double forgotten = goodwill_.fade.likely * static_cast<double>(distance);
        return goodwill - static_cast<std::int64_t>(std::trunc(forgotten));
    }

    std::int64_t after_experience(std::int64_t goodwill, const FlowVisit& visit,
                                  std::size_t experience) const {
        const std::array<std::int64_t, 3> step{goodwill_.good.value, 0, goodwill_.bad.value};
        return std::clamp(goodwill + visit.weight * step[experience], range_.lowest,
                          range_.highest);
    }

    double leaves(const FlowVisit& visit, std::size_t experience, std::int64_t goodwill) const {
        if (!visit.can_leave(experience)) return 0;
        double hazard = visit.other;
        if (visit.dissatisfaction > 0)
            hazard += visit.dissatisfaction *
                      hazard_factor_[static_cast<std::size_t>(goodwill - range_.lowest)];
        return -exact::expm1(-visit.after(experience).hazard * hazard);
    }

    /// Calls `go(target, probability, goodwill there)` for every way from a place, outcomes
    /// included, and returns the probability to end here.
    template <class Go>
    double walk_from(std::size_t place, const Go& go) const {
        const Vertex here = touchpoint_at(place);
        const FlowVisit& visit = flow_.visits[here];
        const std::int64_t arrived = faded(goodwill_at(place));
        double end = 0;
        for (std::size_t experience = 0; experience < visit.chance.size(); ++experience) {
            const double chance = visit.chance[experience];
            if (chance <= 0) continue;
            const std::int64_t goodwill = after_experience(arrived, visit, experience);
            const double leave = leaves(visit, experience, goodwill);
            end += chance * leave;
            std::size_t slot = first_slot(visit, experience);
            for (const FlowEdge& edge : visit.after(experience).edges) {
                const double run_out = run_out_[here][slot++];
                const double taken = chance * (1 - leave) * edge.share;
                end += taken * run_out;
                go(edge.target, taken * (1 - run_out),
                   goodwill + (edge.friction ? flow_.journey->friction.goodwill.value : 0));
            }
        }
        return end;
    }

    /// Where the edges of a way start in run_out_ of its touchpoint.
    static std::size_t first_slot(const FlowVisit& visit, std::size_t experience) {
        std::size_t slot = 0;
        for (std::size_t way = 0; way < visit.way[experience]; ++way)
            slot += visit.ways[way].edges.size();
        return slot;
    }

    bool discover() {
        const auto find = [&](std::size_t place) {
            if (state_[place] != unknown) return;
            state_[place] = 0;
            places_.push_back(place);
        };
        for (const auto& [vertex, share] : flow_.start)
            if (flow_.is_touchpoint(vertex)) find(place_of(vertex, flow_.start_goodwill));
        for (std::size_t next = 0; next < places_.size(); ++next) {
            if (places_.size() > most_states_) return false;
            walk_from(places_[next], [&](Vertex target, double, std::int64_t goodwill) {
                if (flow_.is_touchpoint(target)) find(place_of(target, goodwill));
            });
        }
        return true;
    }

    void number_states() {
        std::sort(places_.begin(), places_.end());
        for (std::uint32_t state = 0; state < places_.size(); ++state)
            state_[places_[state]] = state;
    }

    void add_state(std::size_t place) {
        Chain& chain = made_.chain;
        const Vertex here = touchpoint_at(place);
        double arrived = 0;  // at an outcome
        const double gone =
            walk_from(place, [&](Vertex target, double probability, std::int64_t goodwill) {
                if (!flow_.is_touchpoint(target)) {
                    arrived += probability;
                    return;
                }
                chain.target.push_back(state_[place_of(target, goodwill)]);
                chain.probability.push_back(probability);
            });
        const bool excused = structure_.excused[structure_.components.of[here]];
        chain.first.push_back(chain.target.size());
        chain.end.push_back(gone + arrived + (excused ? end_in_excused_loop : 0));
        chain.reward.push_back(excused ? counted_in_excused_loop : 1);
        made_.touchpoint.push_back(here);
    }

    using Law = std::tuple<WaitKind, std::array<double, 8>>;

    const Flow& flow_;
    const Structure& structure_;
    const Goodwill& goodwill_;
    GoodwillRange range_;
    std::size_t most_states_, levels_;
    std::vector<double> hazard_factor_;         ///< by level: hazard_ratio^(-g / 12)
    std::vector<std::vector<double>> run_out_;  ///< by touchpoint: ways and edges in a row
    std::map<Law, double> run_out_of_law_;
    std::vector<std::size_t> places_;   ///< by state
    std::vector<std::uint32_t> state_;  ///< by place
    VisitChain made_;
};

}  // namespace

GoodwillRange goodwill_range(const Flow& flow, const Structure& structure) {
    constexpr auto good = static_cast<std::size_t>(Experience::good);
    constexpr auto bad = static_cast<std::size_t>(Experience::bad);
    const Goodwill& goodwill = flow.journey->goodwill;
    bool rises = false, falls = flow.journey->friction.goodwill.value < 0;
    for (std::size_t v = 0; v < flow.visits.size(); ++v) {
        if (!structure.reached[v]) continue;
        rises = rises || (flow.visits[v].chance[good] > 0 && goodwill.good.value > 0);
        falls = falls || (flow.visits[v].chance[bad] > 0 && goodwill.bad.value < 0);
    }
    return {falls ? goodwill.floor.value : flow.start_goodwill,
            rises ? goodwill.ceiling.value : flow.start_goodwill};
}

std::optional<VisitChain> visit_chain(const Flow& flow, const Structure& structure,
                                      GoodwillRange range, std::size_t most_states) {
    return Builder(flow, structure, range, most_states).build();
}

}  // namespace cjm::check
