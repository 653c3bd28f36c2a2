// What a report says of a sensitivity analysis made by hand.
#include "cli/report/sensitivity_document.hpp"

#include <string_view>

#include <catch2/catch.hpp>

#include "cli/report/text_report.hpp"
#include "tests/support/journey_text.hpp"

using namespace cjm;

namespace {

Journey journey_in(const std::string& language) {
    return testing::journey_from("[journey]\ntitle = \"Hand made\"\nlanguage = \"" + language +
                                 "\"\nstart = \"a\"\n[[touchpoint]]\nid = \"a\"\ntitle = \"Desk\"\n"
                                 "next = { won = 0.5 }\n[[outcome]]\nid = \"won\"\nkind = "
                                 "\"success\"\n");
}

Estimate certain(double value) {
    return {value, 0, value, value, value, {}};
}

SensitivityInput input(const std::string& path, double low, double high, double correlation) {
    SensitivityInput made;
    made.path = path;
    made.low_value = 0.25;
    made.high_value = 0.5;
    made.result_low = low;
    made.result_high = high;
    made.swing = certain(high - low);
    made.rank_correlation =
        Estimate{correlation, 0.05, correlation - 0.1, correlation + 0.1, {}, {}};
    return made;
}

SensitivityResult hand_made() {
    SensitivityResult result;
    result.at_likely = certain(0.5);
    result.inputs = {input("touchpoint.a.next.won", 0.4, 0.7, 0.2),
                     input("touchpoint.a.patience.won", 0.55, 0.45, -0.75),
                     input("journey.discount_rate", 0.5, 0.5, 0.01)};
    result.inputs[1].days = true;
    result.draws = 100;
    result.impossible = 3;
    result.disagreements = {{0, 1}};
    return result;
}

std::string text(const Journey& journey, const SensitivityResult& result, int width = 100) {
    return cli::document_text(
        cli::sensitivity_document(journey, result, {"cjm", "0123456789abcdef01", ""}),
        {width, false});
}

/// Whether the text says the words, wherever it breaks lines.
bool has(std::string text, const std::string& words) {
    for (std::string_view space : {"\u00a0", "\n"})
        for (std::size_t at = 0; (at = text.find(space, at)) != std::string::npos;)
            text.replace(at, space.size(), " ");
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("sensitivity document: the largest move first, titles for ids", "[cli][sensitivity]") {
    const auto report = text(journey_in("en"), hand_made());
    CHECK(has(report,
              "Success at the likely values: 50.0 %. What moves it most is “Desk: next.won”: "
              "as that goes from 0.25 to 0.50, the result goes from 40.0 % to 70.0 %."));
    const auto most = report.find("Desk: next.won  "), less = report.find("Desk: patience.won  ");
    CHECK(most < less);
    CHECK(less != std::string::npos);
    CHECK(has(report, "6–12 h"));  // a duration in its own unit
    CHECK(has(report, "1 more value does not move it."));
    CHECK(has(report, "100, each solved exactly; 3 of them left out"));
}

TEST_CASE("sensitivity document: where the two disagree", "[cli][sensitivity]") {
    const auto report = text(journey_in("en"), hand_made());
    CHECK(has(report,
              "From end to end “Desk: next.won” moves the result more than “Desk: patience.won” "
              "does; yet over the draws the result goes along with it less (rank correlation +0.20 "
              "against −0.75)."));
    auto agreeing = hand_made();
    agreeing.disagreements.clear();
    CHECK(has(text(journey_in("en"), agreeing), "Nowhere by more than chance"));
    for (auto& one : agreeing.inputs) one.rank_correlation.reset();
    CHECK_FALSE(has(text(journey_in("en"), agreeing), "rank correlation disagree"));
}

TEST_CASE("sensitivity document: in Vietnamese, and no wider than the terminal",
          "[cli][sensitivity]") {
    const auto report = text(journey_in("vi"), hand_made(), 60);
    CHECK(has(report, "Thành công tại các giá trị khả dĩ nhất: 50,0 %."));
    CHECK(has(report, "Số lần rút giá trị"));
    CHECK_FALSE(has(report, "likely"));
}

TEST_CASE("sensitivity document: a figure that does not exist", "[cli][sensitivity]") {
    SensitivityResult result;
    result.metric = simulate::Metric::lifetime_value;
    const auto report = text(journey_in("en"), result);
    CHECK(has(report, "Lifetime value of a buyer does not exist in this journey: nobody buys."));
    CHECK_FALSE(has(report, "What moves the result"));
}
