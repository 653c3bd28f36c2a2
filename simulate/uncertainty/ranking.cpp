#include "simulate/uncertainty/ranking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/contract.hpp"
#include "base/exact_math.hpp"
#include "base/interval.hpp"
#include "base/special_functions.hpp"
#include "simulate/uncertainty/least_squares.hpp"

namespace cjm::simulate {
namespace {

constexpr std::size_t draws_a_column = 5;
constexpr std::size_t most_columns = 400;  // the fit costs their cube
constexpr std::size_t blocks = 20;
constexpr double rounding = 1e-10;  // share of the variance below which an input is still

using Basis = std::array<double, 3>;

/// Hermite polynomials of degree 1 to 3, nearly uncorrelated for a bell-shaped coordinate of mean 0
/// and variance 1.
Basis polynomials(double x) {
    static const double root2 = std::sqrt(2.0), root6 = std::sqrt(6.0);
    return {x, (x * x - 1) / root2, (x * x - 3) * x / root6};
}

std::size_t degree_for(std::size_t coordinates, std::size_t draws) {
    for (std::size_t degree = Basis{}.size(); degree > 0; --degree)
        if (degree * coordinates <= most_columns &&
            draws >= draws_a_column * (degree * coordinates + 1))
            return degree;
    return 0;
}

struct Columns {
    std::size_t first = 0, count = 0;
};

/// The ranking of one figure.
class Ranker {
  public:
    Ranker(const RankingData& data, double confidence, std::size_t degree)
        : data_(data), confidence_(confidence), degree_(degree) {
        std::size_t at = 0;
        for (const std::size_t coordinates : data.inputs) {
            columns_.push_back({at, degree * coordinates});
            at += columns_.back().count;
        }
        total_ = at;
    }

    std::optional<Ranking> rank() const {
        const std::size_t draws = data_.figure.size();
        const CrossProducts all = products(0, draws);
        const double variance = figure_variance(all);
        if (!(variance > 0)) return std::nullopt;
        const Fit fit = fit_least_squares(all);
        const std::vector<double> shares = shares_of(all, fit);
        const std::vector<double> errors = jackknife(all);
        Ranking ranking;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            ranking.inputs.push_back(judged(shares[i], errors[i]));
            judge_moves(ranking.inputs.back(), fit, columns_[i]);
            ranking.together += std::max(0.0, shares[i]);
        }
        ranking.together = std::min(1.0, ranking.together);
        set_ranks(ranking.inputs);
        return ranking;
    }

  private:
    CrossProducts products(std::size_t from, std::size_t to) const {
        CrossProducts sums(total_);
        const double mean = std::accumulate(data_.figure.begin(), data_.figure.end(), 0.0) /
                            static_cast<double>(data_.figure.size());
        std::vector<double> row(total_);
        for (std::size_t k = from; k < to; ++k) {
            std::size_t at = 0;
            for (const double coordinate : data_.coordinates[k]) {
                const Basis basis = polynomials(coordinate);
                for (std::size_t d = 0; d < degree_; ++d) row[at++] = basis[d];
            }
            sums.add(row, data_.figure[k] - mean);  // the sums lose less about the mean
        }
        return sums;
    }

    /// Of the figure over draws, the sampling noise taken out.
    double figure_variance(const CrossProducts& sums) const {
        return sums.about_means(total_, total_) / (sums.rows() - 1) - data_.noise;
    }

    /// Variance of each input's polynomials, less what chance gives them, over that of the figure.
    std::vector<double> shares_of(const CrossProducts& sums, const Fit& fit) const {
        const double variance = figure_variance(sums);
        std::vector<double> shares;
        for (const Columns& columns : columns_) {
            double own = 0;
            for (std::size_t i = columns.first; i < columns.first + columns.count; ++i)
                for (std::size_t j = columns.first; j < columns.first + columns.count; ++j)
                    own +=
                        fit.slopes[i] * fit.slopes[j] * sums.about_means(i, j) / (sums.rows() - 1);
            const double chance = static_cast<double>(columns.count) * fit.residual_variance /
                                  std::max(1.0, fit.degrees);
            shares.push_back(variance > 0 ? (own - chance) / variance : 0);
        }
        return shares;
    }

    std::vector<double> jackknife(const CrossProducts& all) const {
        const std::size_t draws = data_.figure.size();
        std::vector<std::vector<double>> without;
        for (std::size_t b = 0; b < blocks; ++b) {
            CrossProducts rest = all;
            rest -= products(b * draws / blocks, (b + 1) * draws / blocks);
            without.push_back(shares_of(rest, fit_least_squares(rest)));
        }
        std::vector<double> errors;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            double mean = 0, squares = 0;
            for (const auto& shares : without) mean += shares[i] / blocks;
            for (const auto& shares : without) squares += (shares[i] - mean) * (shares[i] - mean);
            errors.push_back(std::sqrt(squares * (blocks - 1) / blocks));
        }
        return errors;
    }

