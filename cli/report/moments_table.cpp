// The ranked table of a report on moments of truth.
#include <algorithm>

#include "cli/report/moments_document.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

/// The range that the bars span: 0 and the minimum effect included, so that what is nothing looks
/// it.
struct Span {
    double least = 0, most = 0;

    [[nodiscard]] double at(double value) const {
        return most > least ? (value - least) / (most - least) : 0;
    }
};

Span span_of(const MomentsResult& result) {
    Span span{0, result.minimum_effect};
    for (const MomentResult& moment : result.touchpoints) {
        if (!moment.simultaneous_low) continue;
        span.least = std::min(span.least, *moment.simultaneous_low);
        span.most = std::max(span.most, *moment.simultaneous_high);
    }
    return span;
}

Message impact_note(simulate::Metric metric) {
    if (!simulate::is_share(metric)) return Message::note_impact_amount;
    return simulate::less_is_better(metric) ? Message::note_impact_points_less
                                            : Message::note_impact_points;
}

/// Adds the columns of one table.
class Columns {
  public:
    Columns(const MomentsWords& words, TableBuilder& table)
        : words_(words), table_(table), order_(by_impact(words.result)) {}

    void add() {
        names();
        impact();
        number(Message::column_headroom, 80, &MomentResult::headroom, Message::note_headroom);
        number(Message::column_exposure, 60, &MomentResult::exposure, Message::note_exposure);
        table_.add_number(words_.say(Message::column_reached), 70, [this](std::size_t i) {
            return Cell(words_.share(moment(i).reach.estimate));
        });
        table_.add_number(words_.say(Message::column_per_reached), 30, [this](std::size_t i) {
            return Cell(words_.plain(moment(i).impact_per_reached));
        });
        if (words_.result.settings.parameter_draws > 0 && words_.result.persona.empty()) draws();
        table_.add_number(words_.say(Message::column_removal), 25, [this](std::size_t i) {
            const auto& share = moment(i).removal_effect;
            return Cell(share ? words_.share(share->estimate) : no_value);
        });
        table_.note(words_.say(Message::note_removal));
        table_.add_rows(order_.size());
    }

  private:
    [[nodiscard]] const MomentResult& moment(std::size_t i) const {
        return words_.result.touchpoints[order_[i]];
    }

    void names() {
        table_.add_number(words_.say(Message::column_rank), 90, [this](std::size_t i) {
            return Cell(words_.rank(moment(i)), Tone::faint);
        });
        if (words_.sampled()) table_.note(words_.say(Message::note_rank));
        table_.add_words(words_.say(Message::column_touchpoint), 16, [this](std::size_t i) {
            return moment(i).moment_of_truth ? Cell("★ " + words_.title(moment(i)), Tone::strong)
                                             : Cell(words_.title(moment(i)));
        });
        if (std::any_of(words_.result.touchpoints.begin(), words_.result.touchpoints.end(),
                        [](const MomentResult& m) { return m.moment_of_truth; }))
            table_.note(words_.say(Message::note_found));
    }

    void impact() {
        table_.add_number(words_.say(Message::column_impact), TableBuilder::always,
                          [this](std::size_t i) { return Cell(words_.impact(moment(i))); });
        table_.note(words_.say(impact_note(words_.result.metric), words_.metric()));
        const Span span = span_of(words_.result);
        table_.add_bar(50, 8, 24, [this, span](std::size_t i) {
            const MomentResult& m = moment(i);
            if (!m.simultaneous_low || !m.impact) return Cell::bar(0);
            if (m.impact->estimate == 0 && !words_.sampled()) return Cell::bar(0);
            return Cell::bar(
                span.at(m.impact->estimate),
                {span.at(0), span.at(*m.simultaneous_low), span.at(*m.simultaneous_high)},
                m.moment_of_truth ? Tone::strong : Tone::plain);
        });
        if (!words_.sampled()) return;
        table_.note(words_.say(Message::note_impact_bar));
        table_.add_number(
            words_.say(Message::column_impact_interval, words_.confidence()), 55,
            [this](std::size_t i) { return Cell(words_.impact_interval(moment(i)), Tone::faint); });
    }

    void number(Message title, int importance, MaybeEstimate MomentResult::*figure, Message note) {
        table_.add_number(words_.say(title), importance, [this, figure](std::size_t i) {
            return Cell(words_.plain(moment(i).*figure));
        });
        table_.note(words_.say(note));
    }

    void draws() {
        table_.add_number(words_.say(Message::column_top_three), 75, [this](std::size_t i) {
            const auto& share = moment(i).probability_top_3;
            return Cell(share ? words_.number().percent(*share, 0) : no_value);
        });
        table_.add_number(words_.say(Message::column_rank_range), 74, [this](std::size_t i) {
            const MomentResult& m = moment(i);
            return m.rank_p5 ? Cell(words_.number().interval(*m.rank_p5, *m.rank_p95, 0))
                             : Cell(no_value);
        });
    }

    const MomentsWords& words_;
    TableBuilder& table_;
    std::vector<std::size_t> order_;
};

}  // namespace

Table moments_table(const MomentsWords& words) {
    TableBuilder table;
    Columns columns(words, table);
    columns.add();
    return table.take();
}

}  // namespace cjm::cli
