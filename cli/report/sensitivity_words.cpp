#include "cli/report/sensitivity_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/report/input_name.hpp"

namespace cjm::cli {
namespace {

/// Digits after the mark with which two numbers so far apart differ by 10 / digits of the last one
/// and more, as far as that is worth reading.
int decimals_for(double distance, double digits) {
    constexpr int most = 4;
    int decimals = 0;
    for (double step = digits; decimals < most && distance < step; step /= 10) ++decimals;
    return decimals;
}

double largest_swing(const SensitivityResult& result) {
    double largest = 0;
    for (const SensitivityInput& input : result.inputs)
        if (input.swing) largest = std::max(largest, std::abs(input.swing->estimate));
    return largest;
}

/// Every value of the metric that the report tells.
std::vector<double> figures_in(const SensitivityResult& result) {
    std::vector<double> figures;
    const auto add = [&](const std::optional<double>& figure) {
        if (figure) figures.push_back(*figure);
    };
    if (result.at_likely) add(result.at_likely->estimate);
    for (const SensitivityInput& input : result.inputs) {
        add(input.result_low);
        add(input.result_high);
    }
    return figures;
}

}  // namespace

SensitivityWords::SensitivityWords(const Journey& journey_in, const SensitivityResult& result_in)
    : JourneyWords(journey_in), result(result_in) {
    const double scale = is_share(result.metric) ? 100 : 1;
    decimals_ = std::max(1, decimals_for(scale * largest_swing(result), 10));
    money_decimals_ = number().money_decimals(figures_in(result));
}

std::string SensitivityWords::metric() const {
    switch (result.metric) {
        case simulate::Metric::success:
            return say(Message::column_success);
        case simulate::Metric::margin:
            return say(Message::row_margin);
        case simulate::Metric::lifetime_value:
            return say(Message::row_lifetime_value);
        case simulate::Metric::ghosted:
            return say(Message::row_ghosted);
        case simulate::Metric::nps:
            break;
    }
    return say(Message::metric_nps);
}

std::string SensitivityWords::name(const SensitivityInput& input) const {
    if (input.assumption)
        return say(input.path == "goodwill.hazard_ratio" ? Message::assumed_hazard_ratio
                                                         : Message::assumed_bad_to_good);
    return input_name(*this, input.path);
}

std::string SensitivityWords::figure(double value) const {
    if (is_share(result.metric)) return number().percent(value, decimals_);
    if (result.metric == simulate::Metric::nps) return number().signed_number(value, 1);
    return number().money(value, money_decimals_);
}

int SensitivityWords::decimals(const SensitivityInput& input) {
    return input.assumption ? 0 : decimals_for(input.high_value - input.low_value, 5);
}

std::string SensitivityWords::value(const SensitivityInput& input, double value) const {
    if (input.days) return number().duration(value, input.low_value);
    return number().number(value, decimals(input));
}

std::string SensitivityWords::distance(double value) const {
    const int digits = decimals_for((is_share(result.metric) ? 100 : 1) * value, 1);
    if (is_share(result.metric)) return number().percent(value, digits);
    if (result.metric == simulate::Metric::nps) return number().number(value, digits);
    return number().money(value);
}

std::string SensitivityWords::low_value(const SensitivityInput& input) const {
    return value(input, input.low_value);
}

std::string SensitivityWords::high_value(const SensitivityInput& input) const {
    return value(input, input.high_value);
}

std::string SensitivityWords::values(const SensitivityInput& input) const {
    if (input.days)
        return number().duration_interval(input.low_value, input.high_value, input.low_value);
    return number().interval(input.low_value, input.high_value, decimals(input));
}

std::string SensitivityWords::correlation(const Estimate& correlation) const {
    return number().signed_number(correlation.estimate, 2);
}

}  // namespace cjm::cli
