#include "simulate/exact/lifetime_gradient.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "simulate/exact/one_visit.hpp"
#include "simulate/exact/purchases.hpp"

namespace cjm::simulate {
namespace {

/// Buyers and their discounted margin, and how both move with a touchpoint's experiences.
struct Parts {
    struct Slope {
        double buyers = 0, margin = 0;
    };
    double buyers = 0, margin = 0;
    std::vector<Slope> slopes;  // by touchpoint
};

/// Adds what one persona's customers do.
class PersonaSlopes {
  public:
    PersonaSlopes(const ResolvedJourney& journey, PersonaId persona, double discount_per_day)
        : journey_(journey),
          persona_(persona),
          share_(journey.personas[persona.index()].share),
          chain_(build_chain(journey, persona, 1, discount_per_day)),
          solver_(chain_),
          good_over_bad_(chain_, solver_),
          purchases_(purchases_of(chain_)) {}

    /// The loop that could not be solved, or none.
    const Component* add(Parts& parts) {
        if (std::find(purchases_.begin(), purchases_.end(), true) == purchases_.end())
            return nullptr;
        const ChainVector start = solver_.start();
        before_ = solver_.arrivals(start, Weighing::customers, purchases_);
        before_discounted_ = solver_.arrivals(start, Weighing::discounted, purchases_);
        since_ = solver_.arrivals(at_purchases(chain_, before_discounted_), Weighing::discounted);
        buys_ = chance_to_buy(solver_);
        set_spent();
        set_to_come();
        parts.buyers += share_ * at_purchases(chain_, before_).total();
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) add(TouchpointId(t), parts);
        return solver_.stuck();
    }

  private:
    [[nodiscard]] double margin_of(TouchpointId touchpoint) const {
        const VisitValues& values = journey_.visit(persona_, touchpoint).values;
        return values.revenue - values.cost;
    }

    /// Money of earlier visits, in hand when a customer who has not bought yet comes by.
    void set_spent() {
        spent_ = ChainVector(chain_);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            if (purchases_[t]) continue;
            const auto from = std::as_const(before_discounted_).at(TouchpointId(t));
            const auto to = spent_.at(TouchpointId(t));
            for (std::size_t i = 0; i < from.size(); ++i)
                to[i] = margin_of(TouchpointId(t)) * from[i];
        }
        spent_ = solver_.arrivals(std::move(spent_), Weighing::customers, purchases_);
    }

    /// Discounted money to come, of everybody, and of buyers to be before their first purchase.
    void set_to_come() {
        ChainVector all(chain_), buyers(chain_);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            const auto worth = all.at(TouchpointId(t));
            std::fill(worth.begin(), worth.end(), margin_of(TouchpointId(t)));
        }
        to_come_ = solver_.values(std::move(all), Weighing::discounted);
        for (std::size_t t = 0; t < chain_.visits.size(); ++t) {
            const auto worth = buyers.at(TouchpointId(t));
            const auto chance = std::as_const(buys_).at(TouchpointId(t));
            const auto since = std::as_const(to_come_).at(TouchpointId(t));
            for (std::size_t i = 0; i < worth.size(); ++i)
                worth[i] = purchases_[t] ? since[i] : margin_of(TouchpointId(t)) * chance[i];
        }
        buyers_to_come_ = solver_.values(std::move(buyers), Weighing::discounted, purchases_);
    }

    void add(TouchpointId touchpoint, Parts& parts) {
        Parts::Slope& slope = parts.slopes[touchpoint.index()];
        slope.margin += share_ * good_over_bad_(touchpoint, since_, to_come_, Weighing::discounted);
        parts.margin += share_ * margin_of(touchpoint) * since_.total(touchpoint);
        if (purchases_[touchpoint.index()]) return;
        parts.margin += share_ * margin_of(touchpoint) *
                        product(std::as_const(before_discounted_).at(touchpoint),
                                std::as_const(buys_).at(touchpoint));
        slope.buyers += share_ * good_over_bad_(touchpoint, before_, buys_, Weighing::customers);
        slope.margin += share_ * (good_over_bad_(touchpoint, before_discounted_, buyers_to_come_,
                                                 Weighing::discounted) +
                                  good_over_bad_(touchpoint, spent_, buys_, Weighing::customers));
    }

    const ResolvedJourney& journey_;
    PersonaId persona_;
    double share_;
    Chain chain_;
    ChainSolver solver_;
    GoodOverBad good_over_bad_;
    Cut purchases_;
    ChainVector before_, before_discounted_, since_, buys_, spent_, to_come_, buyers_to_come_;
};

/// Of margin / buyers, by touchpoint.
std::vector<double> quotient_rule(const Parts& parts) {
    std::vector<double> gradients(parts.slopes.size(), std::numeric_limits<double>::quiet_NaN());
    if (!(parts.buyers > 0)) return gradients;
    const double ratio = parts.margin / parts.buyers;
    for (std::size_t t = 0; t < gradients.size(); ++t)
        gradients[t] = (parts.slopes[t].margin - ratio * parts.slopes[t].buyers) / parts.buyers;
    return gradients;
}

}  // namespace

LifetimeGradients solve_lifetime_gradients(const ResolvedJourney& journey) {
    CJM_EXPECTS(!journey.horizon_days);
    const double discount_per_day = exact::log1p(journey.discount_rate) / 365;
    Parts parts;
    parts.slopes.resize(journey.touchpoints.size());
    for (std::size_t p = 0; p < journey.personas.size(); ++p) {
        if (!(journey.personas[p].share > 0)) continue;
        PersonaSlopes persona(journey, PersonaId(p), discount_per_day);
        if (const Component* stuck = persona.add(parts)) return {{}, name_loop(*stuck)};
    }
    return {quotient_rule(parts), {}};
}

}  // namespace cjm::simulate
