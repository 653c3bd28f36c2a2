// The section of a simulation's report on what a survey would say.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "cli/report/figure_titles.hpp"
#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

struct ScoreRow {
    Message title;
    SurveyScore score;
    int decimals = 1;
    double scale = 100;  ///< from the worst to the best
};

std::vector<ScoreRow> rows_of(const SurveyResult& survey) {
    std::vector<ScoreRow> rows;
    const auto add = [&](ComparedFigure figure, const std::optional<SurveyScore>& score,
                         double scale) {
        if (score && score->everybody)
            rows.push_back({figure_title(figure), *score, *score_decimals(figure), scale});
    };
    add(ComparedFigure::csat, survey.csat, 100);
    add(ComparedFigure::nps, survey.nps, 200);
    add(ComparedFigure::ces, survey.ces, 6);
    add(ComparedFigure::csi, survey.csi, 100);
    return rows;
}

std::string value_text(const SimulationWords& words, const MaybeEstimate& value, int decimals) {
    return value ? words.number().number(value->estimate, decimals) : no_value;
}

std::string interval_text(const SimulationWords& words, const MaybeEstimate& value, int decimals) {
    return value ? words.number().interval(value->low, value->high, decimals) : no_value;
}

/// What is seen less what is true; none where nobody answers.
std::optional<double> gap_of(const ScoreRow& row) {
    if (!row.score.seen || !row.score.everybody) return std::nullopt;
    return row.score.seen->estimate - row.score.everybody->estimate;
}

/// The size of a gap as a share of the scale; 0 where sampling may explain it: the intervals of the
/// two meet.
double clear_gap(const ScoreRow& row) {
    const auto gap = gap_of(row);
    if (!gap) return 0;
    const Estimate &seen = *row.score.seen, &all = *row.score.everybody;
    return seen.low > all.high || seen.high < all.low ? std::abs(*gap) / row.scale : 0;
}

/// What silence does to the score that it changes most.
std::string gap_sentence(const SimulationWords& words, const std::vector<ScoreRow>& rows) {
    const ScoreRow& row = *std::ranges::max_element(rows, {}, clear_gap);
    if (!(clear_gap(row) > 0)) return words.say(Message::survey_no_gap);
    const double gap = *gap_of(row);
    return words.say(gap > 0 ? Message::survey_looks_better : Message::survey_looks_worse,
                     words.say(row.title), words.number().number(std::abs(gap), row.decimals),
                     value_text(words, row.score.seen, row.decimals),
                     value_text(words, row.score.everybody, row.decimals));
}

Table score_table(const SimulationWords& words, const std::vector<ScoreRow>& rows) {
    TableBuilder table;
    const auto score = [&](Message title, MaybeEstimate SurveyScore::*part) {
        table.add_number(words.say(title), TableBuilder::always, [&, part](std::size_t i) {
            return Cell(value_text(words, rows[i].score.*part, rows[i].decimals));
        });
        add_interval(table, words, 40, [&, part](std::size_t i) {
            return Cell(interval_text(words, rows[i].score.*part, rows[i].decimals), Tone::faint);
        });
    };
    table.add_words(words.say(Message::column_figure), 16,
                    [&](std::size_t i) { return Cell(words.say(rows[i].title)); });
    score(Message::column_true, &SurveyScore::everybody);
    table.note(words.say(Message::note_true));
    if (!words.sampled()) {
        table.add_rows(rows.size());
        return table.take();
    }
    score(Message::column_seen, &SurveyScore::seen);
    table.note(words.say(Message::note_seen));
    table.add_number(words.say(Message::column_gap), 50, [&](std::size_t i) {
        const auto gap = gap_of(rows[i]);
        return Cell(gap ? words.number().signed_number(*gap, rows[i].decimals) : no_value);
    });
    table.add_rows(rows.size());
    return table.take();
}

}  // namespace

std::optional<Section> survey_section(const SimulationWords& words) {
    if (!words.result.survey) return std::nullopt;
    const SurveyResult& survey = *words.result.survey;
    const auto rows = rows_of(survey);
    if (rows.empty()) return std::nullopt;
    Section section{words.say(Message::section_survey), {}, {}, {}};
    if (survey.answered) {
        std::string sentence = words.say(Message::survey_answered, words.share(*survey.answered));
        if (rows.front().score.seen) sentence += " " + gap_sentence(words, rows);
        section.sentences.push_back(sentence);
    }
    section.table = score_table(words, rows);
    if (survey.csat) section.notes.push_back(words.say(Message::note_csat));
    if (survey.nps) section.notes.push_back(words.say(Message::note_nps));
    if (survey.ces || survey.csi) section.notes.push_back(words.say(Message::note_scales));
    return section;
}

}  // namespace cjm::cli
