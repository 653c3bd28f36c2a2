#include "journey/check/chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "base/contract.hpp"
#include "journey/check/elimination.hpp"
#include "journey/graph.hpp"

namespace cjm::check {
namespace {

constexpr double certain_end = 1e-12;  ///< added to every visit
constexpr double precision = 5e-4;     ///< relative width of the bounds that is enough

using Vector = std::vector<double>;

/// h / largest <= solution <= h / smallest, when smallest > 0.
struct Ratios {
    double smallest = std::numeric_limits<double>::infinity(), largest = 0;
    [[nodiscard]] bool precise() const {
        return smallest > 0 && largest <= smallest * (1 + precision);
    }
    [[nodiscard]] double spread() const { return largest - smallest; }
};

/// (Q x) of a state
double gone_on(const Block& block, std::span<const double> x, std::size_t state) {
    double sum = 0;
    for (std::size_t i = block.first[state]; i < block.first[state + 1]; ++i)
        sum += block.q[i] * x[block.column[i]];
    return sum;
}

/// r - (I - Q) x
void residual(const Block& block, std::span<const double> x, std::span<double> result) {
    for (std::size_t s = 0; s < block.size(); ++s)
        result[s] = block.r[s] - (x[s] - gone_on(block, x, s));
}

/// Of (x - Q x) / r over the states of a block.
Ratios ratios_of(const Block& block, std::span<const double> rest) {
    Ratios found;
    for (std::size_t s = 0; s < block.size(); ++s) {
        const double ratio = 1 - rest[s] / block.r[s];
        found.smallest = std::min(found.smallest, ratio);
        found.largest = std::max(found.largest, ratio);
    }
    return found;
}

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// (I - Q) x
void apply(const Block& block, const Vector& x, Vector& result) {
    for (std::size_t s = 0; s < block.size(); ++s) result[s] = x[s] - gone_on(block, x, s);
}

/// Bi-conjugate gradients, stabilised (van der Vorst 1992), with an elimination as preconditioner
/// where there is one; improves `x` until its bounds are precise or the rounds are used up.
class Corrector {
  public:
    Corrector(const Block& block, const Elimination* elimination, Vector& x)
        : block_(block),
          elimination_(elimination),
          x_(x),
          rest_(x.size()),
          p_(x.size()),
          v_(x.size()),
          s_(x.size()),
          t_(x.size()),
          preconditioned_(x.size()) {}

    Ratios run() {
        // rounds are cheap without an elimination, and few are needed with one
        const int most_rounds = elimination_ ? 60 : 200;
        Vector best;
        Ratios best_ratios{0, std::numeric_limits<double>::infinity()};
        restart();
        for (int round = 0; round < most_rounds; ++round) {
            residual(block_, x_, t_);
            const Ratios ratios = ratios_of(block_, t_);
            if (ratios.precise()) return ratios;
            if (ratios.spread() < best_ratios.spread()) {
                best = x_;
                best_ratios = ratios;
            }
            if (!step()) restart();
        }
        x_ = best;
        return best_ratios;
    }

  private:
    void restart() {
        residual(block_, x_, rest_);
        shadow_ = rest_;
        rho_ = alpha_ = omega_ = 1;
        std::fill(p_.begin(), p_.end(), 0.0);
        std::fill(v_.begin(), v_.end(), 0.0);
    }

    void precondition(const Vector& vector) {
        if (elimination_)
            elimination_->solve(vector, preconditioned_);
        else
            preconditioned_ = vector;
    }

    /// False where the iteration breaks down.
    bool step() {
        const double rho = dot(shadow_, rest_);
        if (rho == 0 || omega_ == 0) return false;
        const double beta = rho / rho_ * (alpha_ / omega_);
        rho_ = rho;
        for (std::size_t i = 0; i < p_.size(); ++i)
            p_[i] = rest_[i] + beta * (p_[i] - omega_ * v_[i]);
        precondition(p_);
        apply(block_, preconditioned_, v_);
        const double denominator = dot(shadow_, v_);
        if (denominator == 0) return false;
        alpha_ = rho / denominator;
        for (std::size_t i = 0; i < p_.size(); ++i) {
            x_[i] += alpha_ * preconditioned_[i];
            s_[i] = rest_[i] - alpha_ * v_[i];
        }
        precondition(s_);
        apply(block_, preconditioned_, t_);
        const double size = dot(t_, t_);
        if (size == 0) return false;
        omega_ = dot(t_, s_) / size;
        for (std::size_t i = 0; i < p_.size(); ++i) {
            x_[i] += omega_ * preconditioned_[i];
            rest_[i] = s_[i] - omega_ * t_[i];
        }
        return std::isfinite(omega_) && std::isfinite(alpha_);
    }

