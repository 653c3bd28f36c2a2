// Owns: tables of survey answers for tests. Must not know: what is tested.
#pragma once
#include <memory>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "calibrate/survey/survey.hpp"
#include "calibrate/table/csv_table.hpp"

namespace cjm::testing {

inline Parsed<calibrate::CsvTable> parsed_csv(std::string text) {
    return calibrate::read_csv(
        std::make_shared<const SourceText>(SourceText{"answers.csv", std::move(text)}));
}

inline calibrate::CsvTable csv_of(std::string text) {
    auto parsed = parsed_csv(std::move(text));
    for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(parsed.value);
    return *std::move(parsed.value);
}

inline calibrate::SurveyResult scores_of(const calibrate::CsvTable& table,
                                         const calibrate::SurveyQuestions& questions) {
    auto parsed = calibrate::measure_survey(table, questions);
    for (const auto& diagnostic : parsed.diagnostics) UNSCOPED_INFO(format_diagnostic(diagnostic));
    REQUIRE(parsed.value);
    return *std::move(parsed.value);
}

/// The position of a column that is there once.
inline std::size_t column_of(const calibrate::CsvTable& table, const std::string& name) {
    const auto found = table.find(name);
    REQUIRE(found.size() == 1);
    return found.front();
}

}  // namespace cjm::testing
