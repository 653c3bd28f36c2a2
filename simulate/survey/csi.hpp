// Owns: a CSI and its error, from the sums of the visits that it judges by. Must not know:
// journeys, intervals.
#pragma once
#include <cstddef>
#include <vector>

#include "simulate/survey/judged_products.hpp"
#include "simulate/survey/survey_tally.hpp"

namespace cjm::simulate {

/// Mean over the attributes that have visits of (1 + (good - bad) / visits) / 2, in [0, 1].
class Csi {
  public:
    /// answers  must outlive it
    explicit Csi(const SurveyAnswers& answers);

    [[nodiscard]] const std::vector<std::size_t>& attributes() const { return attributes_; }
    [[nodiscard]] double score() const;
    /// Standard error, by the delta method: of a mean over customers of
    /// sum (net - ratio x visits) / (2 visits).
    [[nodiscard]] double error() const;
    /// How many independent visits the least visited attribute is worth, if a customer's are alike.
    [[nodiscard]] double trials() const;

  private:
    friend double covariance(const Csi& one, const Csi& other, const JudgedProducts& products);

    [[nodiscard]] double count() const { return static_cast<double>(attributes_.size()); }
    [[nodiscard]] double visits(std::size_t i) const {
        return static_cast<double>(answers_.judged[2 * i + 1]);
    }
    [[nodiscard]] double ratio(std::size_t i) const {
        return static_cast<double>(answers_.judged[2 * i]) / visits(i);
    }
    [[nodiscard]] double product(std::size_t i, std::size_t k) const;

    const SurveyAnswers& answers_;
    std::vector<std::size_t> attributes_;
};

/// Of two CSIs over the same customers, given the products of their numbers.
[[nodiscard]] double covariance(const Csi& one, const Csi& other, const JudgedProducts& products);

}  // namespace cjm::simulate
