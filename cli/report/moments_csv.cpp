#include "cli/report/moments_csv.hpp"

#include <fmt/format.h>

#include "cli/report/csv_rows.hpp"

namespace cjm::cli {
namespace {

void add_run(CsvRows& rows, const Journey& journey, const MomentsResult& result,
             const Provenance& provenance) {
    rows.start("run");
    rows.word("scenario", journey.scenario);
    rows.run_head(run_head_of(result, provenance));
    rows.word("metric", simulate::name_of(result.metric));
    rows.figure("minimum_effect", result.minimum_effect);
}

void rank(CsvRows& rows, std::string_view quantity, const std::optional<std::size_t>& place) {
    rows.word(quantity, place ? fmt::format("{}", *place) : std::string());
}

void add_moment(CsvRows& rows, const MomentResult& moment) {
    rows.figure("reach", moment.reach);
    rows.figure("all_good", moment.all_good);
    rows.figure("all_bad", moment.all_bad);
    rows.figure("impact", moment.impact);
    rows.figure("impact_per_reached", moment.impact_per_reached);
    rows.figure("headroom", moment.headroom);
    rows.figure("exposure", moment.exposure);
    rows.figure("gradient", moment.gradient);
    rows.figure("simultaneous_low", moment.simultaneous_low);
    rows.figure("simultaneous_high", moment.simultaneous_high);
    rank(rows, "rank_low", moment.rank_low);
    rank(rows, "rank_high", moment.rank_high);
    rows.word("moment_of_truth", moment.moment_of_truth ? "true" : "false");
    rows.figure("removal_effect", moment.removal_effect);
    if (!moment.probability_top_3) return;
    rows.figure("probability_top_3", moment.probability_top_3);
    rows.figure("rank_p5", moment.rank_p5);
    rows.figure("rank_p95", moment.rank_p95);
}

/// One table; `place` goes before the names of its sections.
void add_moments(CsvRows& rows, const MomentsResult& result, const std::string& place) {
    rows.start(place + "journey");
    rows.figure("success", result.success);
    rows.figure("as_is", result.as_is);
    rows.figure("bad_to_good", result.bad_to_good);
    for (const MomentResult& moment : result.touchpoints) {
        rows.start(place + "touchpoint", moment.id);
        add_moment(rows, moment);
    }
}

}  // namespace

std::string moments_csv(const Journey& journey, const MomentsResult& result,
                        const Provenance& provenance) {
    CsvRows rows;
    add_run(rows, journey, result, provenance);
    add_moments(rows, result, "");
    for (const MomentsResult& swept : result.sweep)
        add_moments(rows, swept, fmt::format("sweep.{}.", *swept.bad_to_good));
    for (const MomentsResult& persona : result.by)
        add_moments(rows, persona, fmt::format("by.{}.", persona.persona));
    return rows.take();
}

}  // namespace cjm::cli
