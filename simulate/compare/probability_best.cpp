#include "simulate/compare/probability_best.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/special_functions.hpp"

namespace cjm::simulate {
namespace {

constexpr std::uint32_t points = 1U << 16U;

/// A matrix L with L L' = covariance, row by row; as many columns as the covariance has rank.
struct Root {
    std::size_t rank = 0;
    std::vector<std::vector<double>> rows;
};

Root root_of(std::span<const double> covariance, std::size_t size) {
    constexpr double negligible = 1e-12;  // of the largest variance: a direction that others span
    Root root{0, std::vector<std::vector<double>>(size)};
    std::vector<double> left(size);
    for (std::size_t i = 0; i < size; ++i) left[i] = covariance[i * size + i];
    const double smallest = negligible * *std::max_element(left.begin(), left.end());
    for (; root.rank < size; ++root.rank) {
        const auto pivot =
            static_cast<std::size_t>(std::max_element(left.begin(), left.end()) - left.begin());
        if (!(left[pivot] > smallest)) break;
        const double diagonal = std::sqrt(left[pivot]);
        const std::vector<double> top = root.rows[pivot];
        for (std::size_t i = 0; i < size; ++i) {
            double rest = covariance[i * size + pivot];
            for (std::size_t k = 0; k < root.rank; ++k) rest -= root.rows[i][k] * top[k];
            root.rows[i].push_back(rest / diagonal);
            left[i] -= root.rows[i].back() * root.rows[i].back();
        }
        left[pivot] = 0;
    }
    return root;
}

std::vector<std::uint32_t> first_primes(std::size_t count) {
    std::vector<std::uint32_t> primes;
    for (std::uint32_t n = 2; primes.size() < count; ++n)
        if (std::none_of(primes.begin(), primes.end(),
                         [n](std::uint32_t prime) { return n % prime == 0; }))
            primes.push_back(n);
    return primes;
}

/// Normal variables for point `index` of the lattice.
void fill(std::uint32_t index, std::span<const double> steps, std::vector<double>& normals) {
    for (std::size_t k = 0; k < steps.size(); ++k) {
        double ignored = 0;
        const double u = std::modf((index + 0.5) * steps[k], &ignored);
        const double folded = std::fabs(2 * u - 1);
        normals[k] = exact::normal_quantile(std::clamp(folded, 0x1p-40, 1 - 0x1p-40));
    }
}

/// Gives one win to the largest value, in parts to those that equal it.
void award(std::span<const double> values, double equal, std::vector<double>& wins) {
    const double largest = *std::max_element(values.begin(), values.end());
    const auto best = [&](double value) { return value >= largest - equal; };
    const auto share = 1.0 / static_cast<double>(std::count_if(values.begin(), values.end(), best));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (best(values[i])) wins[i] += share;
}

/// Largest size of any value, for telling equal ones.
double size_of(std::span<const double> means, std::span<const double> covariance) {
    double size = 0;
    for (const double mean : means) size = std::max(size, std::fabs(mean));
    for (std::size_t i = 0; i < means.size(); ++i)
        size = std::max(size, std::sqrt(std::max(0.0, covariance[i * means.size() + i])));
    return size;
}

std::vector<double> of_two(std::span<const double> means, std::span<const double> covariance) {
    const double variance = covariance[0] + covariance[3] - covariance[1] - covariance[2];
    const double difference = means[0] - means[1];
    const double equal = 1e-12 * size_of(means, covariance);
    double first = difference > equal ? 1 : difference < -equal ? 0 : 0.5;
    if (variance > equal * equal) first = normal_probability(difference / std::sqrt(variance));
    return {first, 1 - first};
}

}  // namespace

double normal_probability(double z) {
    if (z == 0) return 0.5;
    // P(|Z| > |z|) is the upper tail of a chi-squared variable of one degree
    const double tail = exact::exp(exact::log_gamma_upper(0.5, exact::log(z * z / 2))) / 2;
    return z < 0 ? tail : 1 - tail;
}

std::vector<double> probability_largest(std::span<const double> means,
                                        std::span<const double> covariance) {
    const std::size_t size = means.size();
    CJM_EXPECTS(size > 0 && covariance.size() == size * size);
    if (size == 2) return of_two(means, covariance);
    const Root root = root_of(covariance, size);
    const double equal = 1e-10 * size_of(means, covariance);
    std::vector<double> steps, normals(root.rank), values(size), wins(size);
    for (const std::uint32_t prime : first_primes(root.rank)) steps.push_back(std::sqrt(prime));
    const std::uint32_t count = root.rank == 0 ? 1 : points;
    for (std::uint32_t index = 0; index < count; ++index) {
        fill(index, steps, normals);
        for (std::size_t i = 0; i < size; ++i)
            values[i] =
                std::inner_product(normals.begin(), normals.end(), root.rows[i].begin(), means[i]);
        award(values, equal, wins);
    }
    for (double& win : wins) win /= count;
    return wins;
}

std::vector<double> share_largest(std::span<const std::vector<std::optional<double>>> draws,
                                  std::size_t candidates) {
    std::vector<double> wins(candidates);
    double counted = 0;
    for (const auto& draw : draws) {
        std::vector<double> values, won;
        std::vector<std::size_t> who;
        double size = 0;
        for (std::size_t i = 0; i < candidates; ++i)
            if (draw[i]) {
                values.push_back(*draw[i]);
                who.push_back(i);
                size = std::max(size, std::fabs(*draw[i]));
            }
        if (values.empty()) continue;
        ++counted;
        won.resize(values.size());
        award(values, 1e-12 * size, won);
        for (std::size_t i = 0; i < who.size(); ++i) wins[who[i]] += won[i];
    }
    if (counted > 0)
        for (double& win : wins) win /= counted;
    return wins;
}

}  // namespace cjm::simulate
