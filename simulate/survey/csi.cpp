#include "simulate/survey/csi.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace cjm::simulate {
namespace {

/// Sum over customers of the product of net - ratio x visits of attribute i and of attribute k.
template <class Product>
double residuals(std::size_t i, double ratio_i, std::size_t k, double ratio_k,
                 const Product& product) {
    return product(2 * i, 2 * k) - ratio_k * product(2 * i, 2 * k + 1) -
           ratio_i * product(2 * i + 1, 2 * k) + ratio_i * ratio_k * product(2 * i + 1, 2 * k + 1);
}

}  // namespace

Csi::Csi(const SurveyAnswers& answers) : answers_(answers) {
    for (std::size_t i = 0; 2 * i < answers.judged.size(); ++i)
        if (visits(i) > 0) attributes_.push_back(i);
}

double Csi::score() const {
    double sum = 0;
    for (const std::size_t i : attributes_) sum += (1 + ratio(i)) / 2;
    return std::clamp(sum / count(), 0.0, 1.0);
}

double Csi::error() const {
    const auto n = static_cast<double>(answers_.customers);
    if (n < 2) return 0;
    const auto products = [this](std::size_t row, std::size_t column) {
        return product(row, column);
    };
    double sum = 0, rounding = 0;
    for (const std::size_t i : attributes_)
        for (const std::size_t k : attributes_) {
            const double weight = 1 / (visits(i) * visits(k));
            sum += weight * residuals(i, ratio(i), k, ratio(k), products);
            rounding += weight * product(2 * i + 1, 2 * k + 1);
        }
    constexpr double digits = 1e-12;
    if (!(sum > digits * rounding)) return 0;
    return std::sqrt(sum * n / (n - 1)) / (2 * count());
}

double Csi::trials() const {
    double least = std::numeric_limits<double>::infinity();
    for (const std::size_t i : attributes_)
        least = std::min(least, visits(i) * visits(i) / product(2 * i + 1, 2 * i + 1));
    return least;
}

double Csi::product(std::size_t i, std::size_t k) const {
    if (k > i) std::swap(i, k);
    return static_cast<double>(answers_.products[i * (i + 1) / 2 + k]);
}

double covariance(const Csi& one, const Csi& other, const JudgedProducts& products) {
    const auto n = static_cast<double>(one.answers_.customers);
    if (n < 2) return 0;
    const auto product = [&](std::size_t row, std::size_t column) {
        return products.at(row, column);
    };
    double sum = 0;
    for (const std::size_t i : one.attributes_)
        for (const std::size_t k : other.attributes_)
            sum += residuals(i, one.ratio(i), k, other.ratio(k), product) /
                   (one.visits(i) * other.visits(k));
    return sum * n / (n - 1) / (4 * one.count() * other.count());
}

}  // namespace cjm::simulate
