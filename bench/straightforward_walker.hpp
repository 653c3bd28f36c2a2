// Owns: the yardstick of the engine's speed: the walk of the model page as a competent C++
// programmer would write it first, with std:: generators and distributions, and gathering the same
// statistics. Must not know: the engine's tables, words and tallies (only the journey as numbers).
//
// How it is written, neither crippled nor tuned by hand:
// - one std::mt19937_64; std::discrete_distribution for persona, start and target (weights summed
//   once, then a binary search), std::uniform_real_distribution for the experience, the leave and
//   silence (what std::bernoulli_distribution does inside), std::lognormal_distribution and its kin
//   for waits, each with a param_type worked out once; PERT through two gammas
// - hazards worked out once as far as goodwill allows; exp and expm1 of <cmath> at each step, only
//   where somebody can leave
// - plain structs in vectors by index; no map, string, virtual call or allocation while walking
// - one customer after the other; counters of the customer under way in vectors, settled at the end
//   through lists of what was touched, so that no step or customer costs O(touchpoints)
// - statistics are doubles and histograms of equal bins
// - built with the flags of the engine (-O3, no -march, no -ffast-math)
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "bench/straightforward_statistics.hpp"
#include "simulate/resolve.hpp"

namespace cjm::bench {

class StraightforwardWalker {
  public:
    /// journey  must outlive the walker
    StraightforwardWalker(const simulate::ResolvedJourney& journey, std::uint64_t seed);

    /// Walks so many more customers and counts them.
    void walk(std::uint64_t customers);

    [[nodiscard]] const Statistics& statistics() const { return statistics_; }

  private:
    using Lognormal = std::lognormal_distribution<>;
    using Gamma = std::gamma_distribution<>;
    using Weibull = std::weibull_distribution<>;

    struct WaitSampler {
        WaitKind kind = WaitKind::fixed;
        double low = 0, range = 0;  // fixed, exponential: low is the mean
        Lognormal::param_type lognormal{};
        Gamma::param_type gamma{}, gamma_above{};  // the second for PERT only
        Weibull::param_type weibull{};
    };
    struct Edge {
        std::size_t transition = 0;
        bool to_outcome = false;
        std::size_t target = 0;
        WaitSampler wait;
        double patience = 0;  // mean, days; infinite = none
        bool friction = false;
    };
    struct Way {
        bool can_leave = false;
        double dissatisfaction = 0;           // hazard at goodwill 0
        double other = 0;                     // sum of the other hazards
        std::vector<double> other_hazards;    // by place in Visit::other_causes
        std::discrete_distribution<> target;  // into edges
        std::vector<Edge> edges;
    };
    struct Visit {
        double bad = 0, good = 0, silent = 1;
        int good_step = 0, bad_step = 0;
        bool purchase = false;
        simulate::VisitValues values;
        std::vector<std::size_t> other_causes{};
        std::vector<Way> ways{};
        std::array<std::size_t, 3> way{};
    };
    struct Persona {
        int goodwill = 0;
        std::discrete_distribution<> start{};
        std::vector<std::size_t> starts{};
        std::vector<Visit> visits{};  // by touchpoint
    };
    // The customer under way.
    struct Customer {
        std::size_t persona = 0, touchpoint = 0;
        int goodwill = 0;
        double days = 0;
        double effort = 0, cost = 0, revenue = 0, purchases = 0;
        double refers = 0, lifetime = 0;
    };
    // What the customer under way has done at a touchpoint.
    struct AtTouchpoint {
        std::uint32_t visits = 0, good = 0, bad = 0;
        double goodwill = 0;
    };

    static Sizes sizes_of(const simulate::ResolvedJourney& journey);
    static WaitSampler sampler_of(const simulate::WaitLaw& law);
    [[nodiscard]] Edge edge_of(const simulate::ResolvedEdge& edge) const;
    [[nodiscard]] Way way_of(const simulate::ResolvedWay& way,
                             const simulate::ResolvedVisit& visit) const;
    [[nodiscard]] Visit visit_of(const simulate::ResolvedVisit& visit) const;

    double uniform() { return uniform_(random_); }
    void move_goodwill(Customer& customer, int points) const;
    double draw_wait(const WaitSampler& wait);

    void walk_one();
    [[nodiscard]] bool step(Customer& customer);
    [[nodiscard]] Experience arrive(Customer& customer, const Visit& visit);
    [[nodiscard]] bool leaves(const Customer& customer, const Visit& visit, const Way& way);
    [[nodiscard]] bool go_on(Customer& customer, const Visit& visit, const Edge& edge);
    void count_visit(Customer& customer, const Visit& visit, Experience experience);
    void count_leave(const Customer& customer, std::size_t cause, bool silent, double when);
    void count_outcome(const Customer& customer, std::size_t outcome);
    void settle(const Customer& customer);
    void settle_touchpoints();
    void settle_amounts(const Customer& customer);

    const simulate::ResolvedJourney& journey_;
    std::vector<Persona> personas_;
    std::discrete_distribution<> persona_;
    double horizon_, hazard_per_point_, interest_per_day_;
    int floor_, ceiling_;

    std::mt19937_64 random_;
    std::uniform_real_distribution<> uniform_;
    std::exponential_distribution<> exponential_;
    Lognormal lognormal_;
    Gamma gamma_;
    Weibull weibull_;

    Statistics statistics_;
    std::vector<AtTouchpoint> at_;
    std::vector<std::size_t> touched_;
    std::vector<std::uint32_t> arrivals_;
    std::vector<std::size_t> touched_transitions_;
    std::vector<std::uint64_t> stage_reached_by_;
};

}  // namespace cjm::bench
