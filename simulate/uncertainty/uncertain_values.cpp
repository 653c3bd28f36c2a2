#include "simulate/uncertainty/uncertain_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "journey/shares.hpp"

namespace cjm::simulate {
namespace {

bool any_uncertain(const std::vector<NamedNumber>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const NamedNumber& entry) { return entry.number.uncertain(); });
}

/// The part of a path from position `from` to the next ".".
std::string part(const std::string& path, std::size_t from) {
    return path.substr(from, path.find('.', from) - from);
}

}  // namespace

void UncertainValues::visit(Journey& journey) {
    whole(journey);
    personas(journey.personas);
    for (Touchpoint& touchpoint : journey.touchpoints)
        this->touchpoint("touchpoint." + touchpoint.id.value, touchpoint);
    if (journey.survey) survey(*journey.survey);
    for (Scenario& scenario : journey.scenarios) this->scenario(scenario);
}

void UncertainValues::number(const Path& path, Number& number) {
    if (number.uncertain()) set_number(path, number);
}

void UncertainValues::number(const Path& path, std::optional<Number>& value) {
    if (value) number(path, *value);
}

void UncertainValues::entries(const Path& path, std::vector<NamedNumber>& entries) {
    for (NamedNumber& entry : entries) number(path + "." + entry.name.value, entry.number);
}

/// Shares that sum to 1.
void UncertainValues::whole_shares(const Path& path, std::vector<NamedNumber>& shares) {
    if (!any_uncertain(shares)) return;
    entries(path, shares);
    std::vector<Number*> numbers;
    for (NamedNumber& share : shares) numbers.push_back(&share.number);
    scale_to_one(path, numbers);
}

void UncertainValues::scale_to_one(const Path& path, const std::vector<Number*>& numbers) {
    double sum = 0;
    for (const Number* number : numbers) sum += number->likely;
    if (!(sum > 0) || std::abs(sum - 1) <= share_tolerance) return;
    for (Number* number : numbers) set(*number, number->likely / sum);
    scaled_.push_back(path);
}

void UncertainValues::next(const Path& path, std::optional<Next>& next) {
    if (!next) return;
    if (!next->counts.empty()) return set_counts(path + ".counts", *next);
    if (!any_uncertain(next->shares)) return;
    entries(path + ".next", next->shares);
    const double sum = sum_of_shares(next->shares);
    if (sum <= 1 + share_tolerance) return;
    for (NamedNumber& share : next->shares) set(share.number, share.number.likely / sum);
    scaled_.push_back(path + ".next");
}

void UncertainValues::experience(const Path& path, std::optional<ExperienceShares>& experience) {
    if (!experience || !(experience->good.uncertain() || experience->bad.uncertain())) return;
    number(path + ".good", experience->good);
    number(path + ".bad", experience->bad);
    const double sum = experience->good.likely + experience->bad.likely;
    if (sum <= 1 + share_tolerance) return;
    set(experience->bad, experience->bad.likely / sum);
    set(experience->good, 1 - experience->bad.likely);
    scaled_.push_back(path);
}

void UncertainValues::wait(const Path& path, Wait& wait) {
    number(path + ".mean", wait.mean);
    number(path + ".sd", wait.sd);
    number(path + ".low", wait.low);
    number(path + ".likely", wait.likely);
    number(path + ".high", wait.high);
    number(path + ".shape", wait.shape);
    number(path + ".scale", wait.scale);
    put_in_order(wait);
}

void UncertainValues::put_in_order(Wait& wait) {
    if (wait.kind == WaitKind::uniform && wait.low.likely > wait.high.likely)
        std::swap(wait.low, wait.high);
    if (wait.kind == WaitKind::pert) {
        if (wait.low.likely > wait.high.likely) std::swap(wait.low, wait.high);
        if (wait.likely.likely < wait.low.likely) std::swap(wait.likely, wait.low);
        if (wait.likely.likely > wait.high.likely) std::swap(wait.likely, wait.high);
    }
    const bool has_sd = wait.kind == WaitKind::lognormal || wait.kind == WaitKind::gamma;
    if (has_sd && wait.mean.likely == 0) set(wait.sd, 0);
}

