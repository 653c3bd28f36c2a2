#include "simulate/uncertainty/draw.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/exact_math.hpp"
#include "simulate/uncertainty/pert.hpp"
#include "simulate/uncertainty/quantile.hpp"
#include "simulate/uncertainty/uncertain_values.hpp"

namespace cjm::simulate {
namespace {

class Drawer : public UncertainValues {
  public:
    Drawer(std::uint64_t seed, std::uint64_t draw) : seed_(seed), draw_(draw) {}

    std::vector<DrawnInput> take_inputs() { return std::move(inputs_); }

  private:
    void set_number(const Path& path, Number& number) override {
        const Pert law(number);
        set(number, law.quantile(parameter_luck(seed_, draw_, path)));
        inputs_.push_back(
            {path, {(number.likely - law.mean()) / law.deviation()}, {number.likely}});
    }

    void set_counts(const Path& path, Next& next) override {
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
        DrawnInput input{path, {}, {}};
        next.shares.clear();
        for (std::size_t i = 0; i < next.counts.size(); ++i) {
            const Count& count = next.counts[i];
            const double share = logs[i] / sum;
            input.values.push_back(share);
            if (count.name.value != "leave")
                next.shares.push_back({count.name, Number(share, share, share, count.count.where)});
            const double mean = (static_cast<double>(count.count.value) + prior_count) / total;
            if (i + 1 < next.counts.size())
                input.coordinates.push_back((share - mean) /
                                            std::sqrt(mean * (1 - mean) / (total + 1)));
        }
        next.counts.clear();
        if (!input.coordinates.empty()) inputs_.push_back(std::move(input));
    }

    std::uint64_t seed_, draw_;
    std::vector<DrawnInput> inputs_;
};

}  // namespace

ParameterDraw draw_parameters(const Journey& journey, std::uint64_t seed, std::uint64_t draw) {
    ParameterDraw drawn{journey, {}, {}};
    Drawer drawer(seed, draw);
    drawer.visit(drawn.journey);
    drawn.inputs = drawer.take_inputs();
    drawn.scaled = drawer.scaled();
    return drawn;
}

}  // namespace cjm::simulate
