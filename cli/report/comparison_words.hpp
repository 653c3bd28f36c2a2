// Owns: how the figures of a comparison and their differences are written. Must not know: which of
// them are shown.
#pragma once
#include <string>

#include "cli/report/comparison.hpp"
#include "cli/report/simulation_words.hpp"
#include "cli/report/table.hpp"

namespace cjm::cli {

/// Whether more of it is better, less, or neither by itself.
enum class BetterWay { more, less, neither };
[[nodiscard]] BetterWay better_way(ComparedFigure figure);

/// A comparison with the words for it, in the language of the journey as it is. Refers to it.
class ComparisonWords : public SimulationWords {
  public:
    explicit ComparisonWords(const ComparedJourneys& compared);

    const ComparedJourneys& compared;  // NOLINT: what every part reads
    [[nodiscard]] const ComparisonResult& comparison() const { return compared.result; }

    [[nodiscard]] std::string figure_title(ComparedFigure figure) const;
    /// Whether buyers of any of the journeys are watched too briefly to tell a year's churn.
    [[nodiscard]] bool too_short_to_annualise() const;
    /// The metric within a sentence.
    [[nodiscard]] std::string metric() const;
    [[nodiscard]] ComparedFigure metric_figure() const;

    /// `12.5 %`, `3.20 EUR`, `1.4`, with the same digits in every journey; no_value for none.
    [[nodiscard]] std::string value(ComparedFigure figure, const MaybeEstimate& value) const;
    /// `+2.1 points`, `−0.40 EUR`, `+0.03`.
    [[nodiscard]] std::string difference(ComparedFigure figure, const MaybeEstimate& value) const;
    /// `1.9–2.3` in the same unit, without its name.
    [[nodiscard]] std::string difference_interval(ComparedFigure figure,
                                                  const MaybeEstimate& value) const;
    /// Of a sampled difference: what it is without sampling error, with the same digits and without
    /// its unit's name; no_value where that is not known.
    [[nodiscard]] std::string exact_difference(ComparedFigure figure,
                                               const MaybeEstimate& value) const;
    /// A probability known to two digits: `98 %`, `<1 %`.
    [[nodiscard]] std::string probability(const std::optional<double>& probability) const;
    /// The scenario's title; its id where another has the same.
    [[nodiscard]] std::string scenario_title(std::size_t index) const;
    /// Good where the whole interval says better, bad where worse.
    [[nodiscard]] Tone tone(ComparedFigure figure, const MaybeEstimate& difference) const;

  private:
    /// Of a figure in every journey compared.
    [[nodiscard]] int value_decimals(ComparedFigure figure) const;
    [[nodiscard]] std::string signed_digits(ComparedFigure figure, const Estimate& value) const;
    /// That show solved values of a figure as different as they are.
    [[nodiscard]] int digits_to_differ(ComparedFigure figure) const;
    // of a difference and its interval alike
    [[nodiscard]] int decimals(ComparedFigure figure, const Estimate& value) const;

    int money_decimals_;  ///< of every amount in a table of figures
};

/// Whether the interval leaves no doubt that the figure changes.
[[nodiscard]] bool differs(const MaybeEstimate& difference);
/// Whether it leaves no doubt that the figure stays as it is.
[[nodiscard]] bool surely_equal(const MaybeEstimate& difference);

}  // namespace cjm::cli
