// What is said of files of survey answers, word for word: each tests/golden/answers/NAME.csv beside
// its NAME.expected; the name says what is wrong, `ok-` that nothing is.
#include <memory>

#include <catch2/catch.hpp>

#include "calibrate/survey/survey.hpp"
#include "cli/survey_options.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/golden_files.hpp"

namespace {

using namespace cjm;
using cjm::testing::files_of;
using cjm::testing::read_file;

std::vector<Diagnostic> diagnostics_of(const std::filesystem::path& path) {
    const auto source =
        std::make_shared<const SourceText>(SourceText{path.filename().string(), read_file(path)});
    const auto [table, errors] = calibrate::read_csv(source);
    if (!table) return errors;
    cli::SurveyColumns columns;
    columns.csat = "csat";
    if (!table->find("weight").empty()) columns.weight = "weight";
    if (!table->find("segment").empty()) columns.by = "segment";
    const auto [questions, mistaken] = cli::find_columns(*table, columns);
    if (!questions) return mistaken;
    return calibrate::measure_survey(*table, *questions).diagnostics;
}

}  // namespace

TEST_CASE("survey diagnostics: word for word", "[golden][answers]") {
    const auto paths = files_of(CJM_SOURCE_DIR "/tests/golden/answers", ".csv");
    REQUIRE(paths.size() > 10);
    for (const auto& path : paths) {
        DYNAMIC_SECTION(path.stem().string()) {
            std::string text;
            for (const auto& diagnostic : diagnostics_of(path))
                text += format_diagnostic(diagnostic);
            cjm::testing::check_golden("answers/" + path.stem().string() + ".expected", text);
            CHECK(text.empty() == path.filename().string().starts_with("ok-"));
        }
    }
}

TEST_CASE("survey diagnostics: every id has a golden that is named after it", "[golden][answers]") {
    for (const auto& path : files_of(CJM_SOURCE_DIR "/tests/golden/answers", ".csv")) {
        const std::string name = path.stem().string();
        if (name.starts_with("ok-")) continue;
        INFO(name);
        CHECK(name.starts_with(diagnostics_of(path).back().id));
    }
    const auto in_code = cjm::testing::ids_in(CJM_SOURCE_DIR "/calibrate");
    cjm::testing::Ids seen;
    for (const auto& path : files_of(CJM_SOURCE_DIR "/tests/golden/answers", ".csv"))
        for (const auto& diagnostic : diagnostics_of(path)) seen.emplace(diagnostic.id);
    seen.erase("not-text");  // said in base
    CHECK(in_code == seen);
}
