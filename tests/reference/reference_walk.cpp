#include "tests/reference/reference_walk.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>

namespace cjm::reference {
namespace {

/// Position in `weights` (which need not sum to 1; `total` does the scaling) that u falls on, in
/// order.
std::size_t read_off(const std::vector<double>& weights, double total, double u) {
    double below = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        last = i;
        below += weights[i] / total;
        if (u < below) return i;
    }
    return last;
}

double total_of(const std::vector<double>& weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    return total;
}

std::vector<double> likely_values(const std::vector<NamedNumber>& entries) {
    std::vector<double> values;
    for (const auto& entry : entries) values.push_back(entry.number.likely);
    return values;
}

double lookup(const std::vector<NamedNumber>& entries, std::string_view name, double otherwise) {
    for (const auto& entry : entries)
        if (entry.name.value == name) return entry.number.likely;
    return otherwise;
}

class Customer {
  public:
    Customer(const Journey& journey, Luck& luck) : journey_(journey), luck_(luck) {}

    Story live() {
        be_somebody();
        std::string here = first_touchpoint();
        while (!here.empty()) here = visit(here);
        story_.goodwill = goodwill_;
        return story_;
    }

  private:
    // step 1
    void be_somebody() {
        std::vector<double> shares;
        for (const auto& persona : journey_.personas) shares.push_back(persona.share.likely);
        const double u = luck_.uniform("", 0, Purpose::persona);
        persona_ = &journey_.personas[read_off(shares, total_of(shares), u)];
        story_.persona = persona_->id.value;
        start_goodwill_ = static_cast<long>(persona_->goodwill ? persona_->goodwill->value
                                                               : journey_.goodwill.start.value);
        goodwill_ = start_goodwill_;
    }

    std::string first_touchpoint() {
        const Start& start = persona_->start ? *persona_->start : journey_.start;
        const auto shares = likely_values(start.shares);
        const double u = luck_.uniform("", 0, Purpose::start);
        return start.shares[read_off(shares, total_of(shares), u)].name.value;
    }

    const Touchpoint& touchpoint(const std::string& id) const {
        for (const auto& t : journey_.touchpoints)
            if (t.id.value == id) return t;
        throw std::logic_error("no touchpoint " + id);
    }

    bool is_touchpoint(const std::string& id) const {
        return std::any_of(journey_.touchpoints.begin(), journey_.touchpoints.end(),
                           [&](const Touchpoint& t) { return t.id.value == id; });
    }

    const Behaviour* own(const Touchpoint& t) const {
        for (const auto& [name, behaviour] : t.for_persona)
            if (name.value == persona_->id.value) return &behaviour;
        return nullptr;
    }

    /// The key of the persona where given, else that of the touchpoint.
    template <class T>
    const std::optional<T>& key(const Touchpoint& t, std::optional<T> Behaviour::*member) const {
        const Behaviour* mine = own(t);
        return mine && (mine->*member) ? mine->*member : t.behaviour.*member;
    }

    double number(const Touchpoint& t, std::optional<Number> Behaviour::*member,
                  double otherwise) const {
        const auto& value = key(t, member);
        return value ? value->likely : otherwise;
    }

    void set_goodwill(long value) {
        goodwill_ = std::clamp(value, static_cast<long>(journey_.goodwill.floor.value),
                               static_cast<long>(journey_.goodwill.ceiling.value));
    }

    // steps 2 to 7; returns the next touchpoint, empty at the end
    std::string visit(const std::string& id) {
        const Touchpoint& here = touchpoint(id);
        const int number_here = ++visits_[id];
        const Experience experience = arrive(here, number_here);
        const Next& next = next_after(here, experience);
        if (leaves(here, next, number_here)) return {};
        return go_on(here, next, number_here);
    }

