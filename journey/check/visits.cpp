#include "journey/check/visits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "journey/check/visit_chain.hpp"

namespace cjm::check {
namespace {

/// What is known of one persona.
struct Visits {
    double low = 1, high = 1;  ///< of a customer of this persona
    std::vector<double> gain;  ///< by component: visits that its loop makes, about
    bool solved = false;       ///< nothing better can be known
};

/// About how many visits each component's loop makes: what is ahead on entering it, less what is
/// ahead on leaving it.
std::vector<double> gains_of(const VisitChain& visits, const ChainTotals& totals,
                             const Components& components) {
    std::vector<double> inside(components.count), beyond(components.count);
    const Chain& chain = visits.chain;
    for (std::size_t state = 0; state < chain.size(); ++state) {
        const auto here = components.of[visits.touchpoint[state]];
        inside[here] = std::max(inside[here], totals.high[state]);
        for (std::size_t i = chain.first[state]; i < chain.first[state + 1]; ++i) {
            const std::uint32_t target = chain.target[i];
            if (components.of[visits.touchpoint[target]] != here)
                beyond[here] = std::max(beyond[here], totals.high[target]);
        }
    }
    for (std::size_t c = 0; c < inside.size(); ++c) inside[c] -= beyond[c];
    return inside;
}

class Estimator {
  public:
    Estimator(std::span<const Flow> flows, std::span<const Structure> structures, double limit,
              Effort& effort)
        : flows_(flows),
          structures_(structures),
          limit_(limit * (1 + rounding)),
          effort_(effort),
          visits_(flows.size()) {}

    std::optional<TooManyVisits> judge() {
        for (std::size_t i = 0; i < flows_.size(); ++i) bound_above(i);
        if (total(&Visits::high) <= limit_) return std::nullopt;
        for (std::size_t i = 0; i < flows_.size(); ++i) bound_below(i);
        while (total(&Visits::low) <= limit_) {
            if (total(&Visits::high) <= limit_) return std::nullopt;
            const auto widest = most_uncertain();
            if (!widest) break;
            solve(*widest);
        }
        return verdict();
    }

  private:
    static constexpr std::size_t all_states = std::numeric_limits<std::size_t>::max();
    static constexpr double rounding = 1e-6;  ///< so that exactly the limit is not above it

    /// Customers who would always leave as rarely as at their best goodwill make the most visits.
    void bound_above(std::size_t i) {
        const Structure& structure = structures_[i];
        if (std::find(structure.repeating.begin(), structure.repeating.end(), true) ==
            structure.repeating.end()) {
            visits_[i].high = static_cast<double>(flows_[i].visits.size());
            return;
        }
        const std::int64_t best = extreme_goodwill(i, true);
        visits_[i].high = run(i, {best, best}, all_states).second;
    }

    void bound_below(std::size_t i) {
        const std::int64_t worst = extreme_goodwill(i, false);
        visits_[i].low = std::min(visits_[i].high, run(i, {worst, worst}, all_states).first);
    }

    std::int64_t extreme_goodwill(std::size_t i, bool rarest) const {
        const GoodwillRange range = goodwill_range(flows_[i], structures_[i]);
        const bool good_keeps = flows_[i].journey->goodwill.hazard_ratio.likely >= 1;
        return good_keeps == rarest ? range.highest : range.lowest;
    }

    /// Follows goodwill itself; where that is too much, between the bounds.
    void solve(std::size_t i) {
        Visits& visits = visits_[i];
        const auto [low, high] = run(i, goodwill_range(flows_[i], structures_[i]), effort_.states);
        visits.solved = true;
        if (low == 0) {
            visits.low = visits.high = std::sqrt(visits.low * visits.high);
            return;
        }
        visits.low = low;
        visits.high = high;
    }

    /// Bounds of the visits of a customer; zeros where the chain would be too large.
    std::pair<double, double> run(std::size_t i, GoodwillRange range, std::size_t most_states) {
        const auto visits = visit_chain(flows_[i], structures_[i], range, most_states);
        if (!visits) return {0, 0};
        if (range.lowest < range.highest) effort_.states -= visits->chain.size();
        const ChainTotals totals = expected_totals(visits->chain);
        visits_[i].gain = gains_of(*visits, totals, structures_[i].components);
        double low = 0, high = 0;
        for (const auto& [state, share] : visits->start) {
            low += share * totals.low[state];
            high += share * totals.high[state];
        }
        return {low, high};
    }

    double total(double Visits::*bound) const {
        double sum = 0;
        for (std::size_t i = 0; i < flows_.size(); ++i)
            sum += flows_[i].share * (visits_[i].*bound);
        return sum;
    }

    std::optional<std::size_t> most_uncertain() const {
        std::optional<std::size_t> found;
        const auto width = [&](std::size_t i) {
            return flows_[i].share * (visits_[i].high - visits_[i].low);
        };
        for (std::size_t i = 0; i < flows_.size(); ++i)
            if (!visits_[i].solved && (!found || width(i) > width(*found))) found = i;
        return found;
    }

    std::optional<TooManyVisits> verdict() {
        const double low = total(&Visits::low), high = total(&Visits::high);
        if ((low + high) / 2 <= limit_) return std::nullopt;
        TooManyVisits found;
        found.at_least = std::max(low, limit_);
        if (high <= low * 1.01) found.about = (low + high) / 2;
        for (std::size_t i = 0; i < flows_.size(); ++i)
            if (flows_[i].share * visits_[i].high >
                flows_[found.flow].share * visits_[found.flow].high)
                found.flow = i;
        name_loop(found);
        return found;
    }

    void name_loop(TooManyVisits& found) const {
        const Structure& structure = structures_[found.flow];
        const auto& gain = visits_[found.flow].gain;
        const auto longest =
            static_cast<std::uint32_t>(std::max_element(gain.begin(), gain.end()) - gain.begin());
        std::vector<bool> inside(structure.components.of.size());
        for (Vertex v = 0; v < flows_[found.flow].visits.size(); ++v)
            if (structure.components.of[v] == longest) {
                found.members.push_back(v);
                inside[v] = true;
            }
        if (!found.members.empty())
            found.way_round = structure.graph.shortest_loop(found.members.front(), inside);
    }

    std::span<const Flow> flows_;
    std::span<const Structure> structures_;
    double limit_;
    Effort& effort_;
    std::vector<Visits> visits_;
};

}  // namespace

std::optional<TooManyVisits> too_many_visits(std::span<const Flow> flows,
                                             std::span<const Structure> structures, double limit,
                                             Effort& effort) {
    return Estimator(flows, structures, limit, effort).judge();
}

}  // namespace cjm::check