void UncertainValues::behaviour(const Path& path, Behaviour& behaviour) {
    experience(path + ".experience", behaviour.experience);
    next(path, behaviour.next);
    static constexpr std::array names{".after.good", ".after.neutral", ".after.bad"};
    for (std::size_t i = 0; i < behaviour.after.size(); ++i)
        next(path + names[i], behaviour.after[i]);
    if (behaviour.causes) entries(path + ".causes", behaviour.causes->entries);
    number(path + ".silent", behaviour.silent);
    number(path + ".effort", behaviour.effort);
    number(path + ".cost", behaviour.cost);
    number(path + ".revenue", behaviour.revenue);
    number(path + ".refers", behaviour.refers);
    if (behaviour.wait)
        for (NamedWait& entry : behaviour.wait->entries)
            wait(path + ".wait." + entry.target.value, entry.wait);
    if (behaviour.patience) entries(path + ".patience", behaviour.patience->entries);
}

void UncertainValues::touchpoint(const Path& path, Touchpoint& touchpoint) {
    behaviour(path, touchpoint.behaviour);
    for (auto& [persona, own] : touchpoint.for_persona)
        behaviour(path + ".for." + persona.value, own);
}

void UncertainValues::whole(Journey& journey) {
    whole_shares("journey.start", journey.start.shares);
    number("journey.discount_rate", journey.discount_rate);
    number("journey.customers_per_year", journey.customers_per_year);
    number("journey.acquisition_cost", journey.acquisition_cost);
    number("goodwill.hazard_ratio", journey.goodwill.hazard_ratio);
    number("goodwill.fade", journey.goodwill.fade);
    number("friction.effort", journey.friction.effort);
}

void UncertainValues::personas(std::vector<Persona>& personas) {
    bool uncertain = false;
    std::vector<Number*> shares;
    for (Persona& persona : personas) {
        const Path path = "persona." + persona.id.value;
        uncertain = uncertain || persona.share.uncertain();
        number(path + ".share", persona.share);
        shares.push_back(&persona.share);
        entries(path + ".hazard", persona.hazard.entries);
        if (persona.start) whole_shares(path + ".start", persona.start->shares);
    }
    if (uncertain) scale_to_one("persona.share", shares);
}

void UncertainValues::question(const Path& path, std::optional<SurveyQuestion>& question) {
    if (!question) return;
    number(path + ".centre", question->centre);
    number(path + ".slope", question->slope);
    number(path + ".spread", question->spread);
}

void UncertainValues::survey(Survey& survey) {
    number("survey.response", survey.response);
    question("survey.csat", survey.csat);
    question("survey.nps", survey.nps);
    question("survey.ces", survey.ces);
}

void UncertainValues::each(const Path& path, Each& each) {
    number(path + ".bad", each.bad);
    number(path + ".good", each.good);
    number(path + ".leave", each.leave);
    number(path + ".wait", each.wait);
    number(path + ".effort", each.effort);
    number(path + ".cost", each.cost);
    number(path + ".revenue", each.revenue);
    number(path + ".patience", each.patience);
    number(path + ".refers", each.refers);
    number(path + ".cost_add", each.cost_add);
}

void UncertainValues::scenario(Scenario& scenario) {
    const Path path = "scenario." + scenario.id.value;
    number(path + ".cost", scenario.cost);
    number(path + ".cost_per_customer", scenario.cost_per_customer);
    entries(path + ".hazard", scenario.hazard.entries);
    for (std::size_t i = 0; i < scenario.each.size(); ++i)
        each(path + ".each." + std::to_string(i + 1), scenario.each[i]);
    for (Touchpoint& touchpoint : scenario.touchpoints)
        this->touchpoint(path + ".touchpoint." + touchpoint.id.value, touchpoint);
}

bool is_part_of(const Journey& asked, const std::string& path) {
    static const std::string scenario = "scenario.", touchpoint = "touchpoint.";
    if (path.starts_with(touchpoint))
        return find_touchpoint(asked, part(path, touchpoint.size())).has_value();
    if (!path.starts_with(scenario)) return true;
    const std::string id = part(path, scenario.size());
    if (path == scenario + id + ".cost") return false;
    return ("+" + asked.scenario + "+").find("+" + id + "+") != std::string::npos;
}

}  // namespace cjm::simulate