    // step 2
    Experience arrive(const Touchpoint& here, int number_here) {
        const double fade = journey_.goodwill.fade.likely;
        goodwill_ -=
            static_cast<long>(std::trunc(fade * static_cast<double>(goodwill_ - start_goodwill_)));
        const auto& shares = key(here, &Behaviour::experience);
        const double bad = shares ? shares->bad.likely : 0;
        const double good = shares ? shares->good.likely : 0;
        const double u = luck_.uniform(here.id.value, number_here, Purpose::experience);
        Experience experience = Experience::neutral;
        if (u < bad) experience = Experience::bad;
        if (u >= 1 - good && u >= bad) experience = Experience::good;
        const auto& weight = key(here, &Behaviour::weight);
        const long times = static_cast<long>(weight ? weight->value : 1);
        if (experience == Experience::good)
            set_goodwill(goodwill_ + times * static_cast<long>(journey_.goodwill.good.value));
        if (experience == Experience::bad)
            set_goodwill(goodwill_ + times * static_cast<long>(journey_.goodwill.bad.value));
        story_.effort += number(here, &Behaviour::effort, 0);
        story_.cost += number(here, &Behaviour::cost, 0);
        story_.revenue += number(here, &Behaviour::revenue, 0);
        story_.visits.push_back({here.id.value, experience, goodwill_, day_});
        return experience;
    }

    const Next& next_after(const Touchpoint& here, Experience experience) const {
        const Behaviour* mine = own(here);
        const auto& after = mine && mine->after_given ? mine->after : here.behaviour.after;
        const auto& own_way = after[static_cast<std::size_t>(experience)];
        return own_way ? *own_way : *key(here, &Behaviour::next);
    }

    double multiplier(const std::string& cause) const {
        double product = lookup(persona_->hazard.entries, cause, 1);
        const auto found = journey_.scenario_hazard.find(cause);
        if (found != journey_.scenario_hazard.end()) product *= found->second;
        return product;
    }

    // step 3
    bool leaves(const Touchpoint& here, const Next& next, int number_here) {
        double stay = total_of(likely_values(next.shares));
        if (std::abs(stay - 1) <= 1e-9) stay = 1;
        std::vector<std::string> names{"dissatisfaction"};
        std::vector<double> weights{1};
        if (const auto& causes = key(here, &Behaviour::causes)) {
            // dissatisfaction is read off first, the others in the file's order
            weights = {lookup(causes->entries, "dissatisfaction", 0)};
            for (const auto& entry : causes->entries) {
                if (entry.name.value == "dissatisfaction") continue;
                names.push_back(entry.name.value);
                weights.push_back(entry.number.likely);
            }
        }
        const double total_weight = total_of(weights);
        std::vector<double> hazards;
        for (std::size_t c = 0; c < names.size(); ++c) {
            double hazard = -std::log(stay) * weights[c] / total_weight * multiplier(names[c]);
            if (names[c] == "dissatisfaction")
                hazard *= std::pow(journey_.goodwill.hazard_ratio.likely,
                                   -static_cast<double>(goodwill_) / 12);
            hazards.push_back(hazard);
        }
        const double hazard = total_of(hazards);
        const double leave = -std::expm1(-hazard);
        const double u = luck_.uniform(here.id.value, number_here, Purpose::leave);
        if (!(u < leave)) return false;
        end_by_leaving(here, names[read_off(hazards, hazard, u / leave)], number_here,
                       Purpose::silent);
        return true;
    }

    void end_by_leaving(const Touchpoint& here, const std::string& cause, int number_here,
                        Purpose silence) {
        story_.end = "left";
        story_.cause = cause;
        story_.day = day_;
        story_.silent = luck_.uniform(here.id.value, number_here, silence) <
                        number(here, &Behaviour::silent, 1);
    }

    bool pays_friction(const Touchpoint& here, const std::string& target) const {
        if (!is_touchpoint(target)) return false;
        const Touchpoint& there = touchpoint(target);
        if (!here.channel || !there.channel || here.channel->value == there.channel->value)
            return false;
        if (here.seamless)
            for (const auto& entry : here.seamless->entries)
                if (entry.target.value == target) return !entry.flag.value;
        return true;
    }