    InputShare judged(double share, double error) const {
        const double reach = student_quantile(Confidence(confidence_), blocks - 1) * error;
        InputShare judged;
        judged.share.estimate = std::clamp(share, 0.0, 1.0);
        judged.share.standard_error = error;
        judged.share.low = std::clamp(share - reach, 0.0, judged.share.estimate);
        judged.share.high = std::clamp(share + reach, judged.share.estimate, 1.0);
        return judged;
    }

    /// F test of the input's polynomials among all.
    void judge_moves(InputShare& input, const Fit& fit, const Columns& columns) const {
        if (input.share.estimate < rounding) return;
        const auto p = static_cast<double>(columns.count);
        const double chance = p * fit.residual_variance;
        const double f = chance > 0 ? explained(fit, columns) / chance : 1e300;
        // P(F > f) = I_x(degrees / 2, p / 2) at x = degrees / (degrees + p f)
        const double log_x = -exact::log1p(p * f / fit.degrees);
        input.p_value = exact::exp(exact::log_beta_lower(fit.degrees / 2, p / 2, log_x));
        input.moves = input.p_value * static_cast<double>(columns_.size()) < 1 - confidence_;
    }

    /// What the residuals gain when these columns are left out: b' V^-1 b, V their block of the
    /// inverse.
    static double explained(const Fit& fit, const Columns& columns) {
        const std::size_t q = fit.slopes.size();
        std::vector<double> v(columns.count * columns.count), b(columns.count);
        for (std::size_t i = 0; i < columns.count; ++i) {
            b[i] = fit.slopes[columns.first + i];
            for (std::size_t j = 0; j < columns.count; ++j)
                v[i * columns.count + j] = fit.inverse[(columns.first + i) * q + columns.first + j];
        }
        return quadratic_form(std::move(v), std::move(b));
    }

    /// b' V^-1 b by Gauss elimination of a positive definite V; rows of zeros are left out.
    static double quadratic_form(std::vector<double> v, std::vector<double> b) {
        const std::size_t n = b.size();
        double form = 0;
        for (std::size_t k = 0; k < n; ++k) {
            const double pivot = v[k * n + k];
            if (!(pivot > 0)) continue;
            form += b[k] * b[k] / pivot;
            for (std::size_t i = k + 1; i < n; ++i) {
                const double factor = v[i * n + k] / pivot;
                for (std::size_t j = k + 1; j < n; ++j) v[i * n + j] -= factor * v[k * n + j];
                b[i] -= factor * b[k];
            }
        }
        return form;
    }

    /// From intervals that hold for all inputs at once.
    void set_ranks(std::vector<InputShare>& inputs) const {
        const double each = 1 - (1 - confidence_) / static_cast<double>(inputs.size());
        const double reach = student_quantile(Confidence(each), blocks - 1);
        const auto low = [&](const InputShare& input) {
            return input.share.estimate - reach * input.share.standard_error;
        };
        const auto high = [&](const InputShare& input) {
            return input.share.estimate + reach * input.share.standard_error;
        };
        for (InputShare& input : inputs) {
            std::size_t above = 0, below = 0;
            for (const InputShare& other : inputs) {
                above += static_cast<std::size_t>(low(other) > high(input));
                below += static_cast<std::size_t>(high(other) < low(input));
            }
            input.rank_low = 1 + above;
            input.rank_high = inputs.size() - below;
        }
    }

    const RankingData& data_;
    double confidence_;
    std::size_t degree_, total_ = 0;
    std::vector<Columns> columns_;  // by input
};

}  // namespace

std::size_t draws_to_rank(std::size_t coordinates) {
    return std::max(2 * blocks, draws_a_column * (coordinates + 1));
}

std::optional<Ranking> rank_inputs(const RankingData& data, double confidence) {
    CJM_EXPECTS(data.coordinates.size() == data.figure.size());
    std::size_t coordinates = 0;
    for (const std::size_t own : data.inputs) coordinates += own;
    const std::size_t degree = degree_for(coordinates, data.figure.size());
    if (coordinates == 0 || degree == 0 || data.figure.size() < draws_to_rank(coordinates))
        return std::nullopt;
    return Ranker(data, confidence, degree).rank();
}

}  // namespace cjm::simulate
