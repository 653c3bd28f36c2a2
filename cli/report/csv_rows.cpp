#include "cli/report/csv_rows.hpp"

#include <cmath>

#include <fmt/format.h>

namespace cjm::cli {

std::string csv_number(double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : "";
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char letter : text) {
        if (letter == '"') cell += '"';
        cell += letter;
    }
    return cell + "\"";
}

void CsvRows::start(std::string_view section, std::string_view id) {
    place_ = csv_cell(section) + "," + csv_cell(id) + ",";
}

void CsvRows::word(std::string_view quantity, std::string_view value) {
    text_ += fmt::format("{}{},{},,,,\n", place_, csv_cell(quantity), csv_cell(value));
}

void CsvRows::figure(std::string_view quantity, std::optional<double> value) {
    word(quantity, value ? csv_number(*value) : std::string());
}

void CsvRows::figure(std::string_view quantity, const Estimate& value) {
    if (std::isnan(value.estimate)) return word(quantity, {});
    text_ +=
        fmt::format("{}{},{},{},{},{},{}\n", place_, csv_cell(quantity), csv_number(value.estimate),
                    csv_number(value.standard_error), csv_number(value.low), csv_number(value.high),
                    value.exact ? csv_number(*value.exact) : std::string());
}

void CsvRows::figure(std::string_view quantity, const MaybeEstimate& value) {
    if (value) return figure(quantity, *value);
    word(quantity, {});
}

void CsvRows::figure(const std::string& quantity, const std::optional<DurationSummary>& value) {
    if (!value) return word(quantity + ".mean", {});
    figure(quantity + ".mean", value->mean);
    figure(quantity + ".p10", value->p10);
    figure(quantity + ".p50", value->p50);
    figure(quantity + ".p90", value->p90);
}

void CsvRows::run_head(const RunHead& head) {
    word("method", head.method);
    word("program", head.provenance.version);
    word("generator", head.generator);
    word("input_sha256", head.provenance.input_sha256);
    word("customers", fmt::format("{}", head.customers));
    word("seed", fmt::format("{}", head.seed));
    figure("confidence", head.confidence);
    figure("horizon_days", head.horizon_days);
}

}  // namespace cjm::cli
