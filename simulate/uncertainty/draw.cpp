#include "simulate/uncertainty/draw.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/exact_math.hpp"
#include "journey/shares.hpp"
#include "simulate/uncertainty/quantile.hpp"

namespace cjm::simulate {
namespace {

using Path = std::string;

constexpr double prior_count = 0.5;  // Jeffreys' prior

void set(Number& number, double value) {
    number = Number(value, value, value, number.where);
}

bool any_uncertain(const std::vector<NamedNumber>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const NamedNumber& entry) { return entry.number.uncertain(); });
}

/// Draws part after part of a journey in place.
class Drawer {
  public:
    Drawer(std::uint64_t seed, std::uint64_t draw, ParameterDraw& drawn)
        : seed_(seed), draw_(draw), drawn_(drawn) {}

    void draw_all() {
        Journey& journey = drawn_.journey;
        whole(journey);
        personas(journey.personas);
        for (Touchpoint& touchpoint : journey.touchpoints)
            this->touchpoint("touchpoint." + touchpoint.id.value, touchpoint);
        if (journey.survey) survey(*journey.survey);
        for (Scenario& scenario : journey.scenarios) this->scenario(scenario);
    }

  private:
    void number(const Path& path, Number& number) {
        if (!number.uncertain()) return;
        const double width = number.high - number.low;
        const double luck = parameter_luck(seed_, draw_, path);
        const double a = 1 + 4 * ((number.likely - number.low) / width);
        const double b = 1 + 4 * ((number.high - number.likely) / width);
        const double value = number.low + width * beta_quantile(a, b, luck);
        const double mean = number.low + width * (a / (a + b));
        const double deviation = std::sqrt((mean - number.low) * (number.high - mean) / 7);
        set(number, std::clamp(value, number.low, number.high));
        drawn_.inputs.push_back({path, {(number.likely - mean) / deviation}});
    }
    void number(const Path& path, std::optional<Number>& value) {
        if (value) number(path, *value);
    }

    void entries(const Path& path, std::vector<NamedNumber>& entries) {
        for (NamedNumber& entry : entries) number(path + "." + entry.name.value, entry.number);
    }

    /// Shares that sum to 1.
    void whole_shares(const Path& path, std::vector<NamedNumber>& shares) {
        if (!any_uncertain(shares)) return;
        entries(path, shares);
        std::vector<Number*> numbers;
        for (NamedNumber& share : shares) numbers.push_back(&share.number);
        scale_to_one(path, numbers);
    }

    void scale_to_one(const Path& path, const std::vector<Number*>& numbers) {
        double sum = 0;
        for (const Number* number : numbers) sum += number->likely;
        if (!(sum > 0) || std::abs(sum - 1) <= share_tolerance) return;
        for (Number* number : numbers) set(*number, number->likely / sum);
        drawn_.scaled.push_back(path);
    }

    void next(const Path& path, std::optional<Next>& next) {
        if (!next) return;
        if (!next->counts.empty()) return counts(path + ".counts", *next);
        if (!any_uncertain(next->shares)) return;
        entries(path + ".next", next->shares);
        const double sum = sum_of_shares(next->shares);
        if (sum <= 1) return;
        for (NamedNumber& share : next->shares) set(share.number, share.number.likely / sum);
        drawn_.scaled.push_back(path + ".next");
    }

