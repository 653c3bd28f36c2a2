// The glossary has the words that reports and drawings print, in both languages.
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "base/message.hpp"

using cjm::Language;
using cjm::Message;

namespace {

/// The first two cells of each row, as `English | Tiếng Việt`.
std::multiset<std::string> terms_of_glossary() {
    std::ifstream in(std::filesystem::path(CJM_SOURCE_DIR) / "docs/glossary.md");
    std::multiset<std::string> terms;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("| ", 0) != 0) continue;
        const std::size_t second = line.find(" | ", line.find(" | ") + 1);
        if (second != std::string::npos) terms.insert(line.substr(2, second - 2));
    }
    return terms;
}

}  // namespace

TEST_CASE("glossary: terms are written as the program prints them", "[docs][glossary]") {
    const auto terms = terms_of_glossary();
    for (const Message message : {Message::column_touchpoint,
                                  Message::column_stage,
                                  Message::map_channels,
                                  Message::column_persona,
                                  Message::column_end,
                                  Message::success,
                                  Message::lost,
                                  Message::row_horizon,
                                  Message::in_progress,
                                  Message::flow_legend_micro_moment,
                                  Message::map_partner,
                                  Message::map_third_party,
                                  Message::column_drop_off,
                                  Message::ghosted,
                                  Message::left_openly,
                                  Message::column_cause,
                                  Message::cause_dissatisfaction,
                                  Message::cause_price,
                                  Message::cause_neglect,
                                  Message::cause_priorities,
                                  Message::cause_delay,
                                  Message::column_goodwill,
                                  Message::row_effort,
                                  Message::map_curve,
                                  Message::flow_moment_of_truth,
                                  Message::column_impact,
                                  Message::column_headroom,
                                  Message::column_exposure,
                                  Message::column_removal,
                                  Message::map_pains,
                                  Message::map_ideas,
                                  Message::map_visibility,
                                  Message::map_frontstage,
                                  Message::map_backstage,
                                  Message::seams_customers,
                                  Message::seams_late,
                                  Message::seams_effort,
                                  Message::row_margin,
                                  Message::row_repeat_customers,
                                  Message::row_purchase_frequency,
                                  Message::row_churn,
                                  Message::row_net_churn,
                                  Message::row_lifetime_value,
                                  Message::row_acquisition_cost,
                                  Message::row_newcomers,
                                  Message::row_csat,
                                  Message::row_nps,
                                  Message::row_ces,
                                  Message::row_csi,
                                  Message::column_scenario,
                                  Message::column_difference,
                                  Message::column_gained,
                                  Message::column_payback,
                                  Message::column_input,
                                  Message::column_input_interval,
                                  Message::row_evidence,
                                  Message::map_assumed,
                                  Message::map_expert,
                                  Message::map_survey,
                                  Message::map_log,
                                  Message::map_cited,
                                  Message::row_seed}) {
        const auto term = fmt::format("{} | {}", cjm::text(Language::english, message),
                                      cjm::text(Language::vietnamese, message));
        INFO(term);
        CHECK(terms.count(term) == 1);
    }
}
