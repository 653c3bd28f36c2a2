#include "cli/report/csv_report.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "tests/unit/cli/small_result.hpp"

namespace {

std::string report() {
    return cjm::cli::csv_report(cjm::tests::small_journey(), cjm::tests::small_result(),
                                {"cjm 1.2.3", "abc", "1.2.3"});
}

}  // namespace

TEST_CASE("csv: cells are quoted where they must be", "[cli][csv]") {
    CHECK(cjm::cli::csv_cell("plain words") == "plain words");
    CHECK(cjm::cli::csv_cell("a,b") == "\"a,b\"");
    CHECK(cjm::cli::csv_cell("say \"it\"") == "\"say \"\"it\"\"\"");
    CHECK(cjm::cli::csv_cell("two\nlines") == "\"two\nlines\"");
    CHECK(cjm::cli::csv_cell("").empty());
}

TEST_CASE("csv: the header, and eight cells in every row", "[cli][csv]") {
    std::istringstream lines(report());
    std::string line;
    std::getline(lines, line);
    CHECK(line == "section,id,quantity,estimate,standard_error,low,high,exact");
    int rows = 0;
    while (std::getline(lines, line)) {
        INFO(line);
        CHECK(std::count(line.begin(), line.end(), ',') == 7);
        ++rows;
    }
    CHECK(rows > 40);
}

TEST_CASE("csv: figures in full, nothing for what does not exist", "[cli][csv]") {
    const std::string text = report();
    for (const char* row : {
             "run,,seed,18446744073709551615,,,,\n",
             "run,,horizon_days,,,,,\n",
             "journey,,success,0.3333333333333333,0.125,0.1,0.6,\n",
             "journey,,lost,0.6666666666666666,0.125,0.4,0.9,0.625\n",
             "outcome,done,share,0.3333333333333333,",
             "touchpoint,a,causes.price,0.3333333333333333,",
             "touchpoint,a,goodwill_p10,-12,,,,\n",
             "touchpoint,a,goodwill_p90,,,,,\n",
             "touchpoint,a,first_arrival_days.p50,0.25,,,,\n",
             "touchpoint,b,first_arrival_days.mean,,,,,\n",
             "touchpoint,b,drop_off,,,,,\n",
             "survival,0.5,still_on_the_way,0.1,,,,\n",
             "transition,a>b,traversals,0.3333333333333333,",
             "money,,average_order_value,,,,,\n",
             "cohort,,customers,500,,,,\n",
         }) {
        INFO(row);
        CHECK(text.find(row) != std::string::npos);
    }
}

TEST_CASE("csv: survey scores, true and seen", "[cli][csv]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    result.survey =
        cjm::SurveyResult{result.success, cjm::SurveyScore{result.lost, {}}, {}, {}, {}};
    const std::string text =
        cjm::cli::csv_report(cjm::tests::small_journey(), result, {"cjm", "abc", "1"});
    for (const char* row :
         {"survey,,csat.true,0.6666666666666666,0.125,0.4,0.9,0.625\n", "survey,,csat.seen,,,,,\n",
          "survey,,answered,0.3333333333333333,0.125,0.1,0.6,\n"}) {
        INFO(row);
        CHECK(text.find(row) != std::string::npos);
    }
    CHECK(text.find("survey,,nps") == std::string::npos);
}

TEST_CASE("csv: the firm's view by wait", "[cli][csv]") {
    cjm::SimulationResult result = cjm::tests::small_result();
    const auto text = [&] {
        return cjm::cli::csv_report(cjm::tests::small_journey(), result, {"cjm", "abc", "1"});
    };
    CHECK(text().find("\nobserver") == std::string::npos);
    result.observer = cjm::ObserverResult{14, result.success, result.lost, result.success, {}};
    result.observer_range = {*result.observer};
    for (const char* row : {"observer,,ghost_after_days,14,,,,\n",
                            "observer,,flagged,0.3333333333333333,0.125,0.1,0.6,\n",
                            "observer_range,14,precision,0.3333333333333333,0.125,0.1,0.6,\n",
                            "observer_range,14,recall,,,,,\n"}) {
        INFO(row);
        CHECK(text().find(row) != std::string::npos);
    }
}

TEST_CASE("csv: no trace of how fast it went", "[cli][csv]") {
    CHECK(report().find("seconds") == std::string::npos);
}
