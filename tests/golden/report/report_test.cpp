// Reports on made-up results, word for word, in both languages, narrow and wide.
#include "cli/report/markdown_report.hpp"
#include "cli/report/text_report.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/hand_made_result.hpp"

using cjm::Language;
using cjm::cli::TextOptions;
using cjm::testing::check_golden;

namespace {

const char* const program = "cjm 0.1.0";
const char* const hash = "e684bcd80e93631e890c2a7861ed5c4b3bca0e9ed7a26abe19c3489c04ac883c";

std::string text_of(const cjm::testing::JourneyWithResult& made, int width, bool colour = false) {
    return cjm::cli::text_report(made.journey, made.result,
                                 TextOptions{width, colour, program, hash});
}

}  // namespace

TEST_CASE("report: text in English and Vietnamese at 60, 80 and 140 columns", "[golden][report]") {
    for (const auto language : {Language::english, Language::vietnamese}) {
        const auto made = cjm::testing::dentist(language);
        const std::string stem = "report/dentist-" + std::string(to_string(language));
        for (const int width : {60, 80, 140})
            check_golden(stem + "-" + std::to_string(width) + ".txt", text_of(made, width));
    }
}

TEST_CASE("report: text in colour and without a limit of width", "[golden][report]") {
    const auto made = cjm::testing::dentist(Language::english);
    check_golden("report/dentist-en-colour.txt", text_of(made, 80, true));
    check_golden("report/dentist-en-no-limit.txt", text_of(made, 0));
}

TEST_CASE("report: the least journey has the least report", "[golden][report]") {
    check_golden("report/least.txt", text_of(cjm::testing::least(), 80));
}

TEST_CASE("report: Markdown in English and Vietnamese", "[golden][report]") {
    for (const auto language : {Language::english, Language::vietnamese}) {
        const auto made = cjm::testing::dentist(language);
        check_golden("report/dentist-" + std::string(to_string(language)) + ".md",
                     cjm::cli::markdown_report(made.journey, made.result, {program, hash, ""}));
    }
}
