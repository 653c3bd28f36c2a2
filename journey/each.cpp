#include "journey/each.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/exact_math.hpp"
#include "journey/notes.hpp"
#include "journey/shares.hpp"

namespace cjm {
namespace {

constexpr double smallest_sum = 1e-300;

/// The same bits on every machine.
double power(double base, double exponent) {
    return exact::pow(base, exponent);
}

std::string_view word(Owner owner) {
    switch (owner) {
        case Owner::us:
            return "us";
        case Owner::partner:
            return "partner";
        case Owner::third_party:
            return "third-party";
    }
    return {};
}

std::string_view word(Moment moment) {
    switch (moment) {
        case Moment::know:
            return "know";
        case Moment::go:
            return "go";
        case Moment::do_:
            return "do";
        case Moment::buy:
            return "buy";
    }
    return {};
}

bool is_or_any(const std::optional<Text>& wanted, std::string_view actual) {
    return !wanted || wanted->value == actual;
}

void set(Number& number, double value) {
    number = {value, value, value, number.where};
}

double likely(const std::optional<Number>& multiplier) {
    return multiplier ? multiplier->likely : 1.0;
}

void multiply(std::optional<Number>& value, const std::optional<Number>& multiplier) {
    if (value && multiplier) set(*value, value->likely * multiplier->likely);
}

void change_experience(std::optional<ExperienceShares>& experience, const Each& each) {
    if (!experience || (!each.bad && !each.good)) return;
    const double bad = std::min(1.0, likely(each.bad) * experience->bad.likely);
    const double good = std::min(likely(each.good) * experience->good.likely, 1.0 - bad);
    set(experience->bad, bad);
    set(experience->good, good);
}

void change_leaving(std::optional<Next>& next, const Each& each) {
    if (!next || !each.leave) return;
    const double stay = sum_of_shares(next->shares);
    const double changed = std::max(smallest_sum, power(stay, each.leave->likely));
    if (changed == stay) return;
    for (auto& share : next->shares) set(share.number, share.number.likely * (changed / stay));
    next->counts.clear();  // what was observed no longer says what happens
}

void change_wait(Wait& wait, double multiplier) {
    if (multiplier == 0.0) {
        Wait none;  // fixed 0
        none.where = wait.where;
        wait = std::move(none);
        return;
    }
    for (auto duration :
         {&Wait::mean, &Wait::sd, &Wait::low, &Wait::likely, &Wait::high, &Wait::scale})
        set(wait.*duration, (wait.*duration).likely * multiplier);
}

void change_patience(Number& patience, double multiplier) {
    set(patience, std::max(std::numeric_limits<double>::min(), patience.likely * multiplier));
}

void change(Behaviour& behaviour, const Each& each) {
    change_experience(behaviour.experience, each);
    change_leaving(behaviour.next, each);
    for (auto& next : behaviour.after) change_leaving(next, each);
    if (behaviour.wait && each.wait)
        for (auto& entry : behaviour.wait->entries) change_wait(entry.wait, each.wait->likely);
    if (behaviour.patience && each.patience)
        for (auto& entry : behaviour.patience->entries)
            change_patience(entry.number, each.patience->likely);
    multiply(behaviour.effort, each.effort);
    multiply(behaviour.cost, each.cost);
    multiply(behaviour.revenue, each.revenue);
    multiply(behaviour.refers, each.refers);
    if (behaviour.cost && each.cost_add)
        set(*behaviour.cost, behaviour.cost->likely + each.cost_add->likely);
}

}  // namespace

bool matches(const Where& where, const Touchpoint& touchpoint) {
    return is_or_any(where.id, touchpoint.id.value) &&
           is_or_any(where.stage, touchpoint.stage ? touchpoint.stage->value : "") &&
           is_or_any(where.channel, touchpoint.channel ? touchpoint.channel->value : "") &&
           is_or_any(where.owner, word(touchpoint.owner_or_us())) &&
           is_or_any(where.moment, touchpoint.moment ? word(touchpoint.moment->value) : "") &&
           (!where.tag || has_tag(touchpoint, where.tag->value));
}

void apply_each(const Each& each, Touchpoint& touchpoint) {
    if (each.cost_add && !touchpoint.behaviour.cost) touchpoint.behaviour.cost = 0.0;
    change(touchpoint.behaviour, each);
    for (auto& [persona, own] : touchpoint.for_persona) change(own, each);
}

}  // namespace cjm
