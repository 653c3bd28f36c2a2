// Owns: rows of figures as CSV. Must not know: which figures there are, files.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/report/run_head.hpp"
#include "simulate/result.hpp"

namespace cjm::cli {

/// A cell as CSV writes it: in quotes where it holds a comma, a quote or a line break.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// A number that reads back to the same bits; an empty cell where it is not finite.
[[nodiscard]] std::string csv_number(double value);

/// Collects rows of `section,id,quantity,estimate,standard_error,low,high,exact` under that header.
class CsvRows {
  public:
    /// Of the rows that follow.
    void start(std::string_view section, std::string_view id = {});
    /// A row with a word or a whole number where the estimate stands.
    void word(std::string_view quantity, std::string_view value);
    void figure(std::string_view quantity, std::optional<double> value);
    void figure(std::string_view quantity, double value) {
        figure(quantity, std::optional<double>(value));
    }
    void figure(std::string_view quantity, const Estimate& value);
    void figure(std::string_view quantity, const MaybeEstimate& value);
    void figure(const std::string& quantity, const std::optional<DurationSummary>& value);
    /// From the method to the horizon.
    void run_head(const RunHead& head);
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::string text_ = "section,id,quantity,estimate,standard_error,low,high,exact\n";
    std::string place_;
};

}  // namespace cjm::cli