    // steps 4 to 7
    std::string go_on(const Touchpoint& here, const Next& next, int number_here) {
        const auto shares = likely_values(next.shares);
        const double u = luck_.uniform(here.id.value, number_here, Purpose::edge);
        const std::string target = next.shares[read_off(shares, total_of(shares), u)].name.value;
        if (pays_friction(here, target)) {
            set_goodwill(goodwill_ + static_cast<long>(journey_.friction.goodwill.value));
            story_.effort += journey_.friction.effort.likely;
        }
        const double wait = wait_for(here, target, number_here);
        const double endurance = endurance_for(here, target, number_here);
        const bool impatient = endurance < wait;
        day_ += impatient ? endurance : wait;
        if (journey_.horizon_days && day_ > journey_.horizon_days->value) {
            story_.end = "in_progress";
            story_.day = journey_.horizon_days->value;
            return {};
        }
        if (impatient) {
            end_by_leaving(here, "delay", number_here, Purpose::silent_on_the_way);
            return {};
        }
        if (is_touchpoint(target)) return target;
        story_.end = target;
        story_.day = day_;
        return {};
    }

    double wait_for(const Touchpoint& here, const std::string& target, int number_here) {
        if (const auto& waits = key(here, &Behaviour::wait))
            for (const auto& entry : waits->entries)
                if (entry.target.value == target)
                    return wait_quantile(entry.wait,
                                         luck_.uniform(here.id.value, number_here, Purpose::wait));
        return 0;
    }

    double endurance_for(const Touchpoint& here, const std::string& target, int number_here) {
        const auto& patience = key(here, &Behaviour::patience);
        const double mean = patience ? lookup(patience->entries, target, 0) : 0;
        const double speed = multiplier("delay");
        if (mean == 0 || speed == 0) return INFINITY;
        const double u = luck_.uniform(here.id.value, number_here, Purpose::patience);
        return -std::log1p(-u) * mean / speed;
    }

    const Journey& journey_;
    Luck& luck_;
    Story story_;
    const Persona* persona_ = nullptr;
    long start_goodwill_ = 0, goodwill_ = 0;
    double day_ = 0;
    std::map<std::string, int> visits_;
};

}  // namespace

Story live(const Journey& journey, Luck& luck) {
    return Customer(journey, luck).live();
}

double wait_quantile(const Wait& wait, double u) {
    namespace math = boost::math;
    const double mean = wait.mean.likely, sd = wait.sd.likely;
    const double low = wait.low.likely, high = wait.high.likely;
    switch (wait.kind) {
        case WaitKind::fixed:
            return mean;
        case WaitKind::exponential:
            return -std::log1p(-u) * mean;
        case WaitKind::uniform:
            return low + u * (high - low);
        case WaitKind::lognormal: {
            if (sd == 0) return mean;
            const double variance = std::log1p(sd / mean * (sd / mean));
            return std::exp(std::log(mean) - variance / 2 +
                            std::sqrt(variance) * math::quantile(math::normal(), u));
        }
        case WaitKind::gamma: {
            if (sd == 0) return mean;
            return math::quantile(
                math::gamma_distribution<>(mean * mean / (sd * sd), sd * sd / mean), u);
        }
        case WaitKind::weibull:
            return wait.scale.likely * std::pow(-std::log1p(-u), 1 / wait.shape.likely);
        case WaitKind::pert: {
            if (!(low < high)) return low;
            const double a = 1 + 4 * (wait.likely.likely - low) / (high - low);
            return low + (high - low) * math::quantile(math::beta_distribution<>(a, 6 - a), u);
        }
    }
    throw std::logic_error("a wait of no kind");
}

}  // namespace cjm::reference
