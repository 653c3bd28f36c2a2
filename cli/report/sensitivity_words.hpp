// Owns: names and numbers of a sensitivity analysis in the journey's language. Must not know: which
// of them are shown.
#pragma once
#include <string>

#include "cli/report/journey_words.hpp"
#include "simulate/sensitivity_result.hpp"

namespace cjm::cli {

/// Refers to journey and result; they must outlive it.
class SensitivityWords : public JourneyWords {
  public:
    SensitivityWords(const Journey& journey, const SensitivityResult& result);

    const SensitivityResult& result;  // NOLINT: what every part reads

    [[nodiscard]] std::string metric() const;  ///< "Success"
    /// What a value is called: its path with titles for ids, an assumption in words.
    [[nodiscard]] std::string name(const SensitivityInput& input) const;
    /// A value of the metric, with digits that tell the larger swings apart.
    [[nodiscard]] std::string figure(double value) const;
    [[nodiscard]] std::string low_value(const SensitivityInput& input) const;
    [[nodiscard]] std::string high_value(const SensitivityInput& input) const;
    /// "0.33–0.42".
    [[nodiscard]] std::string values(const SensitivityInput& input) const;
    /// A distance between two values of the metric: percentage points of a share.
    [[nodiscard]] std::string distance(double value) const;
    /// "+0.43".
    [[nodiscard]] std::string correlation(const Estimate& correlation) const;

  private:
    [[nodiscard]] std::string value(const SensitivityInput& input, double value) const;
    [[nodiscard]] static int decimals(const SensitivityInput& input);

    int decimals_;  ///< of the metric; of a share in percent
    int money_decimals_ = 0;
};

}  // namespace cjm::cli