    const Block& block_;
    const Elimination* elimination_;
    Vector& x_;
    Vector rest_, shadow_, p_, v_, s_, t_, preconditioned_;
    double rho_ = 1, alpha_ = 1, omega_ = 1;
};

/// Goes through the block again and again, which is enough where customers leave soon: goes on
/// while what is missing shrinks by a tenth or more in a bout.
Ratios sweep(const Block& block, Vector& x, Vector& rest) {
    constexpr int bouts = 60, sweeps_per_bout = 20;
    constexpr double shrinks = 0.1;
    Ratios ratios;
    for (int bout = 1; bout <= bouts; ++bout) {
        for (int i = 0; i < sweeps_per_bout; ++i)
            for (std::size_t s = block.size(); s-- > 0;) x[s] = block.r[s] + gone_on(block, x, s);
        residual(block, x, rest);
        ratios = ratios_of(block, rest);
        if (ratios.precise() || ratios.smallest < shrinks) break;
    }
    return ratios;
}

class Totals {
  public:
    explicit Totals(const Chain& chain)
        : chain_(chain),
          place_(chain.size()),
          line_(chain.size()),
          totals_{Vector(chain.size()), Vector(chain.size())} {}

    ChainTotals solve() {
        const Components components = components_of_rows(chain_.first, chain_.target);
        std::vector<std::vector<std::uint32_t>> members(components.count);
        for (std::uint32_t s = 0; s < chain_.size(); ++s) members[components.of[s]].push_back(s);
        component_ = &components.of;
        for (const auto& states : members) solve_component(states);  // targets come first
        return std::move(totals_);
    }

  private:
    void solve_component(const std::vector<std::uint32_t>& states) {
        const Block block = block_of(states);
        Vector x(block.size());
        Ratios ratios{1, 1};
        if (block.size() == 1)
            x[0] = block.r[0];
        else
            ratios = solve_block(block, x);
        for (std::size_t s = 0; s < states.size(); ++s) {
            totals_.high[states[s]] = x[s] / ratios.smallest;
            totals_.low[states[s]] = x[s] / ratios.largest * certainty_;
        }
    }

    Ratios solve_block(const Block& block, Vector& x) {
        Vector rest(block.size());
        Ratios ratios = sweep(block, x, rest);
        if (ratios.precise()) return ratios;
        ratios = Corrector(block, nullptr, x).run();
        if (ratios.precise()) return ratios;
        const Elimination elimination(block);
        elimination.solve(block.r, x);
        residual(block, x, rest);
        ratios = ratios_of(block, rest);
        if (ratios.precise()) return ratios;
        ratios = Corrector(block, &elimination, x).run();
        if (ratios.precise()) return ratios;
        totals_.proven = false;
        return {1, 1};
    }

    /// The component by itself: ways back to the same state scaled away, ways out worked into `end`
    /// and `r`.
    Block block_of(const std::vector<std::uint32_t>& states) {
        Block block;
        certainty_ = 1;
        for (std::uint32_t i = 0; i < states.size(); ++i) place_[states[i]] = i;
        for (const std::uint32_t state : states) add_row(state, block);
        return block;
    }

    void add_row(std::uint32_t state, Block& block) {
        double end = chain_.end[state] + certain_end, r = chain_.reward[state], away = 0;
        touched_.clear();
        for (std::size_t i = chain_.first[state]; i < chain_.first[state + 1]; ++i) {
            const std::uint32_t target = chain_.target[i];
            const double probability = chain_.probability[i];
            if (target == state || probability <= 0) continue;
            if ((*component_)[target] != (*component_)[state]) {
                end += probability;
                r += probability * totals_.high[target];
                certainty_ = std::min(certainty_, totals_.low[target] / totals_.high[target]);
                continue;
            }
            if (line_[place_[target]] == 0) touched_.push_back(place_[target]);
            line_[place_[target]] += probability;
            away += probability;
        }
        const double moved = end + away;
        for (const std::uint32_t column : touched_) {
            block.column.push_back(column);
            block.q.push_back(line_[column] / moved);
            line_[column] = 0;
        }
        block.first.push_back(block.column.size());
        block.end.push_back(end / moved);
        block.r.push_back(r / moved);
    }

    const Chain& chain_;
    const std::vector<std::uint32_t>* component_ = nullptr;
    std::vector<std::uint32_t> place_, touched_;
    Vector line_;
    double certainty_ = 1;  ///< low / high of the ways out of the component
    ChainTotals totals_;
};

}  // namespace

ChainTotals expected_totals(const Chain& chain) {
    CJM_EXPECTS(chain.first.size() == chain.size() + 1 && chain.reward.size() == chain.size());
    return Totals(chain).solve();
}

}  // namespace cjm::check
