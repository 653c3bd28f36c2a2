#include "simulate/sensitivity/varied.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "simulate/uncertainty/pert.hpp"
#include "simulate/uncertainty/uncertain_values.hpp"

namespace cjm::simulate {
namespace {

constexpr const char* bad_to_good = "goodwill.bad_to_good";
constexpr const char* hazard_ratio = "goodwill.hazard_ratio";

bool is_duration(const std::string& path) {
    return path.find(".patience.") != std::string::npos ||
           (path.find(".wait.") != std::string::npos && !path.ends_with(".shape"));
}

double total_of(const std::vector<Count>& counts) {
    double total = 0;
    for (const Count& count : counts) total += static_cast<double>(count.count.value);
    return total;
}

class Lister : public UncertainValues {
  public:
    std::vector<VariedInput> take() { return std::move(inputs_); }

  private:
    void set_number(const Path& path, Number& number) override {
        const Pert law(number);
        inputs_.push_back({path, false, is_duration(path), number.likely, law.quantile(low_end),
                           law.quantile(high_end), path, 0});
    }

    void set_counts(const Path& path, Next& next) override {
        const auto& counts = next.counts;
        if (counts.size() < 2) return;  // everybody goes the one way
        const std::size_t told = counts.size() == 2 ? 1 : counts.size();
        for (std::size_t i = 0; i < told; ++i)
            inputs_.push_back({path + "." + counts[i].name.value, false, false,
                               static_cast<double>(counts[i].count.value) / total_of(counts),
                               share_quantile(counts, i, low_end),
                               share_quantile(counts, i, high_end), path, i});
    }

    std::vector<VariedInput> inputs_;
};

class Setter : public UncertainValues {
  public:
    Setter(const VariedInput& input, double value) : input_(input), value_(value) {}

  private:
    void set_number(const Path& path, Number& number) override {
        if (path == input_.path) set(number, value_);
    }

    void set_counts(const Path& path, Next& next) override {
        if (path != input_.drawn_as) return;
        const std::size_t which = input_.place;
        const double total = total_of(next.counts);
        const double others = total - static_cast<double>(next.counts[which].count.value);
        next.shares.clear();
        for (std::size_t i = 0; i < next.counts.size(); ++i) {
            const Count& count = next.counts[i];
            const double part = others > 0 ? static_cast<double>(count.count.value) / others
                                           : 1 / static_cast<double>(next.counts.size() - 1);
            const double share = i == which ? value_ : (1 - value_) * part;
            if (count.name.value != "leave")
                next.shares.push_back({count.name, Number(share, share, share, count.count.where)});
        }
        next.counts.clear();
    }

    const VariedInput& input_;
    double value_;
};

/// Around the likely value, at least from one end to the other.
VariedInput assumption(const char* path, double likely, double least, double most) {
    return {path, true, false, likely, std::min(least, likely), std::max(most, likely), {}, 0};
}

}  // namespace

std::vector<VariedInput> varied_inputs(const Journey& as_is, const Journey& asked) {
    Journey journey = as_is;
    Lister lister;
    lister.visit(journey);
    std::vector<VariedInput> inputs = lister.take();
    std::erase_if(inputs,
                  [&](const VariedInput& input) { return !is_part_of(asked, input.drawn_as); });
    const Goodwill& goodwill = as_is.goodwill;
    if (goodwill.good.value > 0)
        inputs.push_back(assumption(
            bad_to_good,
            -static_cast<double>(goodwill.bad.value) / static_cast<double>(goodwill.good.value),
            least_bad_to_good, most_bad_to_good));
    if (!goodwill.hazard_ratio.uncertain())
        inputs.push_back(assumption(hazard_ratio, goodwill.hazard_ratio.likely, least_hazard_ratio,
                                    most_hazard_ratio));
    return inputs;
}

std::string scenario_left_out(const Journey& as_is, const Journey& asked) {
    constexpr std::string_view scenario = "scenario.";
    Journey journey = as_is;
    Lister lister;
    lister.visit(journey);
    for (const VariedInput& input : lister.take()) {
        const std::string& path = input.drawn_as;
        if (!path.starts_with(scenario) || is_part_of(asked, path)) continue;
        const std::size_t end = path.find('.', scenario.size());
        if (path.substr(end) != ".cost") return path.substr(scenario.size(), end - scenario.size());
    }
    return {};
}

Journey with_value(const Journey& as_is, const VariedInput& input, double value) {
    Journey journey = as_is;
    if (input.path == bad_to_good)
        journey.goodwill.bad.value =
            -std::llround(value * static_cast<double>(journey.goodwill.good.value));
    else if (input.assumption)
        journey.goodwill.hazard_ratio = value;
    else
        Setter(input, value).visit(journey);
    return journey;
}

}  // namespace cjm::simulate