    void counts(const Path& path, Next& next) {
        std::vector<double> logs;
        double total = 0;
        for (const Count& count : next.counts) {
            const double shape = static_cast<double>(count.count.value) + prior_count;
            total += shape;
            logs.push_back(log_gamma_quantile(
                shape, parameter_luck(seed_, draw_, path + "." + count.name.value)));
        }
        const double largest = *std::max_element(logs.begin(), logs.end());
        double sum = 0;
        for (double& value : logs) sum += value = exact::exp(value - largest);
        DrawnInput input{path, {}};
        next.shares.clear();
        for (std::size_t i = 0; i < next.counts.size(); ++i) {
            const Count& count = next.counts[i];
            const double share = logs[i] / sum;
            if (count.name.value != "leave")
                next.shares.push_back({count.name, Number(share, share, share, count.count.where)});
            const double mean = (static_cast<double>(count.count.value) + prior_count) / total;
            if (i + 1 < next.counts.size())
                input.coordinates.push_back((share - mean) /
                                            std::sqrt(mean * (1 - mean) / (total + 1)));
        }
        next.counts.clear();
        if (!input.coordinates.empty()) drawn_.inputs.push_back(std::move(input));
    }

    void experience(const Path& path, std::optional<ExperienceShares>& experience) {
        if (!experience || !(experience->good.uncertain() || experience->bad.uncertain())) return;
        number(path + ".good", experience->good);
        number(path + ".bad", experience->bad);
        const double sum = experience->good.likely + experience->bad.likely;
        if (sum <= 1 + share_tolerance) return;
        set(experience->bad, experience->bad.likely / sum);
        set(experience->good, 1 - experience->bad.likely);
        drawn_.scaled.push_back(path);
    }

    void wait(const Path& path, Wait& wait) {
        number(path + ".mean", wait.mean);
        number(path + ".sd", wait.sd);
        number(path + ".low", wait.low);
        number(path + ".likely", wait.likely);
        number(path + ".high", wait.high);
        number(path + ".shape", wait.shape);
        number(path + ".scale", wait.scale);
        put_in_order(wait);
    }

    static void put_in_order(Wait& wait) {
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

    void behaviour(const Path& path, Behaviour& behaviour) {
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

    void touchpoint(const Path& path, Touchpoint& touchpoint) {
        behaviour(path, touchpoint.behaviour);
        for (auto& [persona, own] : touchpoint.for_persona)
            behaviour(path + ".for." + persona.value, own);
    }

    void whole(Journey& journey) {
        whole_shares("journey.start", journey.start.shares);
        number("journey.discount_rate", journey.discount_rate);
        number("journey.customers_per_year", journey.customers_per_year);
        number("journey.acquisition_cost", journey.acquisition_cost);
        number("goodwill.hazard_ratio", journey.goodwill.hazard_ratio);
        number("goodwill.fade", journey.goodwill.fade);
        number("friction.effort", journey.friction.effort);
    }

    void personas(std::vector<Persona>& personas) {
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

    void question(const Path& path, std::optional<SurveyQuestion>& question) {
        if (!question) return;
        number(path + ".centre", question->centre);
        number(path + ".slope", question->slope);
        number(path + ".spread", question->spread);
    }

    void survey(Survey& survey) {
        number("survey.response", survey.response);
        question("survey.csat", survey.csat);
        question("survey.nps", survey.nps);
        question("survey.ces", survey.ces);
    }

    void each(const Path& path, Each& each) {
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

    void scenario(Scenario& scenario) {
        const Path path = "scenario." + scenario.id.value;
        number(path + ".cost", scenario.cost);
        number(path + ".cost_per_customer", scenario.cost_per_customer);
        entries(path + ".hazard", scenario.hazard.entries);
        for (std::size_t i = 0; i < scenario.each.size(); ++i)
            each(path + ".each." + std::to_string(i + 1), scenario.each[i]);
        for (Touchpoint& touchpoint : scenario.touchpoints)
            this->touchpoint(path + ".touchpoint." + touchpoint.id.value, touchpoint);
    }

    std::uint64_t seed_, draw_;
    ParameterDraw& drawn_;
};

}  // namespace

ParameterDraw draw_parameters(const Journey& journey, std::uint64_t seed, std::uint64_t draw) {
    ParameterDraw drawn{journey, {}, {}};
    Drawer(seed, draw, drawn).draw_all();
    return drawn;
}

}  // namespace cjm::simulate
