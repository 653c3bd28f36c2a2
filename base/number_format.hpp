// Owns: numbers as people read them, in a language: percent, counts, money, durations, intervals.
// Must not know: what the numbers mean, the process's locale.
#pragma once
#include <limits>
#include <span>
#include <string>

#include "base/estimate.hpp"
#include "base/language.hpp"

namespace cjm {

/// Shown for a quantity that does not exist, and for a number that is not finite.
inline constexpr const char* no_value = "–";

/// Writes numbers in a language: `1,000,000` and `12.5 %` in English, `1.000.000` and `12,5 %` in
/// Vietnamese. A number and its unit are joined by a no-break space, negative numbers carry a real
/// minus (U+2212), ranges an en dash. Not finite: `no_value`. The process's locale has no say.
class NumberFormat {
  public:
    /// currency  as the journey writes it ("EUR", "VND", "€"); empty = bare amounts
    explicit NumberFormat(Language language, std::string currency = {});

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] const std::string& currency() const { return currency_; }

    /// Rounded to a whole number: `1,000,000`.
    [[nodiscard]] std::string count(double value) const;
    /// With so many digits after the mark: `-1,234.50`. decimals in 0 .. 9
    [[nodiscard]] std::string number(double value, int decimals) const;
    /// At most three significant digits after a small whole part, no trailing zeros: `7.92`,
    /// `1,234`.
    [[nodiscard]] std::string number(double value) const;
    /// As number(value, decimals) with a plus before what is above 0: `+3.2`, `−3.2`, `0.0`.
    [[nodiscard]] std::string signed_number(double value, int decimals) const;
    /// `12.1–12.9`; with a word between where an end is negative: `−0.3 to 0.5`.
    [[nodiscard]] std::string interval(double low, double high, int decimals) const;

    /// Digits after the mark, at least `decimals` and at most `most`, with which two numbers that
    /// differ read as different.
    [[nodiscard]] int decimals_apart(double low, double high, int decimals, int most) const;

    /// A share in percent: `12.5 %`. What is above 0 never reads as 0 (`<0.1 %`), what is below 1
    /// never as all (`>99.9 %`); exactly 0 and 1 are `0 %` and `100 %`.
    [[nodiscard]] std::string percent(double share, int decimals = 1) const;
    /// The same number without the sign and its space: `12.5`, `<0.1`.
    [[nodiscard]] std::string percent_digits(double share, int decimals = 1) const;
    /// A share with the digits that its standard error supports (see percent_decimals).
    [[nodiscard]] std::string percent(const Estimate& share) const;
    /// Its interval with the same digits, more where its upper end would read as 0 or its lower
    /// one as all; other ends may read as 0 and 100. Rounding errors below 0 and beside 1 go.
    [[nodiscard]] std::string percent_interval(const Estimate& share) const;
    [[nodiscard]] std::string percent_interval(double low, double high, int decimals) const;

    /// A difference of shares in percentage points, with a sign and the digits that tell the ends
    /// of its interval apart and it from 0, one to three: `+2.1`, `−0.04`; 0 is `0`.
    [[nodiscard]] std::string points(const Estimate& difference) const;
    /// Its interval with the same digits: `1.9–2.3`, `−0.3 to 0.5`; empty where there is none.
    [[nodiscard]] std::string points_interval(const Estimate& difference) const;

    /// An amount in the currency: `1,234.50 EUR`, `1.250.000 VND`. Two digits after the mark below
    /// 10,000, none for currencies without a smaller unit; a positive amount never reads as 0
    /// (`<0.01 EUR`).
    [[nodiscard]] std::string money(double amount) const;
    /// The same with so many digits, see money_decimals().
    [[nodiscard]] std::string money(double amount, int decimals) const;
    /// `12.31–12.48 EUR`.
    [[nodiscard]] std::string money_interval(double low, double high) const;
    [[nodiscard]] std::string money_interval(double low, double high, int decimals) const;
    /// Digits after the mark of amounts that stand together, such as in a column: two where all are
    /// below 10,000, and where the smallest that is not 0 is below 100; else none.
    [[nodiscard]] int money_decimals(std::span<const double> amounts) const;

    /// A length of time in the unit a person would use: `45 s`, `2 h`, `3.5 d`, `120 d`, `4.2 y`.
    /// days    >= 0
    /// beside  the shortest length that stands with it: no years beside days but ten or more
    [[nodiscard]] std::string duration(double days, double beside = alone) const;
    /// Two lengths of time in the unit of the longer, with at most two digits that tell them apart:
    /// `9.5–9.7 d`.
    [[nodiscard]] std::string duration_interval(double low_days, double high_days,
                                                double beside = alone) const;
    /// A length of time and its interval, with the same digits: `16.1 d (16.0–16.2 d)`.
    [[nodiscard]] std::string duration_with_interval(double days, double low_days, double high_days,
                                                     double beside = alone) const;
    static constexpr double alone = std::numeric_limits<double>::infinity();

  private:
    [[nodiscard]] std::string with_currency(std::string amount) const;
    [[nodiscard]] int points_decimals(const Estimate& difference) const;
    // that tell the ends of an interval apart, both in the same unit
    [[nodiscard]] int duration_decimals(double low, double high) const;

    Language language_;
    std::string currency_;
};

/// Digits after the mark, in percent, that an estimated share deserves: the last digit is worth at
/// most two and a half standard errors, 0 .. 6. One digit for a share without sampling error.
[[nodiscard]] int percent_decimals(const Estimate& share);

}  // namespace cjm
